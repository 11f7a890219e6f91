/// API Gateway, whose three kinds of APIs share a namespace and little else (aws-facts 1.14 and 1.17).
let apiNamespaces: [MetricNamespace] = [
  MetricNamespace(
    "AWS/ApiGateway", by: nil,
    [
      MetricGroup(.outcome, .nothingHappened, by: .these(restAPI), ["4XXError", "5XXError"]),
      MetricGroup(.count, .nothingHappened, by: .these(restAPI), ["CacheHitCount", "CacheMissCount"]),
      MetricGroup(.outcome, .nothingHappened, by: .these(httpAPI), ["4xx", "5xx"]),
      MetricGroup(.amount, .nothingHappened, by: .these(httpAPI), ["DataProcessed"]),
      MetricGroup(.count, .nothingHappened, by: .these(restAPI + httpAPI), ["Count"]),
      MetricGroup(
        .time(.milliseconds), .nothingMeasured, by: .these(restAPI + httpAPI), ["Latency", "IntegrationLatency"]),
      MetricGroup(
        .count, .nothingHappened, by: .these(webSocketAPI),
        ["ConnectCount", "MessageCount", "IntegrationError", "ClientError", "ExecutionError"]),
    ])
]

private let restAPI: [Set<String>] = [["ApiName"], ["ApiName", "Stage"], ["ApiName", "Stage", "Resource", "Method"]]
private let httpAPI: [Set<String>] = webSocketAPI + [["ApiId", "Stage", "Resource", "Method"]]
private let webSocketAPI: [Set<String>] = [["ApiId"], ["ApiId", "Stage"], ["ApiId", "Stage", "Route"]]
