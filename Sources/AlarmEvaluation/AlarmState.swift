/// A state of an alarm.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
public enum AlarmState: String, Hashable, Sendable, CaseIterable {
  /// The metric is within the threshold.
  case ok = "OK"
  /// The metric is beyond the threshold.
  case alarm = "ALARM"
  /// There is not enough data to tell.
  case insufficientData = "INSUFFICIENT_DATA"
}

/// What an evaluation does to an alarm: it sets a state, or leaves the state as it was.
public enum AlarmOutcome: String, Hashable, Sendable, CaseIterable {
  /// The state becomes `OK`.
  case ok = "OK"
  /// The state becomes `ALARM`.
  case alarm = "ALARM"
  /// The state becomes `INSUFFICIENT_DATA`.
  case insufficientData = "INSUFFICIENT_DATA"
  /// The state stays what it was.
  case keep = "KEEP"

  /// The state after the evaluation.
  public func state(after previous: AlarmState) -> AlarmState {
    switch self {
    case .ok: .ok
    case .alarm: .alarm
    case .insufficientData: .insufficientData
    case .keep: previous
    }
  }
}
