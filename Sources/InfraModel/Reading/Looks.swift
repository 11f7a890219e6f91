import Synchronization

/// The types that one rule asked a stack for. It belongs to the copy of a stack that `Inquiry` makes for one rule.
final class Looks: Sendable {
  private let asked = Mutex<Set<ObjectIdentifier>>([])

  var types: Set<ObjectIdentifier> { asked.withLock(\.self) }

  func insert(_ type: any Resource.Type) {
    _ = asked.withLock { $0.insert(ObjectIdentifier(type)) }
  }
}
