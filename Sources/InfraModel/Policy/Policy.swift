/// The rules a program holds its stacks to, and the day on which it does so.
public struct Policy: Sendable {
  public var rules: [any Rule.Type]
  /// `yyyy-mm-dd`, handed in by the command so that a verdict depends on nothing else.
  public var today: String

  public init(rules: [any Rule.Type] = Policy.standardRules, today: String) {
    self.rules = rules
    self.today = today
  }

  /// Runs every rule over the stack. All rules always run, so one run says all there is to say.
  public func verdict(on stack: DeclaredStack) -> Verdict {
    var standing: [Finding] = []
    var waived: [Verdict.WaivedFinding] = []
    for rule in rules {
      let rule = (rule as? any DatedRule.Type)?.init(today: today) ?? rule.init()
      for finding in rule.findings(in: stack) {
        let waivers = stack.declaration(at: finding.address)?.waivers ?? []
        if let waiver = waivers.first(where: { $0.rule == finding.rule && $0.holds(on: today) }) {
          waived.append(Verdict.WaivedFinding(finding: finding, waiver: waiver))
        } else {
          standing.append(finding)
        }
      }
    }
    standing.sort { ($0.location, $0.rule, $0.message) < ($1.location, $1.rule, $1.message) }
    let passes = !standing.contains { $0.severity == .error }
    return Verdict(
      stack: stack, findings: standing, waived: waived, validated: passes ? ValidatedStack(passed: stack) : nil)
  }
}

/// What the rules have to say about one stack.
public struct Verdict: Sendable {
  public struct WaivedFinding: Sendable {
    public let finding: Finding
    public let waiver: Waiver
  }

  public let stack: DeclaredStack
  /// What stands, in the order of the source.
  public let findings: [Finding]
  public let waived: [WaivedFinding]
  /// The stack, fit to be written; `nil` while an error stands.
  public let validated: ValidatedStack?
}

/// A stack that no rule has an unwaived error on. `Policy` is the only place that makes one, so an unvalidated stack
/// cannot be emitted.
public struct ValidatedStack: Sendable {
  public let stack: DeclaredStack

  fileprivate init(passed stack: DeclaredStack) {
    self.stack = stack
  }
}
