/// The types that one rule asked a stack for.
///
/// A class that changes, and no `Sendable` one by itself: it belongs to the copy of a stack that `Inquiry` makes for one
/// rule, and a rule does its work on one thread.
final class Looks: @unchecked Sendable {
  private(set) var types: Set<ObjectIdentifier> = []

  func insert(_ type: any Resource.Type) {
    types.insert(ObjectIdentifier(type))
  }
}
