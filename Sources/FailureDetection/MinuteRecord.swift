/// What happens in one minute.
struct MinuteRecord: Hashable, Sendable {
  /// Calls that run, or messages that arrive.
  var calls = 0
  /// Calls that end in an error.
  var errors = 0
  /// Calls that are refused.
  var throttles = 0
  /// Durations of some of the calls, in milliseconds.
  var durations: [Double] = []
  /// Messages that wait at the end of the minute.
  var waiting = 0
  /// How long the oldest of them has waited, in seconds.
  var oldestAge = 0

  /// As many durations stand for all of a minute's calls.
  static let sampledDurations = 32
}

/// A workload over time: minutes in normal operation, and then minutes of a failure.
struct SimulatedMinutes {
  private let workload: Workload
  private let failure: Failure?
  /// The second at which the failure begins.
  private let start: Int
  private let firstHour: Int
  private let needsDurations: Bool
  private var random: SeededRandom
  private(set) var minutes: [MinuteRecord] = []

  /// In seconds; what comes less often does not come.
  private static let year = 31_536_000

  /// - Parameters:
  ///   - failure: `nil` for normal operation only.
  ///   - start: The second at which it begins, counted from the first minute.
  ///   - needsDurations: Whether an alarm looks at durations.
  init(_ workload: Workload, _ failure: Failure?, start: Int, needsDurations: Bool, seed: Int) {
    self.workload = workload
    self.failure = failure
    self.start = start
    self.needsDurations = needsDurations
    random = SeededRandom(seed: seed)
    firstHour = Int.random(in: 0..<24, using: &random)
  }

  /// Simulates until there are so many minutes.
  mutating func extend(to count: Int) {
    while minutes.count < count { minutes.append(next()) }
  }

  private mutating func next() -> MinuteRecord {
    let minute = minutes.count
    // The share of the minute in which it is broken.
    let broken = failure == nil ? 0 : min(max(Double((minute + 1) * 60 - start) / 60, 0), 1)
    let arriving = arrivals(in: minute)
    let hit = hits(of: arriving, broken)
    var record = MinuteRecord()
    if workload.kind == .queue {
      record.calls = arriving
      record.waiting = failure == .consumerStops ? (minutes.last?.waiting ?? 0) + hit : 0
      if record.waiting > 0, let last = minutes.last {
        record.oldestAge = last.waiting > 0 ? last.oldestAge + 60 : Int(broken * 60)
      }
      return record
    }
    add(arriving - hit, nil, to: &record)
    if hit > 0 { add(hit, failure, to: &record) }
    return record
  }

  /// How many of a minute's arrivals meet the failure.
  private mutating func hits(of arriving: Int, _ broken: Double) -> Int {
    switch workload.arrivals {
    case .random: random.binomial(arriving, broken)
    case .every: Int((Double(arriving) * broken).rounded())
    }
  }

  private mutating func arrivals(in minute: Int) -> Int {
    switch workload.arrivals {
    case .random:
      return random.poisson(workload.meanPerMinute(atHour: firstHour + minute / 60))
    case .every(let seconds):
      let (interval, begin) = (min(max(1, seconds), Self.year), minute * 60)
      return (begin + 59) / interval - (begin - 1 + interval) / interval + 1
    }
  }

  private mutating func add(_ calls: Int, _ failure: Failure?, to record: inout MinuteRecord) {
    switch failure {
    case .noCalls: return
    case .callsThrottled:
      record.throttles += calls
      return
    default: break
    }
    record.calls += calls
    record.errors += random.binomial(
      calls, failure?.errorShare(normal: workload.normalErrorShare) ?? workload.normalErrorShare)
    guard needsDurations else { return }
    for _ in 0..<min(calls, MinuteRecord.sampledDurations) { record.durations.append(duration(in: failure)) }
  }

  private mutating func duration(in failure: Failure?) -> Double {
    if failure == .callsTimeOut { return workload.timeout }
    let usual = random.duration(median: workload.medianDuration, spread: workload.durationSpread)
    let factor = failure == .latencyDoubles ? 2 : failure == .memoryExhausted ? 0.5 : 1
    return min(usual * factor, workload.timeout)
  }
}
