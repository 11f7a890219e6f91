public import TerraformModel

/// What became of asking one rule about one stack.
public struct RuleResult: Sendable {
  public let rule: RuleID
  public let state: State
  /// What the rule could not tell. Where it found something all the same, its state is `fail`.
  public let undetermined: [Undetermined]

  /// The states in which a rule leaves a stack. None of them is silently another: a rule without anything to look at
  /// has not passed.
  public enum State: String, Sendable, CaseIterable {
    case pass
    /// It found something, waived or not.
    case fail
    /// The stack declares nothing of what the rule looks at.
    case notApplicable = "not-applicable"
    /// It cannot tell, and says why.
    case unknown
    /// The policy does not ask it.
    case off
    /// It judges by the standard of a repository, and the repository declares nothing for it.
    case undeclared
  }
}

/// Something a rule cannot tell about one declaration.
public struct Undetermined: Sendable {
  public let address: Address
  public let location: SourceLocation
  /// Why not, in one clause without a full stop.
  public let reason: String
  /// Whether the state has it, or a plan that is made after an apply.
  public let isDecidedByApply: Bool

  public init(on declaration: Declaration, _ reason: String, isDecidedByApply: Bool) {
    address = declaration.address
    location = declaration.location
    self.reason = reason
    self.isDecidedByApply = isDecidedByApply
  }

  package init(on declaration: Declaration, because error: DecodingFailure) {
    self.init(on: declaration, "\(error)", isDecidedByApply: error.isDecidedByApply)
  }
}
