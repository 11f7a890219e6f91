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

  /// The metrics that indicate it: all of one set are needed, as an alarm on throttled reads does not cover writes.
  func metrics(in namespace: String) -> [Set<String>] {
    MetricCatalogue.namespaces[namespace]?.concerns[self] ?? []
  }
}
