/// A way in which something breaks, or stops.
public enum Failure: String, Hashable, Sendable, CaseIterable {
  /// Every call ends in an error.
  case allCallsFail = "all-calls-fail"
  /// One call in twenty ends in an error.
  case oneCallInTwentyFails = "one-call-in-twenty-fails"
  /// Every call takes twice as long.
  case latencyDoubles = "latency-doubles"
  /// Every call runs until its timeout, and ends in an error.
  case callsTimeOut = "calls-time-out"
  /// Every call is refused because of a limit; none runs.
  case callsThrottled = "calls-throttled"
  /// Every call runs out of memory after half of its usual time.
  case memoryExhausted = "memory-exhausted"
  /// No call comes any more: the event source is cut, or the schedule is gone.
  case noCalls = "no-calls"
  /// A queue's consumer stops; messages keep coming.
  case consumerStops = "consumer-stops"
}

extension Failure {
  /// Whether it can happen to the workload.
  public func applies(to kind: Workload.Kind) -> Bool {
    switch (self, kind) {
    case (.consumerStops, .queue): true
    case (_, .queue), (.consumerStops, _): false
    case (.memoryExhausted, .api): false
    case (_, .api), (_, .function): true
    }
  }

  /// The share of calls that end in an error.
  func errorShare(normal: Double) -> Double {
    switch self {
    case .allCallsFail, .callsTimeOut, .memoryExhausted: 1
    case .oneCallInTwentyFails: normal + (1 - normal) / 20
    case .latencyDoubles, .callsThrottled, .noCalls, .consumerStops: normal
    }
  }
}
