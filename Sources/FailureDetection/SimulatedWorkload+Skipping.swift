extension SimulatedWorkload {
  /// Leaves out minutes without an event, where none of the alarms sees one any more: they see the same in them.
  ///
  /// If only calls that fail or are slow are events, the others still are in what the alarms read. As many minutes before the
  /// next event are simulated as the alarms look back.
  ///
  /// - Parameters:
  ///   - limit: How many are left out at most.
  ///   - settling: How many minutes without an event bring all alarms to rest.
  /// - Returns: How many were left out.
  mutating func skipUneventfulMinutes(atMost limit: Int, settling: Int) -> Int {
    guard rest > 0, knownMinutes == 0, !isEventKnown, uneventfulMinutes > settling else { return 0 }
    switch workload.arrivals {
    case .every(let seconds):
      guard !isQuietWithoutFailures else { return 0 }
      let interval = min(max(1, seconds), Self.year)
      let begin = totals.count * 60 + shift
      let skipped = max(0, min(((begin + interval - 1) / interval * interval - begin) / 60, rest, limit))
      shift = (shift + skipped * 60) % interval
      rest -= skipped
      return skipped
    case .random:
      let empty = random.emptyMinutes(events[phase])
      let gap = min(empty, rest)
      // The phase that follows has another rate.
      isEventKnown = empty < rest
      let skipped = max(0, min(isQuietWithoutFailures ? gap - settling : gap, limit))
      knownMinutes = isQuietWithoutFailures ? gap - skipped : 0
      if !isQuietWithoutFailures, skipped < gap { isEventKnown = false }
      rest -= skipped
      return skipped
    }
  }
}
