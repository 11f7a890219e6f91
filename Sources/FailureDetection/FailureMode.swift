/// A way in which a resource fails, or stops.
public enum FailureMode: String, Hashable, Sendable, CaseIterable {
  /// Every call ends in an error; of an API, every request in a 5xx response.
  case allCallsFail = "all calls fail"
  /// One call in twenty ends in an error.
  case oneCallInTwentyFails = "one call in 20 fails"
  /// Every call takes twice as long.
  case latencyDoubles = "latency doubles"
  /// Every call runs until its timeout, and ends in an error.
  case callsTimeOut = "calls time out"
  /// Every call is throttled; none runs.
  case callsThrottled = "calls throttled"
  /// Every call runs out of memory after half of its usual time.
  case memoryExhausted = "memory exhausted"
  /// No call arrives any more: the event source is disconnected, or the schedule is gone.
  case noCalls = "no calls"
  /// A queue's consumer stops, and messages keep arriving.
  case consumerStops = "consumer stops"
  /// A message arrives in a dead-letter queue and stays there.
  case deadLetters = "dead letter arrives"
  /// A service costs twice as much from some day of the month on.
  case costDoubles = "cost doubles"
}

extension FailureMode {
  /// What it changes of a workload's metrics.
  package func affectedSignals(of kind: Workload.Kind) -> Set<Signal> {
    switch self {
    case .allCallsFail, .oneCallInTwentyFails: [.errors]
    case .latencyDoubles, .callsTimeOut, .memoryExhausted: [.errors, .duration]
    case .callsThrottled: kind == .api ? [.clientErrors] : [.calls, .errors, .throttles, .duration]
    case .noCalls: [.calls, .errors, .clientErrors, .throttles, .duration]
    case .consumerStops, .deadLetters: [.waiting, .oldestAge]
    case .costDoubles: []
    }
  }

  /// The metrics of a workload that have no datapoints any more.
  func endedSignals(of kind: Workload.Kind) -> Set<Signal> {
    switch self {
    case .noCalls: affectedSignals(of: kind)
    case .callsThrottled: affectedSignals(of: kind).subtracting([.throttles, .clientErrors])
    default: []
    }
  }
}

extension Workload.Kind {
  /// The ways in which it can fail, in the order in which they are shown.
  package var failureModes: [FailureMode] {
    switch self {
    case .function:
      [
        .allCallsFail, .oneCallInTwentyFails, .latencyDoubles, .callsTimeOut, .callsThrottled, .memoryExhausted,
        .noCalls,
      ]
    case .api: [.allCallsFail, .oneCallInTwentyFails, .latencyDoubles, .callsThrottled, .noCalls]
    case .stateMachine:
      [.allCallsFail, .oneCallInTwentyFails, .latencyDoubles, .callsTimeOut, .callsThrottled, .noCalls]
    case .table: [.allCallsFail, .callsThrottled]
    case .queue: [.consumerStops]
    case .deadLetterQueue: [.deadLetters]
    }
  }
}
