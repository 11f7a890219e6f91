/// How far the metrics of a stack's own resources can go, where a declaration ends what they measure.
struct MetricBounds {
  /// The end of something that is measured as a time.
  struct Bound {
    let owner: Declaration
    /// In the metric's unit.
    let limit: Double
    let unit: PublishedMetric.TimeUnit
    /// What happens then, between the owner and the time: `is stopped`.
    let end: String
  }

  private let stack: DeclaredStack
  private let resources: NamedResources
  /// The longest that anything behind an API is waited for, and what that is.
  private var longestWaits: [Address: (integration: Declaration, milliseconds: Double)] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    resources = NamedResources(stack)
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
    case ("AWS/States", "ExecutionTime"):
      bound(of: reading, by: "StateMachineArn", "is stopped", .milliseconds) { machine in
        guard case .json(.map(let definition)) = machine.block["definition"] else { return nil }
        return definition["TimeoutSeconds"]?.number(in: stack).map { $0 * 1_000 }
      }
    case ("AWS/SQS", "ApproximateAgeOfOldestMessage"):
      bound(of: reading, by: "QueueName", "throws messages away", .seconds) { queue in
        (queue.block["message_retention_seconds"] ?? 345_600).number(in: stack)
      }
    case ("AWS/ApiGateway", "IntegrationLatency"): integrationBound(of: reading)
    default: nil
    }
  }

  private func bound(
    of reading: MetricReading, by dimension: String, _ end: String, _ unit: PublishedMetric.TimeUnit,
    limit: (Declaration) -> Double?
  ) -> Bound? {
    guard let owner = resources.declaration(dimension, of: reading), let limit = limit(owner) else { return nil }
    return Bound(owner: owner, limit: limit, unit: unit, end: end)
  }

  private func integrationBound(of reading: MetricReading) -> Bound? {
    let api = resources.declaration("ApiName", of: reading) ?? resources.declaration("ApiId", of: reading)
    guard let api, let wait = longestWaits[api.address], wait.milliseconds < .infinity else { return nil }
    return Bound(owner: wait.integration, limit: wait.milliseconds, unit: .milliseconds, end: "stops waiting")
  }
}

/// Where an integration says what API it is of, and how long API Gateway waits unless told otherwise.
private let integrationPlaces: [String: (api: String, milliseconds: Double)] = [
  Integration.type: ("rest_api_id", 29_000), HTTPIntegration.type: ("api_id", 30_000),
]
