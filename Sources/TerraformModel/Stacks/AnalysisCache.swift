import Synchronization

/// The analyses of a whole stack that rules share, such as an index of its alarms, by the type of the result.
final class AnalysisCache: Sendable {
  private let known = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// Two callers at once both compute the result and get equal values: the lock is not held during the computation,
  /// because an analysis may use others.
  fileprivate func cached<Result: Sendable>(computing: () -> Result) -> Result {
    let key = ObjectIdentifier(Result.self)
    if let result = known.withLock({ $0[key] }) as? Result { return result }
    let result = computing()
    known.withLock { $0[key] = result }
    return result
  }
}

extension DeclaredStack {
  /// The result of an analysis of the whole stack, computed once however many rules need it. The type of the result
  /// identifies it. A result must not hold the stack, because the stack holds the result.
  package func cached<Result: Sendable>(_ analyze: (DeclaredStack) -> Result) -> Result {
    cache.cached { analyze(self) }
  }
}
