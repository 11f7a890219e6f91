import InfraModel
import TFEmit

/// What an audit looked at, and what it could not: silence is no approval.
struct AuditNotes {
  let plans: [AuditedPlan]
  let reports: PolicyReports
  let unasked: [AuditExclusion]
  /// Addresses in the waiver file that no plan has.
  let strangers: [String]

  /// A rule that an audit does not ask, and why.
  struct AuditExclusion {
    let rule: RuleID
    /// One clause without a full stop.
    let reason: String

    /// - Returns: `nil` for a rule that an audit asks.
    init?(_ description: RuleDescription) {
      guard let reason = description.reasonNotAudited else { return nil }
      rule = description.id
      self.reason = reason
    }
  }

  /// Rules to which no plan gave anything to look at.
  var idle: [RuleID] {
    let states = Dictionary(grouping: reports.reports.flatMap(\.results), by: \.rule)
    return states.filter { $0.value.allSatisfy { $0.state == .notApplicable } }.keys.sorted()
  }

  /// Whether every plan holds all that there will be.
  var isWhole: Bool { plans.allSatisfy(\.plan.gaps.isEmpty) }

  /// - Parameter isVerbose: Whether the rules that were not evaluated are listed, or only counted.
  func text(isVerbose: Bool) -> String {
    var lines: [String] = []
    for plan in plans {
      let managed = plan.stack.declarations.count { $0.address.mode == .managed }
      lines.append("\(plan.path): a \(plan.plan.kind.rawValue) of \(counted(managed, "AWS resource"))")
      lines += plan.plan.gaps.map { "  incomplete: \($0)" }
      if plan.plan.foreign > 0 { lines.append("  not examined, of other providers: \(plan.plan.foreign)") }
      if let unexamined = Unexamined([plan.stack]).line { lines.append("  \(unexamined)") }
      lines += plan.unreadable.map { address, failure in
        // Terraform's own words.
        if case .knownAfterApply = failure.reason {
          "  known after apply: `\(failure.argument)` of \(address)"
        } else {
          "  not read: \(address): \(failure)"
        }
      }
      if !plan.plan.withoutRegion.isEmpty {
        lines.append("  in an unknown region: \(plan.plan.withoutRegion.count)")
      }
    }
    if isVerbose {
      let reasons = Dictionary(grouping: unasked, by: \.reason).sorted { $0.key < $1.key }
      lines += reasons.map { reason, rules in
        "not evaluated: \(rules.map(\.rule.rawValue).sorted().joined(separator: ", ")): \(reason)"
      }
      lines += reports.reports.flatMap(\.results).flatMap { result in
        result.undetermined.map { "undetermined: \(result.rule): \($0.address): \($0.reason)" }
      }
      if !idle.isEmpty { lines.append("not applicable: \(idle.map(\.rawValue).joined(separator: ", "))") }
    } else if !unasked.isEmpty {
      let rules = counted(unasked.count, "rule")
      lines.append("\(rules) not evaluated: they need what only Swift declares; `--verbose` lists them")
    }
    lines += strangers.map { "no plan has '\($0)', which the waiver file names" }
    return lines.map { inLine($0) + "\n" }.joined()
  }

  /// How to accept the last of the findings, which is the first that a person reads, by a waiver that only lacks its
  /// reason, its owner and its last day; `nil` if a waiver accepts none.
  var waiverLine: String? {
    let waivable = Set(reports.policy.descriptions.filter(\.isWaivable).map(\.id))
    let findings = FindingGroup.all(of: reports, atLeast: .warning).flatMap(\.findings).map(\.finding)
    guard let finding = findings.last(where: { waivable.contains($0.rule) && $0.address.mode != .configuration })
    else { return nil }
    let waiver = [
      ("rule", finding.rule.rawValue), ("address", "\(finding.address)"), ("reason", "…"), ("owner", "…"),
      ("until", "yyyy-mm-dd"),
    ].map { "\"\($0)\": \(json(.literal($1)).dropLast())" }.joined(separator: ", ")
    return inLine(
      "to waive a finding, write FILE and pass `--waivers FILE`: {\"schemaVersion\": 1, \"waivers\": [{\(waiver)}]}")
  }

  /// The same for scripts, to stand beside the findings.
  var members: [String: Value] {
    [
      "plans": .list(
        plans.map { plan in
          [
            "path": .literal(plan.path), "kind": .literal(plan.plan.kind.rawValue),
            "resources": .integer(plan.stack.declarations.count { $0.address.mode == .managed }),
            "foreign": .integer(plan.plan.foreign),
            "withoutModel": .literalMap(
              Dictionary(uniqueKeysWithValues: Unexamined([plan.stack]).types.map { ($0.type, .integer($0.count)) })),
            "unread": .list(
              plan.unreadable.map {
                ["address": .literal("\($0.address)"), "reason": .literal("\($0.reason)")]
              }),
            "gaps": .list(plan.plan.gaps.map { .literal("\($0)") }),
            "withoutRegion": .list(plan.plan.withoutRegion.map { .literal("\($0)") }),
          ]
        }),
      "notAsked": .list(unasked.map { ["rule": .literal($0.rule.rawValue), "reason": .literal($0.reason)] }),
      "unmatchedWaivers": .list(strangers.map { .literal($0) }),
    ]
  }
}
