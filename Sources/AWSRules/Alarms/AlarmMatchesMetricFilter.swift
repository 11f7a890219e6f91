import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let alarmMatchesMetricFilter: RuleID = "alarm-matches-metric-filter"
}

struct AlarmMatchesMetricFilter: Rule {
  static let description = RuleDescription(
    id: .alarmMatchesMetricFilter,
    title: "An alarm reads the metric of a log metric filter by its name, dimensions and region",
    rationale: """
      A metric filter has a name besides the name of its metric, and CloudWatch accepts an alarm on any name. An \
      alarm on another name, with other dimensions or in another region never has data.
      """,
    sources: [
      "FR-045",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html",
    ],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_transformation", of: LogMetricFilter.self),
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self),
    ],
    good: [
      Example("The metric of the filter") { stack in
        let filter = stack.add(
          LogMetricFilter(
            "errors", named: .exactly("log-errors"), in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop",
            .total(otherwise: nil), missingDataMeaning: .noEvents))
        stack.add(
          MetricAlarm(
            when: filter.metric, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("The code writes other metrics to the namespace") { stack in
        stack.add(
          LogMetricFilter(
            "errors", named: .exactly("log-errors"), in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop",
            .total(otherwise: nil), missingDataMeaning: .noEvents))
        let orders = Metric("Orders", in: "Shop", missingDataMeaning: .stopped)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [orders]))
        stack.add(
          MetricAlarm(when: orders, .sum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
      },
    ],
    bad: [
      Counterexample("The name of the filter and not of its metric") { stack in
        stack.add(
          LogMetricFilter(
            "errors", named: .exactly("log-errors"), in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop",
            .total(otherwise: nil), missingDataMeaning: .noEvents))
        let alarm = stack.add(
          MetricAlarm(
            when: Metric("log-errors", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
            evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A dimension that the filter does not have") { stack in
        stack.add(
          LogMetricFilter(
            "errors", named: .exactly("log-errors"), in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop",
            .total(otherwise: nil), missingDataMeaning: .noEvents))
        let alarm = stack.add(
          MetricAlarm(
            when: Metric("LogErrors", in: "Shop", dimensions: ["Service": "orders"], missingDataMeaning: .noEvents),
            .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Another region than the filter's") { stack in
        stack.add(
          LogMetricFilter(
            "errors", named: .exactly("log-errors"), in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop",
            .total(otherwise: nil), missingDataMeaning: .noEvents),
          in: .euWest1)
        let alarm = stack.add(
          MetricAlarm(
            when: Metric("LogErrors", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
            evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let filters = FilteredMetrics(stack)
    guard !filters.all.isEmpty else { return [] }
    let emitters = EmitterIndex(stack)
    return stack.metricReadings.compactMap { reading in
      guard !MetricCatalogue.isOfAWS(reading.namespace), let dimensions = reading.dimensions else { return nil }
      let series = stack.series(reading.name, in: reading.namespace, dimensions, of: reading.alarm.region)
      guard emitters[series] == nil, let (filter, why) = filters.miss(of: reading, Set(dimensions.keys)) else {
        return nil
      }
      let alarm = reading.alarm.resource.name
      return finding(
        on: reading.alarm,
        """
        \(reading.owner) reads '\(reading.name)' in '\(reading.namespace)', but metric filter \
        '\(filter.declaration.resource.name)' writes \(filter.words(about: why))
        """,
        fix: fix(alarm, filter, why), subject: reading.name,
        notes: [
          Finding.Note(
            at: filter.declaration.location, "metric filter '\(filter.declaration.resource.name)' is declared here")
        ])
    }
  }

  private func fix(_ alarm: String, _ filter: FilteredMetric, _ why: FilteredMetric.Difference) -> String {
    switch why {
    case .name: "write '\(filter.name)' as the metric name of '\(alarm)'"
    case .dimensions: "give the metric of '\(alarm)' the dimensions of the filter"
    case .region: "declare '\(alarm)' in '\(filter.declaration.region)'"
    }
  }
}

/// A metric that a filter reads out of logs.
private struct FilteredMetric {
  enum Difference { case name, dimensions, region }

  let declaration: Declaration
  let name: String
  let namespace: String
  let dimensions: Set<String>

  func words(about difference: Difference) -> String {
    switch difference {
    case .name: "'\(name)' there"
    case .dimensions:
      dimensions.isEmpty ? "it without dimensions" : "it with the dimensions \(quoted(dimensions.sorted()))"
    case .region: "it in '\(declaration.region)'"
    }
  }
}

private struct FilteredMetrics {
  var all: [FilteredMetric] = []
  /// Whether some filter's metric is known only after apply.
  private var isInDoubt = false
  private let stack: DeclaredStack

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for declaration in stack.managed(LogMetricFilter.type) {
      guard let transformations = declaration.block["metric_transformation"]?.nestedBlocks else {
        isInDoubt = true
        continue
      }
      for transformation in transformations {
        guard let name = transformation["name"]?.text(in: stack),
          let namespace = transformation["namespace"]?.text(in: stack),
          let dimensions = transformation["dimensions"].map(\.keys) ?? []
        else {
          isInDoubt = true
          continue
        }
        all.append(
          FilteredMetric(declaration: declaration, name: name, namespace: namespace, dimensions: dimensions))
      }
    }
  }

  /// The filter whose metric an alarm surely means, where it reads another; `nil` where some filter writes what it reads,
  /// or where something else may.
  func miss(
    of reading: MetricReading, _ dimensions: Set<String>
  ) -> (FilteredMetric, FilteredMetric.Difference)? {
    let inNamespace = all.filter { $0.namespace == reading.namespace }
    guard !isInDoubt, !inNamespace.isEmpty else { return nil }
    let ofName = inNamespace.filter { $0.name == reading.name }
    let here = ofName.filter { $0.declaration.region == reading.alarm.region }
    if here.contains(where: { $0.dimensions == dimensions }) { return nil }
    if let near = here.first { return (near, .dimensions) }
    if let near = ofName.first { return reading.alarm.region == .unknown ? nil : (near, .region) }
    let folded = folded(reading.name)
    let near = inNamespace.first { $0.declaration.physicalName == reading.name || self.folded($0.name) == folded }
    return near.map { ($0, .name) }
  }

  private func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Value {
  fileprivate var keys: Set<String>? {
    switch self {
    case .map(let members), .literalMap(let members): Set(members.keys)
    case .bool, .integer, .number, .text, .literal, .address, .list, .blocks, .json: nil
    }
  }
}
