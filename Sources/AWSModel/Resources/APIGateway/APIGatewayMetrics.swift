/// What API Gateway publishes to CloudWatch. Its three kinds of APIs share a namespace and little else.
///
/// - https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
/// - https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
enum APIGatewayMetrics {
  static let namespace = MetricNamespace(
    "AWS/ApiGateway", by: nil,
    [
      MetricGroup(.outcome, .noEvents, by: .these(restAPI), ["4XXError", "5XXError"]),
      MetricGroup(.count, .noEvents, by: .these(restAPI), ["CacheHitCount", "CacheMissCount"]),
      MetricGroup(.outcome, .noEvents, by: .these(httpAPI), ["4xx", "5xx"]),
      MetricGroup(.amount, .noEvents, by: .these(httpAPI), ["DataProcessed"]),
      MetricGroup(.count, .noEvents, by: .these(restAPI + httpAPI), ["Count"]),
      MetricGroup(
        .time(.milliseconds), .noActivity, by: .these(restAPI + httpAPI), ["Latency", "IntegrationLatency"]),
      MetricGroup(
        .count, .noEvents, by: .these(webSocketAPI),
        ["ConnectCount", "MessageCount", "IntegrationError", "ClientError", "ExecutionError"]),
    ],
    // A REST API's, and an HTTP API's.
    concerns: [.failure: [["5XXError"], ["5xx"]], .slowness: [["Latency"], ["IntegrationLatency"]]])

  private static let restAPI: [Set<String>] = [
    ["ApiName"], ["ApiName", "Stage"], ["ApiName", "Stage", "Resource", "Method"],
  ]
  private static let httpAPI: [Set<String>] = webSocketAPI + [["ApiId", "Stage", "Resource", "Method"]]
  private static let webSocketAPI: [Set<String>] = [["ApiId"], ["ApiId", "Stage"], ["ApiId", "Stage", "Route"]]
}
