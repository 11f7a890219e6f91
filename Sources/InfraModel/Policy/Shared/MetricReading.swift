/// One use that an alarm makes of a metric, be the alarm declared by type or not.
struct MetricReading {
  let alarm: Declaration
  let namespace: String
  let name: String
  /// `nil` where a variable or another expression makes them up.
  let dimensions: [String: Text]?
  /// CloudWatch's word, such as `Sum` or `p95`.
  let statistic: String?
  /// In seconds.
  let period: Double?
  /// What the alarm compares the metric with; `nil` where it compares something computed from it, or where nobody knows.
  let threshold: Threshold?

  /// What AWS publishes under the name.
  var published: PublishedMetric? { MetricCatalogue.metric(name, in: namespace) }

  /// How findings call the alarm.
  var owner: String { "alarm '\(alarm.resource.name)'" }
}

extension DeclaredStack {
  /// Every metric that the stack's alarms read, in the order of declaration.
  var metricReadings: [MetricReading] {
    fact { stack in
      stack.managed(MetricAlarm.type).flatMap(stack.readings)
    }
  }

  private func readings(of alarm: Declaration) -> [MetricReading] {
    let arguments = KnownArguments(block: alarm.block, stack: self)
    let threshold = arguments.threshold
    if arguments.has("metric_name") {
      return [arguments.reading(by: alarm, threshold: threshold)].compactMap(\.self)
    }
    return arguments.blocks("metric_query").flatMap { query in
      query.blocks("metric").compactMap { metric in
        metric.reading(by: alarm, threshold: query.isTrue("return_data") ? threshold : nil)
      }
    }
  }
}

extension KnownArguments {
  fileprivate func reading(by alarm: Declaration, threshold: Threshold?) -> MetricReading? {
    guard let namespace = text("namespace"), let name = text("metric_name") else { return nil }
    return MetricReading(
      alarm: alarm, namespace: namespace, name: name, dimensions: dimensions,
      statistic: text("stat") ?? text("statistic") ?? text("extended_statistic"), period: number("period"),
      threshold: threshold)
  }

  private var dimensions: [String: Text]? {
    switch block["dimensions"] {
    case nil: return [:]
    case .map(let values):
      var dimensions: [String: Text] = [:]
      for (name, value) in values {
        switch value {
        case .text(let text): dimensions[name] = text
        case .literal(let literal): dimensions[name] = Text(literal)
        default: return nil
        }
      }
      return dimensions
    default: return nil
    }
  }

  fileprivate var threshold: Threshold? {
    guard let limit = number("threshold") else { return nil }
    return switch text("comparison_operator") {
    case "GreaterThanThreshold": .above(limit)
    case "GreaterThanOrEqualToThreshold": .atLeast(limit)
    case "LessThanThreshold": .below(limit)
    case "LessThanOrEqualToThreshold": .atMost(limit)
    default: nil
    }
  }
}
