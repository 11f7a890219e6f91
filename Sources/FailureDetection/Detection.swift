public import AlarmEvaluation

/// When a failure of a workload is noticed, over many simulated runs.
public struct Detection: Hashable, Sendable {
  /// One run.
  public struct Run: Hashable, Sendable {
    /// Seconds from the beginning of the failure to the first alarm.
    public let seconds: Int
    /// The alarm that fires first.
    public let alarm: String
  }

  /// The runs in which an alarm fires.
  public let noticed: [Run]
  /// The runs in which none fires within the horizon.
  public let unnoticed: Int

  /// Half of the runs are noticed within so many seconds; `nil` where fewer are noticed.
  public var median: Int? { quantile(0.5) }
  /// Of a hundred runs 95 are noticed within so many seconds; `nil` where fewer are noticed.
  public var percentile95: Int? { quantile(0.95) }
  /// The alarm that fires first in most runs.
  public var firstAlarm: String? {
    let counts = Dictionary(grouping: noticed, by: \.alarm).mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func quantile(_ share: Double) -> Int? {
    let rank = Int((share * Double(noticed.count + unnoticed)).rounded(.up))
    let sorted = noticed.map(\.seconds).sorted()
    return rank > 0 && rank <= sorted.count ? sorted[rank - 1] : nil
  }
}

extension Workload {
  /// Simulates a failure until an alarm fires. Each run begins at an hour and a second of its own.
  ///
  /// - Parameters:
  ///   - alarms: Those that notify someone.
  ///   - runs: How many times, with seeds from 0 on.
  ///   - horizonMinutes: After so long it counts as unnoticed.
  /// - Throws: Where an alarm's expression cannot be computed.
  public func detection(
    of failure: Failure, by alarms: [WatchingAlarm], runs: Int = 20, horizonMinutes: Int = 1_440
  ) throws(MathError) -> Detection {
    var noticed: [Detection.Run] = []
    for seed in 0..<max(0, runs) {
      if let run = try firstAlarm(after: failure, alarms, seed: seed, horizonMinutes: horizonMinutes) {
        noticed.append(run)
      }
    }
    return Detection(noticed: noticed, unnoticed: max(0, runs) - noticed.count)
  }

  private func firstAlarm(
    after failure: Failure, _ alarms: [WatchingAlarm], seed: Int, horizonMinutes: Int
  ) throws(MathError) -> Detection.Run? {
    // Long enough that every alarm has seen its whole range in normal operation.
    let settled = (alarms.map { $0.rangeMinutes + $0.publicationDelay / 60 }.max() ?? 0) + 2
    var random = SeededRandom(seed: seed ^ 0x5EED)
    let start = settled * 60 + Int.random(in: 0..<60, using: &random)
    var simulation = SimulatedMinutes(
      self, failure, start: start, needsDurations: alarms.contains { $0.measurement.signals.contains(.duration) },
      seed: seed)
    var states = Array(repeating: AlarmState.insufficientData, count: alarms.count)
    for now in max(1, settled - 2)...(settled + max(1, horizonMinutes)) {
      simulation.extend(to: now)
      for (index, alarm) in alarms.enumerated() {
        let state = try alarm.outcome(at: now, of: simulation.minutes).state(after: states[index])
        defer { states[index] = state }
        if now * 60 > start, state == .alarm, states[index] != .alarm {
          return Detection.Run(seconds: now * 60 - start, alarm: alarm.name)
        }
      }
    }
    return nil
  }

  /// How often alarms fire in normal operation.
  ///
  /// - Returns: For each alarm, how many times it goes to `ALARM`, in the order of the alarms.
  public func falseAlarms(
    of alarms: [WatchingAlarm], days: Int = 30, seed: Int = 0
  ) throws(MathError) -> [Int] {
    let settled = (alarms.map { $0.rangeMinutes + $0.publicationDelay / 60 }.max() ?? 0) + 2
    var simulation = SimulatedMinutes(
      self, nil, start: .max, needsDurations: alarms.contains { $0.measurement.signals.contains(.duration) }, seed: seed
    )
    var states = Array(repeating: AlarmState.insufficientData, count: alarms.count)
    var counts = Array(repeating: 0, count: alarms.count)
    for now in settled...(settled + max(0, days) * 1_440) {
      simulation.extend(to: now)
      for (index, alarm) in alarms.enumerated() {
        let state = try alarm.outcome(at: now, of: simulation.minutes).state(after: states[index])
        if now > settled, state == .alarm, states[index] != .alarm { counts[index] += 1 }
        states[index] = state
      }
    }
    return counts
  }
}
