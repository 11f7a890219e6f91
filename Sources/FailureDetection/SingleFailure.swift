import AlarmEvaluation

extension WatchingAlarm.MetricCondition {
  /// Whether one failed call among those that are usual in a period is enough for it to be in `ALARM`.
  ///
  /// - Returns: `nil` for an alarm on something else than the share of calls that fail.
  package func firesOnOneFailure(of workload: Workload) -> Bool? {
    guard case .math(let expression, let metrics, let expressions) = measurement,
      measurement.signals.contains(.errors), measurement.signals.isSubset(of: [.errors, .calls]),
      measurement.signals.count == 2
    else { return nil }
    let ids = metrics.keys.sorted()
    guard let share = PeriodExpression(expression, metrics: ids, expressions: expressions) else { return nil }
    let calls = max(1, workload.perMinute * Double(periodMinutes))
    let value = share.value { index in
      guard case .metric(let signal, .sum)? = metrics[ids[index]] else { return nil }
      return signal == .errors ? 1 : calls
    }
    return rule.datapointsToAlarm == 1 && threshold.datapoint(value) == .breaching
  }
}
