import AlarmEvaluation

/// What an alarm sees of a failure, minute by minute, in one simulated run.
package struct FailureTrace: Hashable, Sendable {
  /// The value of the period that ends with each minute; `nil` where there is no datapoint.
  package let values: [Double?]
  /// How many minutes after the first value the failure begins.
  package let failureStart: Int
  /// How many minutes after the first value the alarm fires; `nil` where it does not.
  package let fired: Int?
}

extension Workload {
  /// One run of a failure.
  ///
  /// - Parameters:
  ///   - before: How many minutes it shows of normal operation.
  ///   - after: How many minutes it shows of the failure.
  /// - Returns: `nil` for an alarm on a percentile of durations, or on an expression over several periods: no value is
  ///   computed for each minute.
  package func trace(
    of failure: FailureMode, by condition: WatchingAlarm.MetricCondition, before: Int = 15, after: Int = 30
  ) -> FailureTrace? {
    guard var alarm = SimulatedAlarm(condition, index: 0, limits: []) else { return nil }
    let settled = max(condition.rangeMinutes, before) + 1
    var simulation = SimulatedWorkload(
      self, failure, limits: [], sumsDurations: alarm.readsDurations, minutes: condition.rangeMinutes)
    simulation.begin(seed: 0, failureAfter: settled)
    alarm.begin()
    var state = AlarmState.insufficientData
    var values: [Double?] = []
    var fired: Int?
    for now in 1...(settled + after) {
      simulation.advance()
      alarm.advance(to: now, simulation.totals)
      if now > settled - before { values.append(alarm.value(of: now, simulation.totals)) }
      guard now >= settled, let outcome = try? alarm.outcome(at: now, simulation.totals) else { continue }
      let next = outcome.state(after: state)
      if next == .alarm, state != .alarm, now > settled, fired == nil { fired = now - settled + before - 1 }
      state = next
    }
    return values.contains { $0 != nil } ? FailureTrace(values: values, failureStart: before - 1, fired: fired) : nil
  }
}
