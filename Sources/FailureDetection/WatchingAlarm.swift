public import AlarmEvaluation

/// An alarm on a workload.
public struct WatchingAlarm: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// What it looks at.
  public var measurement: Measurement
  /// Which values are breaching.
  public var threshold: AlarmThreshold
  /// How many of them fire.
  public var rule: DatapointRule
  /// `period`, in whole minutes.
  public var periodMinutes: Int
  /// Seconds from the end of a minute to the arrival of its datapoint: for Lambda about one or two minutes.
  public var publicationDelay: Int

  /// An alarm whose metric arrives 90 seconds late, unless said otherwise.
  public init(
    _ name: String, _ measurement: Measurement, _ threshold: AlarmThreshold, _ rule: DatapointRule,
    periodMinutes: Int = 1, publicationDelay: Int = 90
  ) {
    self.name = name
    self.measurement = measurement
    self.threshold = threshold
    self.rule = rule
    self.periodMinutes = min(max(1, periodMinutes), 1_440)
    self.publicationDelay = min(max(0, publicationDelay), 86_400)
  }

  /// How many minutes it looks back.
  var rangeMinutes: Int { rangeLength * periodMinutes }

  private var rangeLength: Int { rule.periods + 2 }

  /// What an evaluation at the end of a minute does: the window slides with it, and sees the minutes that have arrived.
  ///
  /// - Parameter now: How many minutes are over.
  func outcome(at now: Int, of minutes: [MinuteRecord]) throws(MathError) -> AlarmOutcome {
    let arrived = max(0, (now * 60 - publicationDelay) / 60)
    let windows = (0..<rangeLength).reversed().map { age in
      let end = min(now - age * periodMinutes, arrived)
      let start = max(0, now - (age + 1) * periodMinutes)
      return start < end ? minutes[start..<min(end, minutes.count)] : []
    }
    let values = try values(measurement, windows)
    return rule.evaluate(values.map { threshold.datapoint($0) }).evaluations.first?.outcome ?? .keep
  }

  private func values(
    _ measurement: Measurement, _ windows: [ArraySlice<MinuteRecord>]
  ) throws(MathError) -> [Double?] {
    switch measurement {
    case .metric(let signal, let statistic): return windows.map { signal.value(of: $0, statistic) }
    case .math(let expression, let inputs):
      var metrics: [MathInputs.Metric] = []
      for (id, input) in inputs.sorted(by: { $0.key < $1.key }) {
        metrics.append(MathInputs.Metric(id, try values(input, windows)))
      }
      return try expression.values(of: MathInputs(metrics: metrics, period: periodMinutes * 60))
    }
  }
}
