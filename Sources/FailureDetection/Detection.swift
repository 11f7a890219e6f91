package import AlarmEvaluation

/// When the alarms of a workload notice a failure, over many simulated runs.
package struct Detection: Hashable, Sendable {
  /// One run in which an alarm fires.
  package struct Run: Hashable, Sendable {
    /// Seconds from the beginning of the failure to the first alarm.
    package let seconds: Int
    /// The alarm that fires first.
    package let alarm: String
  }

  /// The runs in which an alarm fires that notifies a subscriber.
  package let noticed: [Run]
  /// How many runs there are.
  package let runs: Int
  /// The alarm that fires first although it notifies no one, in the first run in which one does.
  package let silentAlarm: String?

  package init(noticed: [Run], runs: Int, silentAlarm: String? = nil) {
    self.noticed = noticed
    self.runs = runs
    self.silentAlarm = silentAlarm
  }

  /// Half of the runs are noticed within so many seconds; `nil` where fewer are noticed.
  package var median: Int? { quantile(0.5) }
  /// Of a hundred runs 95 are noticed within so many seconds; `nil` where fewer are noticed.
  package var percentile95: Int? { quantile(0.95) }
  /// The alarm that fires first in most runs.
  package var firstAlarm: String? {
    let counts = Dictionary(grouping: noticed, by: \.alarm).mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func quantile(_ share: Double) -> Int? {
    let rank = Int((share * Double(runs)).rounded(.up))
    let sorted = noticed.map(\.seconds).sorted()
    return rank > 0 && rank <= sorted.count ? sorted[rank - 1] : nil
  }
}

extension Workload {
  /// A failure that no alarm has noticed after so many minutes counts as not noticed: a day.
  package static let horizonMinutes = 1_440

  /// Simulates a failure until an alarm fires that notifies a subscriber. Each run begins at its own time of the day.
  ///
  /// - Parameter runs: How many times, with seeds from 0 on.
  /// - Throws: Where an alarm's expression cannot be computed.
  package func detection(
    of failure: FailureMode, by alarms: [WatchingAlarm], runs: Int = 20, horizonMinutes: Int = Workload.horizonMinutes
  ) throws(MathError) -> Detection {
    let runs = max(0, runs)
    var watched = WatchedStates(alarms) { $0.mayNotice(failure, of: self) }
    let indices = watched.indices
    guard !indices.isEmpty else { return Detection(noticed: [], runs: runs) }
    let canNotify = indices.contains { alarms[$0].notifies }
    var simulation = SimulatedWorkload(
      self, failure, limits: watched.limits, sumsDurations: watched.sumsDurations)
    let settled = watched.rangeMinutes + 1
    var noticed: [Detection.Run] = []
    var silentAlarm: String?
    for seed in 0..<runs {
      simulation.begin(seed: seed, failureAfter: settled)
      watched.begin()
      var now = 0
      while now < settled {
        simulation.advance()
        now += 1
        watched.advance(to: now, simulation.totals)
      }
      try watched.evaluate(at: now, simulation.totals, isFirst: true)
      // Minutes that were left out.
      var skipped = 0
      run: while now + skipped < settled + max(1, horizonMinutes) {
        simulation.advance()
        now += 1
        watched.advance(to: now, simulation.totals)
        try watched.evaluate(at: now, simulation.totals)
        guard now * 60 > simulation.failureStart else { continue }
        for index in watched.fired {
          if alarms[index].notifies {
            let seconds = (now + skipped) * 60 - simulation.failureStart
            noticed.append(Detection.Run(seconds: seconds, alarm: alarms[index].name))
            break run
          }
          silentAlarm = silentAlarm ?? alarms[index].name
        }
        if !canNotify, silentAlarm != nil { break }
        // Alarms that have seen nothing else for so long do not change.
        if failure == .noCalls, now > settled + watched.settlingMinutes { break }
        if simulation.idleMinutes > watched.settlingMinutes, now > settled + watched.settlingMinutes {
          skipped += simulation.skipIdleMinutes(atMost: settled + max(1, horizonMinutes) - now - skipped)
        }
      }
    }
    return Detection(noticed: noticed, runs: runs, silentAlarm: silentAlarm)
  }

  /// How often alarms fire in normal operation.
  ///
  /// - Returns: For each alarm, how many times it goes to `ALARM` in the days, in the order of the alarms.
  package func falseAlarms(
    of alarms: [WatchingAlarm], days: Int = 30, seed: Int = 0
  ) throws(MathError) -> [Int] {
    var counts = Array(repeating: 0, count: alarms.count)
    var watched = WatchedStates(alarms) { $0.mayFireNormally(self) }
    guard !watched.indices.isEmpty else { return counts }
    var simulation = SimulatedWorkload(self, nil, limits: watched.limits, sumsDurations: watched.sumsDurations)
    simulation.begin(seed: seed, failureAfter: nil)
    watched.begin()
    let settled = watched.rangeMinutes + 1
    var (now, skipped) = (0, 0)
    let end = settled + max(0, days) * 1_440
    while now + skipped < end {
      simulation.advance()
      now += 1
      watched.advance(to: now, simulation.totals)
      guard now >= settled else { continue }
      try watched.evaluate(at: now, simulation.totals, isFirst: now == settled)
      if now > settled { for index in watched.fired { counts[index] += 1 } }
      if simulation.idleMinutes > watched.settlingMinutes, now > settled + watched.settlingMinutes {
        skipped += simulation.skipIdleMinutes(atMost: end - now - skipped)
      }
    }
    return counts
  }
}
