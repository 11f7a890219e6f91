/// What an alarm sees of one period of its metric.
public enum Datapoint: Hashable, Sendable, CaseIterable {
  /// A value beyond the threshold.
  case breaching
  /// A value within the threshold.
  case notBreaching
  /// No value.
  case missing
}
