/// What somebody would be woken for when a metric of AWS's goes up.
public enum MetricConcern: CaseIterable, Sendable {
  /// Work that failed.
  case failure
  /// Work that was given up because it took too long.
  case timeout
  /// Work that takes long.
  case slowness
  /// Work that was turned away.
  case refusal
  /// How long work has been waiting.
  case waiting
  /// How much work is waiting.
  case backlog

  /// The metrics that tell of it: all of one of the sets are needed, as an alarm on refused reads says nothing of writes.
  func metrics(in namespace: String) -> [Set<String>] {
    MetricCatalogue.namespaces[namespace]?.concerns[self] ?? []
  }
}
