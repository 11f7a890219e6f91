public import TerraformModel

/// A rule that asks about all stacks of a program together, because AWS has them in one account.
public protocol CrossStackRule: Rule {
  /// What it finds in each of the stacks, in their order.
  func findings(among stacks: [DeclaredStack]) -> [[Finding]]
}

extension CrossStackRule {
  public static var asCrossStackRule: (any CrossStackRule.Type)? { Self.self }

  public func findings(in stack: DeclaredStack) -> [Finding] {
    findings(among: [stack]).first ?? []
  }
}

/// What rules about whole programs find in one stack, for they are asked once for all.
struct CrossStackFindings {
  private let findings: [RuleID: [Finding]]

  static let none = CrossStackFindings(findings: [:])

  /// The answers for each of the stacks, in their order.
  static func of(_ policy: Policy, about stacks: [DeclaredStack]) -> [CrossStackFindings] {
    let rules = policy.rules.compactMap { $0.asCrossStackRule }
    let answers = rules.map { rule in (id: rule.description.id, findings: rule.init().findings(among: stacks)) }
    return stacks.indices.map { index in
      CrossStackFindings(
        findings: Dictionary(answers.map { ($0.id, $0.findings[index]) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// `nil` for a rule that is asked about each stack by itself.
  subscript(rule: RuleID) -> [Finding]? { findings[rule] }
}
