public import TerraformModel

/// A policy every stack is held to: what it asks, why, who asked, and examples that are both its documentation and
/// its tests.
///
/// A rule reports what it finds; severity, waivers and exit codes belong to `Policy`.
public protocol Rule: Sendable {
  static var description: RuleDescription { get }
  init()
  /// What the rule finds in a stack, and what it cannot tell, such as whether a policy from another account grants
  /// something.
  func evaluate(in stack: DeclaredStack) -> RuleEvaluation
  /// The findings alone. A rule that can always tell implements this instead of `evaluate(in:)`, one of which every rule
  /// needs.
  func findings(in stack: DeclaredStack) -> [Finding]
  /// The rule as it judges on a day, `yyyy-mm-dd`. The same on all of them unless it is a `TimeDependentRule`.
  static func asked(on today: String) -> any Rule
  /// The rule as it judges a stack by the standard of its repository; `nil` for every rule that is no `StandardRule`, and
  /// for one about which the standard says nothing.
  static func asked(under standard: (any HouseStandard)?, about stack: StackIdentity) -> (any Rule)?
  /// Whether it judges by the standard of a repository: a `StandardRule`.
  static var needsStandard: Bool { get }
  /// The rule where it asks about all stacks of a program together. A requirement, since a cast that fails costs more than
  /// most rules do for a small stack.
  static var asCrossStackRule: (any CrossStackRule.Type)? { get }
}

extension Rule {
  public func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    RuleEvaluation(findings: findings(in: stack))
  }
  public func findings(in stack: DeclaredStack) -> [Finding] { evaluate(in: stack).findings }
  public static func asked(on today: String) -> any Rule { Self() }
  public static func asked(under standard: (any HouseStandard)?, about stack: StackIdentity) -> (any Rule)? { nil }
  public static var needsStandard: Bool { false }
  public static var asCrossStackRule: (any CrossStackRule.Type)? { nil }
}

/// A rule whose answer depends on the day. `init()` judges as on a day that its examples are for.
public protocol TimeDependentRule: Rule {
  /// - Parameter today: `yyyy-mm-dd`
  init(today: String)
}

extension TimeDependentRule {
  public static func asked(on today: String) -> any Rule { Self(today: today) }
}

public struct RuleDescription: Sendable {
  public var id: RuleID
  /// What is asked, as a sentence that is true of a good stack.
  public var title: String
  /// What goes wrong without it.
  public var rationale: String
  /// The requirements that ask for it, such as `FR-020`, and the facts behind it, such as `T14`.
  public var sources: [String]
  public var severity: Severity
  /// The most that a finding weighs in an audit. Less than `severity` where the rule holds stacks to a policy of this
  /// repository, with which other teams may disagree, and not to what AWS and Terraform do.
  public var severityInAudit: Severity
  /// Whether a finding may be waived. What would not apply anyway, or would be lost silently, cannot be
  /// waived, put into a baseline, or lowered.
  public var isWaivable: Bool
  /// Of which stacks the rule can be asked.
  public var asked: Asked
  /// What to do in Terraform, for an audit and for `explain`. A rule with several cases says it for all of them here, and
  /// for one case in the finding. `nil` where the fix of each finding is right for Terraform too.
  public var terraformFix: String?
  /// What the rule looks at. A stack that declares none of these gives it nothing to do; where the list is empty, it
  /// looks at everything.
  public var subjects: [any Resource.Type]
  /// What the rule reads without saying so where it is unknown. A test finds every argument that is missing here.
  public var reads: [ReadArguments]
  /// Stacks the rule is content with.
  public var good: [Example]
  /// Stacks the rule objects to, each returning the addresses it objects to.
  public var bad: [Counterexample]

  public init(
    id: RuleID, title: String, rationale: String, sources: [String], severity: Severity = .error,
    severityInAudit: Severity? = nil, isWaivable: Bool = true, asked: Asked = .ofStacksAndPlans,
    terraformFix: String? = nil,
    subjects: [any Resource.Type] = [], reads: [ReadArguments] = [], good: [Example], bad: [Counterexample]
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.sources = sources
    self.severity = severity
    self.severityInAudit = severityInAudit ?? severity
    self.isWaivable = isWaivable
    self.asked = asked
    self.terraformFix = terraformFix
    self.subjects = subjects
    self.reads = reads
    self.good = good
    self.bad = bad
  }
}

extension RuleDescription {
  /// The severity of what the rule finds in stacks of Swift, or in Terraform's plans and states.
  public func severity(inAudit isAudit: Bool) -> Severity {
    isAudit ? severityInAudit : severity
  }

  /// Of which stacks a rule can be asked.
  public enum Asked: Sendable, Hashable {
    /// Of stacks in Swift and, in an audit, of Terraform's plans and states.
    case ofStacksAndPlans
    /// Of stacks in Swift alone. An audit lists the rule with the reason.
    ///
    /// - Parameter because: Why not of a plan, in one clause without a full stop.
    case ofStacksOnly(because: String)
  }

  /// Why an audit does not ask the rule; `nil` where it does.
  public var reasonNotAudited: String? {
    switch asked {
    case .ofStacksAndPlans: nil
    case .ofStacksOnly(let reason): reason
    }
  }
}

/// A stack, declared in Swift, that shows what a rule means. Its location lets documentation quote its source.
public struct Example: Sendable {
  public let title: String
  public let location: SourceLocation
  public let declare: @Sendable (inout StackBuilder) -> Void

  public init(
    _ title: String, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column,
    declare: @escaping @Sendable (inout StackBuilder) -> Void
  ) {
    self.title = title
    self.declare = declare
    location = SourceLocation(fileID: fileID, path: path, line: line, column: column)
  }
}

/// A stack that a rule objects to.
public struct Counterexample: Sendable {
  public let title: String
  public let location: SourceLocation
  /// Declares the stack and returns the addresses the rule should object to.
  public let declare: @Sendable (inout StackBuilder) -> [Address]

  public init(
    _ title: String, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column,
    declare: @escaping @Sendable (inout StackBuilder) -> [Address]
  ) {
    self.title = title
    self.declare = declare
    location = SourceLocation(fileID: fileID, path: path, line: line, column: column)
  }
}
