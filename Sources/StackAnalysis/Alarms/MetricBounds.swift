package import AWSModel
package import TerraformModel

/// How far the metrics of a stack's own resources can go, where a declaration ends what they measure.
package struct MetricBounds {
  /// The highest value that a metric can have.
  package struct Bound {
    package let owner: Declaration
    /// In the metric's unit.
    package let limit: Double
    package let reason: Reason
  }

  package enum Reason {
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

  package init(_ stack: DeclaredStack) {
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

  package func bound(of reading: MetricReading, _ metric: PublishedMetric) -> Bound? {
    switch (metric.namespace, metric.name) {
    case ("AWS/Lambda", "Duration"):
      bound(of: reading, by: "FunctionName", "is stopped", .milliseconds) { function in
        (function.block["timeout"] ?? 3).number(in: stack).map { $0 * 1_000 }
      }
    case ("AWS/Lambda", "AsyncEventAge"):
      bound(of: reading, by: "FunctionName", "discards events", .milliseconds) { _ in
        EventInvokeConfig.longestAge * 1_000
      }
    case ("AWS/Lambda", "IteratorAge"): iteratorBound(of: reading)
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

  /// A record that is older than its stream keeps records, or than its mapping reads them, is not read.
  ///
  /// https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
  private func iteratorBound(of reading: MetricReading) -> Bound? {
    guard let function = resources.declaration("FunctionName", of: reading) else { return nil }
    let called = CalledFunctions(stack)
    var longest: (seconds: Double, owner: Declaration)?
    for mapping in stack.managed(EventSourceMapping.type) {
      guard let reader = called.called(by: mapping.block["function_name"], in: mapping.region) else {
        // It may be this function's.
        return nil
      }
      guard reader.function.address == function.address else { continue }
      guard let oldest = oldestRecord(of: mapping) else { return nil }
      if oldest.seconds > longest?.seconds ?? 0 { longest = oldest }
    }
    return longest.map {
      Bound(owner: $0.owner, limit: $0.seconds * 1_000, reason: .ends("discards records", .milliseconds))
    }
  }

  private func target(of value: Value) -> Declaration? {
    guard case .text(let text) = value else { return nil }
    return stack.target(of: text)
  }

  /// How old a record can be when a mapping reads it, and what says so.
  private func oldestRecord(of mapping: Declaration) -> (seconds: Double, owner: Declaration)? {
    let kept = mapping.block["event_source_arn"].flatMap { target(of: $0) }.flatMap { stream in
      keptRecordAge(of: stream).map { (seconds: $0, owner: stream) }
    }
    let read: (seconds: Double, owner: Declaration)?
    switch mapping.block["maximum_record_age_in_seconds"] {
    case nil: read = nil
    case let age?:
      guard let seconds = age.number(in: stack) else { return nil }
      // -1 is without end.
      read = seconds < 0 ? nil : (seconds, mapping)
    }
    return [kept, read].compactMap(\.self).min { $0.seconds < $1.seconds }
  }

  /// How long a stream keeps its records, in seconds; `nil` where that is not known.
  private func keptRecordAge(of stream: Declaration) -> Double? {
    switch ResourceCatalog.aws.facts[stream.address.type]?.recordAge {
    case .seconds(let seconds): seconds
    case .hours(let argument, let usual):
      (stream.block[argument] ?? .integer(usual)).number(in: stack).map { $0 * 3_600 }
    case nil: nil
    }
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
