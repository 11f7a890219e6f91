import AWSModel
import TerraformModel

/// What a stack's alarms are paid for by: composite ones each, all others by the metrics they read.
struct AlarmAmounts {
  private(set) var amounts: [Charge: Int] = [:]

  init(of stack: DeclaredStack) {
    let composites = stack.managed(CompositeAlarm.type).count
    if composites > 0 { amounts[.compositeAlarms] = composites }
    for alarm in stack.managed(MetricAlarm.type) {
      let (charge, metrics) = Self.charge(for: alarm.block)
      amounts[charge, default: 0] += metrics
    }
  }

  /// Out of the block, so that alarms count that were declared without the type.
  private static func charge(for alarm: Block) -> (Charge, metrics: Int) {
    let queries = alarm["metric_query"].map(\.nestedArguments) ?? []
    let metrics = queries.filter { $0["metric"] != nil }
    let periods = ([alarm["period"]] + metrics.flatMap { $0["metric"]?.nestedArguments ?? [] }.map { $0["period"] })
      .compactMap { $0?.word.flatMap { Int($0) } }
    let isAnomaly = queries.contains { $0["expression"]?.word?.contains("ANOMALY_DETECTION_BAND") == true }
    // The metric itself and both ends of the band around it.
    let paid = max(1, metrics.count) * (isAnomaly ? 3 : 1)
    if periods.contains(where: { $0 < 60 }) { return (.highResolutionAlarms, paid) }
    if isAnomaly { return (.anomalyAlarms, paid) }
    return (queries.isEmpty ? .standardAlarms : .metricMathAlarms, paid)
  }
}
