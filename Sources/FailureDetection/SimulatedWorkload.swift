/// A workload over time: minutes in normal operation, and then minutes of a failure.
struct SimulatedWorkload {
  let workload: Workload
  private let failure: FailureMode?
  private let normal: CallBehavior
  private let broken: CallBehavior
  private let limits: [SlowLimit]
  private let sumsDurations: Bool
  /// For each phase of the day, the calls or the bursts of them in a minute.
  let arrivals: [Poisson]
  /// The same for the calls that are events, and for the others, once the failure has begun.
  let events: [Poisson]
  private let others: [Poisson]
  /// Whether only calls that fail or are slow are events, and not all.
  let isQuietWithoutFailures: Bool
  private let burst: Int

  private(set) var totals: MinuteTotals
  var random = SeededRandom(seed: 0)
  /// The second at which the failure begins.
  private var start = Int.max
  private(set) var phase = 0
  /// The minutes that are left of the phase.
  var rest = 0
  /// How many minutes have passed since the last one with an event.
  private(set) var uneventfulMinutes = 0
  /// How many minutes follow of which it is known that they have no event.
  var knownMinutes = 0
  /// Whether it is known that the minute behind them has one.
  var isEventKnown = false
  /// Whether calls have met the failure.
  private(set) var isMet = false
  /// For calls at equal intervals, the seconds since the last one when the simulation begins.
  var shift = 0
  /// The second of the first message that waits.
  private var firstWaiting: Int?

  /// - Parameter minutes: How many minutes the alarms look back at most.
  init(
    _ workload: Workload, _ failure: FailureMode?, limits: [SlowLimit], sumsDurations: Bool, minutes: Int,
    isQuietWithoutFailures: Bool = false
  ) {
    self.workload = workload
    self.failure = failure
    self.limits = limits
    self.sumsDurations = sumsDurations
    normal = CallBehavior(workload, nil, limits)
    broken = CallBehavior(workload, failure, limits)
    totals = MinuteTotals(limits: limits.count, minutes: minutes)
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
    let share = isQuietWithoutFailures && burst == 1 ? broken.eventfulShare : 1
    self.isQuietWithoutFailures = share < 1 && !arrivals.isEmpty
    events = share < 1 ? arrivals.map { Poisson(mean: $0.mean * share) } : arrivals
    others = share < 1 ? arrivals.map { Poisson(mean: $0.mean * (1 - share)) } : []
  }

  /// In seconds; what comes less often does not come.
  static let year = 31_536_000

  /// Begins anew, at a random time of the day.
  ///
  /// - Parameter start: The second of the failure, counted from the first minute.
  mutating func begin(seed: Int, failureAfter minutes: Int?) {
    random = SeededRandom(seed: seed)
    totals.clear()
    firstWaiting = nil
    uneventfulMinutes = 0
    knownMinutes = 0
    isEventKnown = false
    isMet = false
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
    // A single phase never ends.
    rest = workload.day.count == 1 ? .max : workload.day[phase].minutes - minute
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
      uneventfulMinutes += 1
      if isQuietWithoutFailures, failure == nil || share >= 1 {
        drawEvents()
        return
      }
      let arriving = arriving(in: minute)
      if arriving > 0, !isQuietWithoutFailures { uneventfulMinutes = 0 }
      let hit = share <= 0 ? 0 : share < 1 ? hits(of: arriving, share) : arriving
      if arriving > hit { add(arriving - hit, normal) }
      if hit > 0 {
        isMet = true
        add(hit, broken)
      }
    }
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
      defer { isEventKnown = false }
      return random.poisson(arrivals[phase], atLeastOne: isEventKnown) * burst
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

  /// A minute in which all calls meet the failure, or none does: those that are events, and the others.
  private mutating func drawEvents() {
    let ordinary = random.poisson(others[phase])
    if knownMinutes > 0 {
      knownMinutes -= 1
      if ordinary > 0 { totals.add(Double(ordinary), to: .calls) }
      return
    }
    let events = random.poisson(events[phase], atLeastOne: isEventKnown)
    isEventKnown = false
    guard ordinary + events > 0 else { return }
    isMet = true
    totals.add(Double(ordinary + events), to: .calls)
    guard events > 0 else { return }
    uneventfulMinutes = 0
    let (errors, slow) = broken.events(among: events, &random)
    totals.add(Double(errors), to: .errors)
    addSlow(slow, broken)
  }

  /// - Parameter slow: Calls above the first limit.
  private mutating func addSlow(_ slow: Int, _ behavior: CallBehavior) {
    guard slow > 0 else { return }
    uneventfulMinutes = 0
    totals.add(Double(slow), to: .slow(0))
    var slow = slow
    for (index, share) in behavior.slowShares.enumerated().dropFirst() where slow > 0 {
      slow = random.binomial(slow, share)
      totals.add(Double(slow), to: .slow(index))
    }
  }

  private mutating func add(_ calls: Int, _ behavior: CallBehavior) {
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
    if behavior.errorShare > 0 {
      let errors = random.binomial(calls, behavior.errorShare)
      if errors > 0 { uneventfulMinutes = 0 }
      totals.add(Double(errors), to: .errors)
    }
    if let share = behavior.slowShares.first { addSlow(random.binomial(calls, share), behavior) }
    if sumsDurations { totals.add(behavior.durations.sum(of: calls, &random), to: .durations) }
  }
}
