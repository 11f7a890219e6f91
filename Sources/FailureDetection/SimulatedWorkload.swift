/// A workload over time: minutes in normal operation, and then minutes of a failure.
struct SimulatedWorkload {
  /// What happens to a call.
  private struct Behavior {
    let errorShare: Double
    /// For each limit the share of calls above it, of those that are above the limit before it.
    let slowShares: [Double]
    let durations: DurationDistribution
    let isThrottled: Bool
    let isAbsent: Bool

    init(_ workload: Workload, _ failure: FailureMode?, _ limits: [SlowLimit]) {
      durations = DurationDistribution(workload, failure)
      let normal = workload.normalErrorShare
      errorShare =
        switch failure {
        case .allCallsFail, .callsTimeOut, .memoryExhausted: 1
        case .oneCallInTwentyFails: normal + (1 - normal) / 20
        case .latencyDoubles: normal + (1 - normal) * durations.share(above: durations.timeout, orAt: true)
        default: normal
        }
      var above = 1.0
      slowShares = limits.map { [durations] limit in
        let share = durations.share(above: limit.milliseconds, orAt: limit.orAt)
        defer { above = share }
        return above > 0 ? min(share / above, 1) : 0
      }
      isThrottled = failure == .callsThrottled
      isAbsent = failure == .noCalls
    }
  }

  private let workload: Workload
  private let failure: FailureMode?
  private let normal: Behavior
  private let broken: Behavior
  private let limits: [SlowLimit]
  private let sumsDurations: Bool
  /// For each phase of the day, the calls or the bursts of them in a minute.
  private let arrivals: [Poisson]
  private let burst: Int

  private(set) var totals: MinuteTotals
  private var random = SeededRandom(seed: 0)
  /// The second at which the failure begins.
  private var start = Int.max
  private var phase = 0
  /// The minutes that are left of the phase.
  private var rest = 0
  /// How many minutes have passed since the last one with calls or messages.
  private(set) var idleMinutes = 0
  /// Whether it is known that something arrives in the next minute.
  private var isArriving = false
  /// For calls at equal intervals, the seconds since the last one when the simulation begins.
  private var shift = 0
  /// The second of the first message that waits.
  private var firstWaiting: Int?

  init(_ workload: Workload, _ failure: FailureMode?, limits: [SlowLimit], sumsDurations: Bool) {
    self.workload = workload
    self.failure = failure
    self.limits = limits
    self.sumsDurations = sumsDurations
    normal = Behavior(workload, nil, limits)
    broken = Behavior(workload, failure, limits)
    totals = MinuteTotals(limits: limits.count)
    switch workload.arrivals {
    case .random(_, let size):
      burst = max(1, size)
      arrivals = workload.day.map { [burst] phase in
        Poisson(mean: workload.perMinute * max(0, phase.factor) / Double(burst))
      }
    case .every:
      burst = 1
      arrivals = []
    }
  }

  /// In seconds; what comes less often does not come.
  private static let year = 31_536_000

  /// Begins anew, at a random time of the day.
  ///
  /// - Parameter start: The second of the failure, counted from the first minute.
  mutating func begin(seed: Int, failureAfter minutes: Int?) {
    random = SeededRandom(seed: seed)
    totals.clear()
    firstWaiting = nil
    idleMinutes = 0
    isArriving = false
    start = minutes.map { $0 * 60 + Int.random(in: 0..<60, using: &random) } ?? .max
    if case .every(let seconds) = workload.arrivals {
      shift = Int.random(in: 0..<min(max(1, seconds), Self.year), using: &random)
    }
    var minute = Int.random(in: 0..<max(1, workload.day.reduce(0) { $0 + $1.minutes }), using: &random)
    phase = 0
    while phase < workload.day.count - 1, minute >= workload.day[phase].minutes {
      minute -= workload.day[phase].minutes
      phase += 1
    }
    rest = workload.day[phase].minutes - minute
  }

  /// The second at which the failure begins.
  var failureStart: Int { start }

  /// Simulates one minute more.
  mutating func advance() {
    let minute = totals.count
    totals.beginMinute()
    if rest <= 0 {
      phase = (phase + 1) % workload.day.count
      rest = workload.day[phase].minutes
    }
    rest -= 1
    // The share of the minute in which it is broken.
    let share = start == .max ? 0 : min(max(Double((minute + 1) * 60 - start) / 60, 0), 1)
    switch failure {
    case .deadLetters: if share > 0 { wait(for: 1, since: start, minute, isFirstOnly: true) }
    case .consumerStops:
      let arriving = arriving(in: minute)
      let hit = share < 1 ? hits(of: arriving, share) : arriving
      // The first of some messages that arrive at random in a time arrives after its first part of as many and one.
      let time = share * 60
      let first = (minute + 1) * 60 - Int(time) + (hit > 0 ? Int(time / Double(hit + 1)) : 0)
      wait(for: hit, since: first, minute, isFirstOnly: false)
    default:
      let arriving = arriving(in: minute)
      idleMinutes = arriving == 0 ? idleMinutes + 1 : 0
      let hit = share <= 0 ? 0 : share < 1 ? hits(of: arriving, share) : arriving
      if arriving > hit { add(arriving - hit, normal) }
      if hit > 0 { add(hit, broken) }
    }
  }

  /// Leaves out minutes in which nothing arrives: whatever looks at the minutes before sees the same in them.
  ///
  /// - Returns: How many were left out.
  mutating func skipIdleMinutes(atMost limit: Int) -> Int {
    guard case .random = workload.arrivals, rest > 0 else { return 0 }
    let empty = random.emptyMinutes(arrivals[phase])
    let skipped = min(empty, rest, limit)
    isArriving = skipped == empty
    // The phase that follows has another rate.
    rest -= skipped
    return skipped
  }

  /// How many of a minute's arrivals meet the failure.
  private mutating func hits(of arriving: Int, _ share: Double) -> Int {
    switch workload.arrivals {
    case .random: random.binomial(arriving, share)
    case .every: Int((Double(arriving) * share).rounded())
    }
  }

  private mutating func arriving(in minute: Int) -> Int {
    switch workload.arrivals {
    case .random:
      defer { isArriving = false }
      return random.poisson(arrivals[phase], atLeastOne: isArriving) * burst
    case .every(let seconds):
      let (interval, begin) = (min(max(1, seconds), Self.year), minute * 60 + shift)
      return (begin + 59) / interval - (begin - 1 + interval) / interval + 1
    }
  }

  private mutating func wait(for messages: Int, since second: Int, _ minute: Int, isFirstOnly: Bool) {
    let before = minute > 0 ? totals.value(.waiting, minute - 1) : 0
    if firstWaiting == nil, messages > 0 { firstWaiting = second }
    totals.add(isFirstOnly ? Double(messages) : before + Double(messages), to: .waiting)
    if let firstWaiting { totals.add(Double(max(0, (minute + 1) * 60 - firstWaiting)), to: .oldestAge) }
  }

  private mutating func add(_ calls: Int, _ behavior: Behavior) {
    if behavior.isAbsent { return }
    if behavior.isThrottled {
      if workload.kind == .api {
        totals.add(Double(calls), to: .calls)
        totals.add(Double(calls), to: .clientErrors)
      } else {
        totals.add(Double(calls), to: .throttles)
      }
      return
    }
    totals.add(Double(calls), to: .calls)
    if behavior.errorShare > 0 { totals.add(Double(random.binomial(calls, behavior.errorShare)), to: .errors) }
    var slow = calls
    for (index, share) in behavior.slowShares.enumerated() where slow > 0 {
      slow = random.binomial(slow, share)
      totals.add(Double(slow), to: .slow(index))
    }
    if sumsDurations { totals.add(behavior.durations.sum(of: calls, &random), to: .durations) }
  }
}

extension DurationDistribution {
  /// The durations of a workload in normal operation, or while it fails.
  init(_ workload: Workload, _ failure: FailureMode?) {
    let median: Double? =
      switch failure {
      case .callsTimeOut: workload.timeout ?? workload.medianDuration
      case .latencyDoubles: workload.medianDuration.map { 2 * $0 }
      case .memoryExhausted: workload.medianDuration.map { $0 / 2 }
      default: workload.medianDuration
      }
    self.init(median: median, spread: Workload.durationSpread, timeout: workload.timeout ?? .infinity)
  }
}

/// A limit of a duration, which a percentile is above where enough calls are.
struct SlowLimit: Hashable {
  let milliseconds: Double
  /// Whether a duration at the limit counts as well.
  let orAt: Bool
}
