import AlarmEvaluation

/// A metric alarm as a simulation evaluates it, minute by minute.
struct SimulatedAlarm {
  let index: Int
  private let condition: WatchingAlarm.MetricCondition
  private let source: Source
  private let period: Int
  private let delay: Int
  private let length: Int
  private let interval: Int
  /// For each minute, the datapoint of the whole period that ends with it.
  private var complete: [Datapoint] = []
  /// The datapoints of the last evaluation, with their outcome: most evaluations see the same ones.
  private var lastRecent = RecentDatapoints()
  private var lastOutcome: AlarmOutcome

  private enum Source {
    case metric(MetricReader)
    case slow(SlowCalls, MinuteTotals.Column)
    case period(PeriodExpression, [MetricReader])
    case series(MathExpression, [(id: String, reader: MetricReader)], [String: MathExpression])
  }

  /// - Parameter limits: The limits of the workload's columns.
  /// - Returns: `nil` where the alarm reads something that is not simulated.
  init?(_ condition: WatchingAlarm.MetricCondition, index: Int, limits: [SlowLimit]) {
    self.index = index
    self.condition = condition
    lastOutcome = condition.rule.outcome(of: RecentDatapoints())
    period = condition.periodMinutes
    delay = condition.delayMinutes
    length = condition.rangeLength
    interval = condition.intervalMinutes
    switch condition.measurement {
    case .metric(let signal, let statistic):
      if let reader = MetricReader(signal, statistic) {
        source = .metric(reader)
      } else if let slow = SlowCalls(statistic, condition.threshold), let limit = limits.firstIndex(of: slow.limit) {
        source = .slow(slow, .slow(limit))
      } else {
        return nil
      }
    case .math(let expression, let metrics, let expressions):
      var readers: [(id: String, reader: MetricReader)] = []
      for (id, metric) in metrics.sorted(by: { $0.key < $1.key }) {
        guard case .metric(let signal, let statistic) = metric, let reader = MetricReader(signal, statistic) else {
          return nil
        }
        readers.append((id, reader))
      }
      if let math = PeriodExpression(expression, metrics: readers.map(\.id), expressions: expressions) {
        source = .period(math, readers.map(\.reader))
      } else {
        source = .series(expression, readers, expressions)
      }
    }
  }

  var readsDurations: Bool {
    switch source {
    case .metric(let reader): reader.readsDurations
    case .slow: false
    case .period(_, let readers): readers.contains(where: \.readsDurations)
    case .series(_, let readers, _): readers.contains(where: \.reader.readsDurations)
    }
  }

  mutating func begin() {
    complete.removeAll(keepingCapacity: true)
    // Nothing ends with the beginning of the first minute.
    complete.append(.missing)
  }

  /// Takes note of a minute's end. It has to be called for every minute.
  ///
  /// - Parameter now: How many minutes are over.
  mutating func advance(to now: Int, _ totals: MinuteTotals) {
    let end = now - delay
    if end > 0 { complete.append(datapoint(totals, max(0, end - period), end)) }
  }

  func isEvaluated(at now: Int) -> Bool { now % interval == 0 }

  /// What an evaluation at the end of a minute does: the window slides with it, and sees the minutes that have arrived.
  mutating func outcome(at now: Int, _ totals: MinuteTotals) throws(MathError) -> AlarmOutcome {
    if let needed = condition.neededSamples, hasTooFewSamples(needed.minimum, at: now, totals) { return .keep }
    if case .series(let expression, let readers, let expressions) = source {
      return try outcome(of: expression, readers, expressions, at: now, totals)
    }
    guard length <= RecentDatapoints.capacity else {
      return condition.rule.outcome(of: (0..<length).reversed().map { datapoint(at: now, age: $0, totals) })
    }
    var recent = RecentDatapoints()
    for age in 0..<length { recent.set(datapoint(at: now, age: age, totals), age: age) }
    if recent != lastRecent {
      lastRecent = recent
      lastOutcome = condition.rule.outcome(of: recent)
    }
    return lastOutcome
  }

  private func datapoint(at now: Int, age: Int, _ totals: MinuteTotals) -> Datapoint {
    let end = now - age * period
    if end <= now - delay { return end > 0 && end < complete.count ? complete[end] : .missing }
    let (start, arrived) = (max(0, end - period), now - delay)
    return start < arrived ? datapoint(totals, start, arrived) : .missing
  }

  /// The datapoint of the minutes from one to another.
  private func datapoint(_ totals: MinuteTotals, _ start: Int, _ end: Int) -> Datapoint {
    switch source {
    case .metric(let reader): condition.threshold.datapoint(reader.value(totals, start, end))
    case .slow(let slow, let column): slow.datapoint(column, totals, start, end)
    case .period(let expression, let readers):
      condition.threshold.datapoint(expression.value(of: readers.map { $0.value(totals, start, end) }))
    case .series: .missing
    }
  }

  /// The value of the whole period that ends with a minute; `nil` where there is none, or where no value is computed.
  func value(of minute: Int, _ totals: MinuteTotals) -> Double? {
    let start = max(0, minute - period)
    return switch source {
    case .metric(let reader): reader.value(totals, start, minute)
    case .period(let expression, let readers): expression.value(of: readers.map { $0.value(totals, start, minute) })
    case .slow, .series: nil
    }
  }

  /// The windows of the range, oldest first; `nil` for one without minutes that have arrived.
  private func windows(at now: Int) -> [(start: Int, end: Int)?] {
    (0..<length).reversed().map { age in
      let end = min(now - age * period, now - delay)
      let start = max(0, now - (age + 1) * period)
      return start < end ? (start, end) : nil
    }
  }

  private func outcome(
    of expression: MathExpression, _ readers: [(id: String, reader: MetricReader)],
    _ expressions: [String: MathExpression], at now: Int, _ totals: MinuteTotals
  ) throws(MathError) -> AlarmOutcome {
    let windows = windows(at: now)
    let metrics = readers.map { id, reader in
      MathInputs.Metric(id, windows.map { window in window.flatMap { reader.value(totals, $0.start, $0.end) } })
    }
    let inputs = MathInputs(metrics: metrics, expressions: expressions, period: period * 60)
    return condition.rule.outcome(of: try expression.values(of: inputs).map { condition.threshold.datapoint($0) })
  }

  /// The guide counts the samples of all evaluated periods.
  private func hasTooFewSamples(_ needed: Int, at now: Int, _ totals: MinuteTotals) -> Bool {
    let end = max(0, now - delay)
    let samples = totals.sum(.calls, max(0, now - condition.rule.periods * period), end)
    return samples > 0 && samples < Double(needed)
  }
}

extension WatchingAlarm.MetricCondition {
  /// The limit that a percentile of durations is compared with.
  var slowLimit: SlowLimit? {
    guard case .metric(.duration, let statistic) = measurement else { return nil }
    return SlowCalls(statistic, threshold)?.limit
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
    guard !measurement.signals.isDisjoint(with: affected) else { return false }
    let silenced: Set<Signal> =
      switch failure {
      case .noCalls: affected
      case .callsThrottled: affected.subtracting([.throttles, .clientErrors])
      default: []
      }
    guard mayHaveSlowCalls(failure, of: workload) else { return false }
    guard measurement.signals.isSubset(of: silenced), threshold.isHighBreaching else { return true }
    guard case .metric = measurement else { return true }
    return rule.outcome(of: RecentDatapoints()) == .alarm
  }

  /// Whether an alarm on a percentile of durations may fire: not where the chance that it does at some minute of a month is
  /// below one in a million. Other alarms may.
  private func mayHaveSlowCalls(_ failure: FailureMode?, of workload: Workload) -> Bool {
    guard case .metric(.duration, let statistic) = measurement, let slow = SlowCalls(statistic, threshold),
      let most = slow.mostSlow, case .random(_, 1) = workload.arrivals, rule.missingData != .breaching,
      let least = workload.day.map(\.factor).min(), periodMinutes > delayMinutes
    else { return true }
    let durations = DurationDistribution(workload, failure)
    let share = durations.share(above: slow.limit.milliseconds, orAt: slow.limit.orAt)
    func chanceOfPeriod(_ minutes: Int) -> Double {
      Poisson(mean: workload.perMinute * least * Double(minutes)).boundOfShare(share, above: most)
    }
    // Only the newest period has fewer minutes, and all of them are independent of each other.
    var chance = chanceOfPeriod(periodMinutes - delayMinutes)
    for _ in 1..<rule.datapointsToAlarm { chance *= chanceOfPeriod(periodMinutes) }
    let ways = (0..<rule.datapointsToAlarm).reduce(1.0) { $0 * Double(rangeLength - $1) / Double($1 + 1) }
    return chance * ways * 43_200 > 1e-6
  }

  /// Whether it may fire in normal operation: not where it counts what never happens then, and not where it fires on few
  /// calls and the chance that a window of a month has so few is below one in a million.
  func mayFireNormally(_ workload: Workload) -> Bool {
    guard case .metric(let signal, let statistic) = measurement else { return true }
    switch signal {
    case .errors where workload.normalErrorShare == 0, .clientErrors, .throttles, .waiting, .oldestAge:
      return !threshold.isOnlyAboveZero
    case .errors: return true
    case .duration:
      return (workload.medianDuration != nil || !threshold.isOnlyAboveZero) && mayHaveSlowCalls(nil, of: workload)
    case .calls:
      guard statistic == .sum, case .random(_, 1) = workload.arrivals, !threshold.isHighBreaching,
        let limit = threshold.limit, let least = workload.day.map(\.factor).min(), periodMinutes > delayMinutes
      else { return true }
      let windowsOfMonth = 43_200.0
      let calls = Poisson(mean: workload.perMinute * least * Double(periodMinutes - delayMinutes))
      return calls.boundOfAtMost(limit) * windowsOfMonth > 1e-6
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

  fileprivate var isOnlyAboveZero: Bool {
    switch self {
    case .greaterThan(let limit): limit >= 0
    case .greaterThanOrEqualTo(let limit): limit > 0
    case .lessThan, .lessThanOrEqualTo, .outsideBand, .aboveBand, .belowBand: false
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
