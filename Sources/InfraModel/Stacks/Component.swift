/// A value that declares several resources and hands back what others may refer to.
///
/// ```swift
/// let canary = stack.add(Canary(every: .seconds(300), tells: ["oncall@example.com"]))
/// ```
public protocol Component: Sendable {
  /// What `declare` hands back.
  associatedtype Product
  func declare(in stack: inout StackBuilder) -> Product
}
