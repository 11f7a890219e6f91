package import AWSModel
package import TerraformModel

/// One use that an alarm or a dashboard makes of a metric, be it declared by type or not.
package struct MetricReading {
  /// The alarm; of a dashboard's reading, the dashboard.
  package let alarm: Declaration
  /// `metric_query.id`; `nil` for an alarm on one metric.
  package let queryID: String?
  package let namespace: String
  package let name: String
  /// `nil` where a variable or another expression makes them up.
  package let dimensions: [String: Text]?
  /// What the dimensions are made of, where they are known only after apply.
  package let references: [Reference]
  /// CloudWatch's word, such as `Sum` or `p95`.
  package let statistic: String?
  /// In seconds.
  package let period: Double?
  /// What the alarm compares the metric with; `nil` if it compares something computed from it, or if it is not known.
  package let threshold: Threshold?

  /// What AWS publishes under the name.
  package var published: PublishedMetric? { MetricCatalogue.metric(name, in: namespace) }

  /// Whether a graph reads it.
  package var isOfDashboard: Bool { alarm.address.type == Dashboard.type }

  /// How findings call the alarm or the dashboard.
  package var owner: String { "\(isOfDashboard ? "dashboard" : "alarm") '\(alarm.resource.name)'" }
}

extension DeclaredStack {
  /// Every metric that the stack's alarms read, in the order of declaration.
  package var metricReadings: [MetricReading] {
    cached { stack in
      stack.managed(MetricAlarm.type).flatMap(stack.readings)
    }
  }

  /// Every metric that the graphs of the stack's dashboards read, each once, in the order of declaration. A body that is
  /// unknown has none, and neither have searches, nor lines that repeat parts of the line before with `.`.
  package var graphReadings: [MetricReading] {
    subjects(Dashboard.self).flatMap { dashboard -> [MetricReading] in
      guard let metrics = try? dashboard.metrics else { return [] }
      var seen: Set<Metric> = []
      return metrics.compactMap { metric -> MetricReading? in
        let words = [metric.namespace, metric.name] + metric.dimensions.keys
        guard !words.contains(where: { [".", "...", ""].contains($0) }), seen.insert(metric).inserted else {
          return nil
        }
        return MetricReading(
          alarm: dashboard.declaration, queryID: nil, namespace: metric.namespace, name: metric.name,
          dimensions: metric.dimensions,
          references: [], statistic: nil, period: nil, threshold: nil)
      }
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
        metric.reading(by: alarm, as: query.text("id"), threshold: query.isTrue("return_data") ? threshold : nil)
      }
    }
  }
}

/// An alarm of which it is known only after apply which metric it reads, with what is known of it.
package struct UndecidedAlarm {
  package let alarm: Declaration
  package let namespace: String?
  package let name: String?

  /// Whether what is known of it leaves open that it reads a series.
  func mayRead(_ series: MetricSeries) -> Bool {
    alarm.region == series.region && (namespace ?? series.namespace) == series.namespace
      && (name ?? series.name) == series.name
  }
}

extension DeclaredStack {
  /// The alarms of which it is not known which metrics they read, in the order of declaration.
  package var undecidedAlarms: [UndecidedAlarm] {
    cached { stack in
      stack.managed(MetricAlarm.type).flatMap { alarm in
        KnownArguments(block: alarm.block, stack: stack).undecidedMetrics.map {
          UndecidedAlarm(alarm: alarm, namespace: $0.namespace, name: $0.name)
        }
      }
    }
  }
}

extension KnownArguments {
  /// The metrics of an alarm, or of its queries, whose namespace or name is known only after apply.
  fileprivate var undecidedMetrics: [(namespace: String?, name: String?)] {
    guard has("metric_query") else { return [undecidedMetric].compactMap(\.self) }
    guard let queries = block["metric_query"]?.nestedBlocks else { return [(nil, nil)] }
    return queries.flatMap { query -> [(namespace: String?, name: String?)] in
      guard let metric = query["metric"] else { return [] }
      guard let metrics = metric.nestedBlocks else { return [(nil, nil)] }
      return metrics.compactMap { KnownArguments(block: $0, stack: stack).undecidedMetric }
    }
  }

  private var undecidedMetric: (namespace: String?, name: String?)? {
    let (namespace, name) = (text("namespace"), text("metric_name"))
    guard has("namespace") || has("metric_name"), namespace == nil || name == nil else { return nil }
    return (namespace, name)
  }

  fileprivate func reading(by alarm: Declaration, as id: String? = nil, threshold: Threshold?) -> MetricReading? {
    guard let namespace = text("namespace"), let name = text("metric_name") else { return nil }
    return MetricReading(
      alarm: alarm, queryID: id, namespace: namespace, name: name, dimensions: dimensions,
      references: dimensions == nil ? block["dimensions"]?.references ?? [] : [],
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

  package var threshold: Threshold? {
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
