/// How far the metrics of a stack's own resources can go, where a declaration ends what they measure.
struct MetricBounds {
  /// The highest value that a metric can have.
  struct Bound {
    let owner: Declaration
    /// In the metric's unit.
    let limit: Double
    let reason: Reason
  }

  enum Reason {
    /// Something is measured as a time and ends then, such as `is stopped`.
    case ends(String, PublishedMetric.TimeUnit)
    /// So many at once, such as `has no more than 5 reserved concurrent executions`.
    case holds(String)
    /// Only schedules call it, as far as the stack says.
    case isCalled(times: Int, in: Double)
  }

  private let stack: DeclaredStack
  private let resources: NamedResources
  /// The longest that anything behind an API is waited for, and what that is.
  private var longestWaits: [Address: (integration: Declaration, milliseconds: Double)] = [:]
  private let calls: ScheduledCalls

  init(_ stack: DeclaredStack) {
    self.stack = stack
    resources = NamedResources(stack)
    calls = ScheduledCalls(stack)
    for declaration in stack.managed(anyOf: integrationPlaces.keys) {
      guard let place = integrationPlaces[declaration.address.type],
        case .text(let id) = declaration.block[place.api], let api = stack.target(of: id)?.address,
        declaration.block["type"]?.word != "MOCK"
      else { continue }
      let known = declaration.block["timeout_milliseconds"]
      let wait = known == nil ? place.milliseconds : known?.number(in: stack) ?? .infinity
      if wait > longestWaits[api]?.milliseconds ?? 0 { longestWaits[api] = (declaration, wait) }
    }
  }

  func bound(of reading: MetricReading, _ metric: PublishedMetric) -> Bound? {
    switch (metric.namespace, metric.name) {
    case ("AWS/Lambda", "Duration"):
      bound(of: reading, by: "FunctionName", "is stopped", .milliseconds) { function in
        (function.block["timeout"] ?? 3).number(in: stack).map { $0 * 1_000 }
      }
    case ("AWS/Lambda", "AsyncEventAge"):
      bound(of: reading, by: "FunctionName", "discards events", .milliseconds) { _ in
        EventInvokeConfig.longestAge * 1_000
      }
    case ("AWS/States", "ExecutionTime"):
      bound(of: reading, by: "StateMachineArn", "is stopped", .milliseconds) { machine in
        guard case .json(.map(let definition)) = machine.block["definition"] else { return nil }
        return definition["TimeoutSeconds"]?.number(in: stack).map { $0 * 1_000 }
      }
    case ("AWS/SQS", "ApproximateAgeOfOldestMessage"):
      bound(of: reading, by: "QueueName", "deletes messages", .seconds) { queue in
        (queue.block["message_retention_seconds"] ?? 345_600).number(in: stack)
      }
    case ("AWS/ApiGateway", "IntegrationLatency"): integrationBound(of: reading)
    case ("AWS/Lambda", "ConcurrentExecutions"): concurrencyBound(of: reading)
    case ("AWS/Lambda", "Invocations"), ("AWS/Lambda", "Errors"), ("AWS/Lambda", "AsyncEventsReceived"),
      ("AWS/Lambda", "AsyncEventsDropped"), ("AWS/Lambda", "DeadLetterErrors"):
      callBound(of: reading)
    default: nil
    }
  }

  private func bound(
    of reading: MetricReading, by dimension: String, _ end: String, _ unit: PublishedMetric.TimeUnit,
    limit: (Declaration) -> Double?
  ) -> Bound? {
    guard let owner = resources.declaration(dimension, of: reading), let limit = limit(owner) else { return nil }
    return Bound(owner: owner, limit: limit, reason: .ends(end, unit))
  }

  /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
  private func concurrencyBound(of reading: MetricReading) -> Bound? {
    guard let function = resources.declaration("FunctionName", of: reading),
      let reserved = function.block["reserved_concurrent_executions"]?.number(in: stack), reserved >= 0
    else { return nil }
    return Bound(
      owner: function, limit: reserved,
      reason: .holds("has no more than \(reserved.words) reserved concurrent executions"))
  }

  private func callBound(of reading: MetricReading) -> Bound? {
    guard reading.statistic == "Sum", let period = reading.period,
      let function = resources.declaration("FunctionName", of: reading),
      let times = calls.most(of: function, within: period)
    else { return nil }
    return Bound(owner: function, limit: Double(times), reason: .isCalled(times: times, in: period))
  }

  private func integrationBound(of reading: MetricReading) -> Bound? {
    let api = resources.declaration("ApiName", of: reading) ?? resources.declaration("ApiId", of: reading)
    guard let api, let wait = longestWaits[api.address], wait.milliseconds < .infinity else { return nil }
    return Bound(owner: wait.integration, limit: wait.milliseconds, reason: .ends("stops waiting", .milliseconds))
  }
}

/// Where an integration says what API it is of, and how long API Gateway waits unless told otherwise.
private let integrationPlaces: [String: (api: String, milliseconds: Double)] = [
  Integration.type: ("rest_api_id", 29_000), HTTPIntegration.type: ("api_id", 30_000),
]
