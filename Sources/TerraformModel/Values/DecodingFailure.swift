/// Why an argument cannot be told. A rule that needs it answers `unknown`.
public struct DecodingFailure: Error, Hashable, Sendable {
  /// The way to the argument, such as `tracing_config.mode`.
  public let argument: String
  public let reason: Reason

  package init(argument: String, reason: Reason) {
    self.argument = argument
    self.reason = reason
  }

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
    /// Another resource may be what a rule looks for; `because` says why that cannot be told, in one clause.
    case evidence(Address, because: String, isDecidedByApply: Bool)
  }

  /// Whether the state has it, or a plan that is made after an apply.
  package var isDecidedByApply: Bool {
    switch reason {
    case .knownAfterApply: true
    case .evidence(_, _, let isDecidedByApply): isDecidedByApply
    case .sensitive, .missing, .unfit, .notInTerraform, .elsewhere: false
    }
  }
}

extension DecodingFailure: CustomStringConvertible {
  /// One clause without a full stop.
  public var description: String {
    switch reason {
    case .knownAfterApply: "`\(argument)` is known only after apply"
    case .sensitive: "`\(argument)` is sensitive"
    case .missing: "`\(argument)` is not set"
    case .unfit(let value): "`\(argument)` is \(value), which the model has no word for"
    case .notInTerraform(let reason), .elsewhere(let reason): reason
    case .evidence(let address, let reason, _): "'\(address)' may match, but \(reason)"
    }
  }
}
