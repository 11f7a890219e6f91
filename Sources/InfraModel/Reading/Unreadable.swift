/// Why a type cannot hold a block that Terraform has. Nobody's mistake: the rules about the type cannot tell, and say so.
public struct Unreadable: Error, Hashable, Sendable {
  /// The way to the argument, such as `tracing_config.mode`.
  public let argument: String
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// Terraform learns it only when it applies.
    case knownAfterApply
    /// Terraform marks the value as sensitive.
    case sensitive
    case missing
    /// The value is of another kind, or a word the type has no case for.
    case unfit(String)
    /// Terraform does not have it: only a stack in Swift says it. One clause without a full stop.
    case notInTerraform(String)
    /// It is declared in another configuration. One clause without a full stop.
    case elsewhere(String)
    /// An alarm may read the metric that a rule looks for; which one it reads is sensitive or known only after apply.
    case watchedPerhaps(by: Address)
  }
}

extension Unreadable: CustomStringConvertible {
  /// One clause without a full stop.
  public var description: String {
    switch reason {
    case .knownAfterApply: "`\(argument)` is known only after apply"
    case .sensitive: "`\(argument)` is sensitive"
    case .missing: "`\(argument)` is not set"
    case .unfit(let value): "`\(argument)` is \(value), which the model has no word for"
    case .notInTerraform(let reason), .elsewhere(let reason): reason
    case .watchedPerhaps(let alarm): "'\(alarm)' may watch it, but the plan does not show what it reads"
    }
  }
}
