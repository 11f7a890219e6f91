import AlarmEvaluation

extension WatchingAlarm.MetricCondition {
  /// The limit that a percentile of durations is compared with.
  var slowLimit: SlowLimit? { slowCalls?.limit }

  private var slowCalls: SlowCalls? {
    guard case .metric(.duration, let statistic) = measurement else { return nil }
    return SlowCalls(statistic, threshold)
  }

  /// Whether the alarm may come to fire because of a failure. It does not where the failure changes none of its metrics, and
  /// where the failure ends all of them and the alarm does not treat missing data as breaching.
  func mayNotice(_ failure: FailureMode, of workload: Workload) -> Bool {
    var affected = failure.affectedSignals(of: workload.kind)
    if workload.medianDuration == nil, failure == .memoryExhausted { affected.remove(.duration) }
    if failure == .latencyDoubles {
      let durations = DurationDistribution(workload, failure)
      if durations.share(above: durations.timeout, orAt: true) < 1e-9 { affected.remove(.errors) }
    }
    guard !measurement.signals.isDisjoint(with: affected), mayHaveSlowCalls(failure, of: workload) else { return false }
    guard measurement.signals.isSubset(of: failure.endedSignals(of: workload.kind)), threshold.isHighBreaching else {
      return true
    }
    guard case .metric = measurement else { return true }
    return rule.outcome(of: RecentDatapoints()) == .alarm
  }

  /// Whether it may fire in normal operation: not where no call that fails or is slow is needed for it, and there are none;
  /// not where it fires on slow calls, or on few calls, and they are unlikely enough.
  func mayFireNormally(_ workload: Workload) -> Bool {
    if isQuietWithoutFailures(of: workload) {
      guard workload.normalErrorShare > 0, measurement.signals.contains(.errors) else {
        return slowCalls != nil && mayHaveSlowCalls(nil, of: workload)
      }
      return true
    }
    guard case .metric(.calls, .sum) = measurement, !threshold.isHighBreaching else { return true }
    switch workload.arrivals {
    case .every(let seconds):
      // Each whole period has as many calls; only those that have not arrived as a whole have fewer.
      let calls = (Double(periodMinutes * 60) / Double(max(1, seconds))).rounded(.down)
      let incomplete = (delayMinutes + periodMinutes - 1) / periodMinutes
      return calls < 1 || threshold.datapoint(calls) != .notBreaching || incomplete >= rule.datapointsToAlarm
    case .random(_, let burst):
      guard burst == 1, let limit = threshold.limit, let least = workload.day.map(\.factor).min(),
        periodMinutes > delayMinutes
      else { return true }
      let calls = Poisson(mean: workload.perMinute * least * Double(periodMinutes - delayMinutes))
      return isLikely(calls.boundOfAtMost(limit))
    }
  }

  /// Whether none of its datapoints is breaching unless calls fail, are throttled or are slow, however many or few arrive.
  func isQuietWithoutFailures(of workload: Workload) -> Bool {
    guard rule.missingData != .breaching else { return false }
    if let slowCalls { return slowCalls.mostSlow != nil }
    guard let range = usualRange(of: workload) else { return false }
    return threshold.datapoint(range.lowerBound) == .notBreaching
      && threshold.datapoint(range.upperBound) == .notBreaching
  }

  /// The values while no call fails, as far as they are known.
  private func usualRange(of workload: Workload) -> ClosedRange<Double>? {
    switch measurement {
    case .metric(let signal, let statistic): signal.usualRange(statistic, of: workload)
    case .math(let expression, let metrics, let expressions):
      if let expression = PeriodExpression(expression, metrics: metrics.keys.sorted(), expressions: expressions) {
        expression.range { index in
          guard case .metric(let signal, let statistic)? = metrics[metrics.keys.sorted()[index]] else {
            return -.infinity ... .infinity
          }
          return signal.usualRange(statistic, of: workload)
        }
      } else {
        nil
      }
    }
  }

  /// Whether an alarm on a percentile of durations may fire; other alarms may.
  private func mayHaveSlowCalls(_ failure: FailureMode?, of workload: Workload) -> Bool {
    guard let slow = slowCalls, slow.mostSlow != nil, rule.missingData != .breaching else { return true }
    let durations = DurationDistribution(workload, failure)
    let share = durations.share(above: slow.limit.milliseconds, orAt: slow.limit.orAt)
    guard share > 0 else { return false }
    guard case .random(_, 1) = workload.arrivals else { return true }
    func chance(ofPeriod minutes: Int) -> Double {
      workload.day.map { phase in
        slow.chance(ofShare: share, among: Poisson(mean: workload.perMinute * max(0, phase.factor) * Double(minutes)))
      }.max() ?? 1
    }
    // Only the newest period that has arrived may have fewer minutes, and all of them are independent of each other.
    let newest = periodMinutes - delayMinutes % periodMinutes
    var chances = chance(ofPeriod: newest)
    if newest < periodMinutes { chances = max(chances, chance(ofPeriod: periodMinutes)) }
    for _ in 1..<rule.datapointsToAlarm { chances *= chance(ofPeriod: periodMinutes) }
    let ways = (0..<rule.datapointsToAlarm).reduce(1.0) { $0 * Double(rangeLength - $1) / Double($1 + 1) }
    return isLikely(chances * ways)
  }

  /// Whether what has this chance at one minute happens in one month of a thousand, or more often.
  private func isLikely(_ chance: Double) -> Bool { chance * 43_200 > 1e-3 }
}

extension Signal {
  /// The values of a period that has a datapoint while no call fails.
  fileprivate func usualRange(_ statistic: SignalStatistic, of workload: Workload) -> ClosedRange<Double> {
    switch (self, statistic) {
    case (_, .sampleCount): 0 ... .infinity
    case (.errors, _), (.clientErrors, _), (.throttles, _), (.waiting, _), (.oldestAge, _): 0...0
    case (.duration, _) where workload.medianDuration == nil: 0...0
    // A metric of calls has a datapoint where there is one.
    case (.calls, _): 1 ... .infinity
    case (.duration, _): 0 ... .infinity
    }
  }
}

extension AlarmThreshold {
  fileprivate var isHighBreaching: Bool {
    switch self {
    case .greaterThan, .greaterThanOrEqualTo, .aboveBand: true
    case .lessThan, .lessThanOrEqualTo, .belowBand, .outsideBand: false
    }
  }

  /// The number that values are compared with; `nil` for a band.
  package var limit: Double? {
    switch self {
    case .greaterThan(let limit), .greaterThanOrEqualTo(let limit), .lessThan(let limit), .lessThanOrEqualTo(let limit):
      limit
    case .outsideBand, .aboveBand, .belowBand: nil
    }
  }
}
