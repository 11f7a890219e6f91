/// A value that declares several resources and hands back what others may refer to.
///
/// ```swift
/// let canary = stack.add(
///   Canary(
///     every: .minutes(5), metricsNamespace: "Shop/Canary", subscribers: ["oncall": .email("oncall@example.com")],
///     alerts: alerts.arn))
/// ```
public protocol Component: Sendable {
  /// What `declare` hands back.
  associatedtype Product
  func declare(in stack: inout StackBuilder) -> Product
}
