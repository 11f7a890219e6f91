import Synchronization

/// What has been worked out about a whole stack, by the type of what came out.
final class StackFacts: Sendable {
  private let known = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// Two that ask at once both work it out and get the same, for the lock is not held meanwhile: a fact may rest on others.
  fileprivate func fact<Fact: Sendable>(workingOut: () -> Fact) -> Fact {
    let key = ObjectIdentifier(Fact.self)
    if let fact = known.withLock({ $0[key] }) as? Fact { return fact }
    let fact = workingOut()
    known.withLock { $0[key] = fact }
    return fact
  }
}

extension DeclaredStack {
  /// Something about the whole stack, such as an index of its alarms, that is worked out once however many rules ask. Its
  /// type is its name, and it does not hold on to the stack, which holds on to it.
  func fact<Fact: Sendable>(_ workOut: (DeclaredStack) -> Fact) -> Fact {
    facts.fact { workOut(self) }
  }
}
