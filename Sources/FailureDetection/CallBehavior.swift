/// What happens to calls.
struct CallBehavior {
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

  /// The share of calls that fail or are above a limit; 1 where none runs.
  var eventfulShare: Double {
    isThrottled || isAbsent ? 1 : 1 - (1 - errorShare) * (1 - (slowShares.first ?? 0))
  }

  /// How many of some calls that fail or are slow do fail, and how many are above the first limit.
  func events(among calls: Int, _ random: inout SeededRandom) -> (errors: Int, slow: Int) {
    guard eventfulShare > 0 else { return (0, 0) }
    let slowShare = slowShares.first ?? 0
    if slowShare == 0 { return (calls, 0) }
    if errorShare == 0 { return (0, calls) }
    let errors = random.binomial(calls, errorShare / eventfulShare)
    // The others are slow, and of those that fail as many as of all.
    return (errors, calls - errors + random.binomial(errors, slowShare))
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
