package import AlarmEvaluation

/// When the alarms of a workload notice a failure, over many simulated runs.
package struct Detection: Hashable, Sendable {
  /// One run in which an alarm fires.
  package struct Run: Hashable, Sendable {
    /// Seconds from the beginning of the failure to the first alarm.
    package let seconds: Int
    /// Seconds from the minute of the first call that meets the failure.
    package let secondsOfCalls: Int
    /// The alarm that fires first.
    package let alarm: String
  }

  /// The runs in which an alarm fires that notifies a subscriber.
  package let noticed: [Run]
  /// How many runs there are.
  package let runs: Int
  /// In how many of them no call meets the failure.
  package let unmet: Int
  /// The alarm that fires first although it notifies no one, in the first run in which one does.
  package let silentAlarm: String?

  package init(noticed: [Run], runs: Int, unmet: Int = 0, silentAlarm: String? = nil) {
    self.noticed = noticed
    self.runs = runs
    self.unmet = unmet
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
  /// - Parameters:
  ///   - runs: How many times, with seeds from 0 on.
  ///   - patience: A run ends so many seconds after the first call that meets the failure, if not earlier.
  /// - Throws: Where an alarm's expression cannot be computed.
  package func detection(
    of failure: FailureMode, by alarms: [WatchingAlarm], runs: Int = 20, horizonMinutes: Int = Workload.horizonMinutes,
    patience: Int = .max
  ) throws(MathError) -> Detection {
    let runs = max(0, runs)
    var watched = WatchedStates(alarms, of: self) { $0.mayNotice(failure, of: self) }
    let indices = watched.indices
    guard !indices.isEmpty else { return Detection(noticed: [], runs: runs) }
    let canNotify = indices.contains { alarms[$0].notifies }
    var simulation = SimulatedWorkload(
      self, failure, limits: watched.limits, sumsDurations: watched.sumsDurations, minutes: watched.rangeMinutes,
      isQuietWithoutFailures: watched.areQuietWithoutFailures)
    let settled = watched.rangeMinutes + 1
    let isSilenced = watched.signals.isSubset(of: failure.endedSignals(of: kind))
    var noticed: [Detection.Run] = []
    var unmet = 0
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
      var firstCall: Int?
      run: while now + skipped < settled + max(1, horizonMinutes) {
        simulation.advance()
        now += 1
        watched.advance(to: now, simulation.totals)
        try watched.evaluate(at: now, simulation.totals)
        guard now * 60 > simulation.failureStart else { continue }
        if firstCall == nil, simulation.isMet { firstCall = max((now + skipped - 1) * 60, simulation.failureStart) }
        for index in watched.fired {
          if alarms[index].notifies {
            let seconds = (now + skipped) * 60 - simulation.failureStart
            let ofCalls = firstCall.map { (now + skipped) * 60 - $0 } ?? seconds
            noticed.append(Detection.Run(seconds: seconds, secondsOfCalls: ofCalls, alarm: alarms[index].name))
            break run
          }
          silentAlarm = silentAlarm ?? alarms[index].name
        }
        if !canNotify, silentAlarm != nil { break }
        // Alarms that have seen nothing else for so long do not change.
        if isSilenced, now > settled + watched.settlingMinutes { break }
        if let firstCall, (now + skipped) * 60 - firstCall > patience { break }
        if now > settled + watched.settlingMinutes {
          skipped += simulation.skipUneventfulMinutes(
            atMost: settled + max(1, horizonMinutes) - now - skipped, settling: watched.settlingMinutes)
        }
      }
      if firstCall == nil, !simulation.isMet { unmet += 1 }
    }
    return Detection(noticed: noticed, runs: runs, unmet: unmet, silentAlarm: silentAlarm)
  }

  /// How often alarms fire in normal operation.
  ///
  /// - Returns: For each alarm, how many times it goes to `ALARM` in the days, in the order of the alarms.
  package func falseAlarms(
    of alarms: [WatchingAlarm], days: Int = 30, seed: Int = 0
  ) throws(MathError) -> [Int] {
    var counts = Array(repeating: 0, count: alarms.count)
    var watched = WatchedStates(alarms, of: self) { $0.mayFireNormally(self) }
    guard !watched.indices.isEmpty else { return counts }
    var simulation = SimulatedWorkload(
      self, nil, limits: watched.limits, sumsDurations: watched.sumsDurations, minutes: watched.rangeMinutes,
      isQuietWithoutFailures: watched.areQuietWithoutFailures)
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
      if now > settled + watched.settlingMinutes {
        skipped += simulation.skipUneventfulMinutes(
          atMost: end - now - skipped, settling: watched.settlingMinutes)
      }
    }
    return counts
  }
}
