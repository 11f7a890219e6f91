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
  /// The datapoints of whole periods: those that end with minutes whose numbers are the same modulo the period.
  private var whole: [RecentDatapoints]
  /// How many periods at the end of the range have not arrived as a whole.
  private let incomplete: Int
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
    incomplete = (delay + period - 1) / period
    whole = Array(repeating: RecentDatapoints(), count: period)
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
    for index in whole.indices { whole[index] = RecentDatapoints() }
  }

  /// Takes note of a minute's end. It has to be called for every minute.
  ///
  /// - Parameter now: How many minutes are over.
  mutating func advance(to now: Int, _ totals: MinuteTotals) {
    let arrived = now - delay
    if arrived > 0 { whole[arrived % period].append(datapoint(totals, max(0, arrived - period), arrived)) }
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
    var recent = whole[now % period].aged(by: incomplete, length: length)
    let (start, arrived) = (max(0, now - incomplete * period), now - delay)
    if incomplete > 0, incomplete <= length, start < arrived {
      recent.set(datapoint(totals, start, arrived), age: incomplete - 1)
    }
    if recent != lastRecent {
      lastRecent = recent
      lastOutcome = condition.rule.outcome(of: recent)
    }
    return lastOutcome
  }

  private func datapoint(at now: Int, age: Int, _ totals: MinuteTotals) -> Datapoint {
    let (start, end) = (max(0, now - (age + 1) * period), min(now - age * period, now - delay))
    return start < end ? datapoint(totals, start, end) : .missing
  }

  /// The datapoint of the minutes from one to another.
  private func datapoint(_ totals: MinuteTotals, _ start: Int, _ end: Int) -> Datapoint {
    switch source {
    case .metric(let reader): condition.threshold.datapoint(reader.value(totals, start, end))
    case .slow(let slow, let column): slow.datapoint(column, totals, start, end)
    case .period(let expression, let readers):
      condition.threshold.datapoint(expression.value { readers[$0].value(totals, start, end) })
    case .series: .missing
    }
  }

  /// The value of the whole period that ends with a minute; `nil` where there is none, or where no value is computed.
  func value(of minute: Int, _ totals: MinuteTotals) -> Double? {
    let start = max(0, minute - period)
    return switch source {
    case .metric(let reader): reader.value(totals, start, minute)
    case .period(let expression, let readers): expression.value { readers[$0].value(totals, start, minute) }
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
