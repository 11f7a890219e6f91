/// The problem that a rising AWS metric indicates.
public enum MetricConcern: CaseIterable, Sendable {
  /// Work that failed.
  case failure
  /// Work that was given up because it took too long.
  case timeout
  /// Work that takes long.
  case slowness
  /// Work that was throttled or rejected.
  case refusal
  /// How long work has been waiting.
  case waiting
  /// How much work is waiting.
  case backlog
}
