import InfraModel

/// A rule that says something else of a plan than of the stack that it is a plan of.
struct RuleDifference: CustomStringConvertible {
  let rule: RuleID
  let declared: Answer
  let planned: Answer

  struct Answer: Equatable {
    let state: RuleResult.State?
    /// Addresses and the severities that an audit gives, for a plan knows nothing of names that are only in Swift.
    let findings: [String]
  }

  /// Rule by rule; those that an audit does not ask are left out.
  static func all(between declared: DeclaredStack, and planned: DeclaredStack) -> [RuleDifference] {
    let policy = Policy(today: "2026-11-21")
    let (check, audit) = (policy.report(on: declared), policy.report(on: planned))
    return Policy.standardRules.map { $0.description }.filter { $0.reasonNotAudited == nil }.map(\.id)
      .map { RuleDifference(rule: $0, declared: check.answer(of: $0), planned: audit.answer(of: $0)) }
      .filter { $0.declared != $0.planned }
  }

  var description: String { "\(rule): \(declared) in Swift, \(planned) in the plan" }
}

extension RuleDifference.Answer: CustomStringConvertible {
  var description: String { ([state?.rawValue ?? "not asked"] + findings).joined(separator: ", ") }
}

extension PolicyReport {
  fileprivate func answer(of rule: RuleID) -> RuleDifference.Answer {
    let found = (findings + waived.map(\.finding)).filter { $0.rule == rule }
    return RuleDifference.Answer(
      state: results.first { $0.rule == rule }?.state,
      findings: found.map { "\(min($0.severity, $0.severityInAudit)) \($0.address)" }.sorted())
  }
}
