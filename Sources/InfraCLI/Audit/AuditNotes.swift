import InfraModel
import TFEmit

/// What an audit looked at, and what it could not: silence is no approval.
struct AuditNotes {
  let plans: [AuditedPlan]
  let verdicts: Verdicts
  let unasked: [UnaskedRule]
  /// Addresses in the waiver file that no plan has.
  let strangers: [String]

  /// A rule that an audit does not ask, and why.
  struct UnaskedRule {
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
    let states = Dictionary(grouping: verdicts.verdicts.flatMap(\.results), by: \.rule)
    return states.filter { $0.value.allSatisfy { $0.state == .notApplicable } }.keys.sorted()
  }

  var text: String {
    var lines: [String] = []
    for plan in plans {
      let managed = plan.stack.declarations.count { $0.address.mode == .managed }
      lines.append("\(plan.path): a \(plan.plan.kind.rawValue) of \(counted(managed, "AWS resource"))")
      if plan.plan.foreign > 0 { lines.append("  of other providers, and not looked at: \(plan.plan.foreign)") }
      let raw = plan.withoutModel
      if !raw.isEmpty {
        lines.append(
          "  without a model, so that only limits are checked: "
            + raw.map { "\($0.type)\($0.count > 1 ? " (\($0.count))" : "")" }.joined(separator: ", "))
      }
      lines += plan.unreadable.map { "  not read: \($0.address): \($0.reason)" }
      if !plan.plan.withoutRegion.isEmpty {
        lines.append("  in a region that the plan does not tell: \(plan.plan.withoutRegion.count)")
      }
    }
    let reasons = Dictionary(grouping: unasked, by: \.reason).sorted { $0.key < $1.key }
    lines += reasons.map { reason, rules in
      "not asked, for \(reason): \(rules.map(\.rule.rawValue).sorted().joined(separator: ", "))"
    }
    if !idle.isEmpty { lines.append("nothing to look at for: \(idle.map(\.rawValue).joined(separator: ", "))") }
    lines += strangers.map { "no plan has '\($0)', which the waivers speak of" }
    return lines.map { inLine($0) + "\n" }.joined()
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
              Dictionary(uniqueKeysWithValues: plan.withoutModel.map { ($0.type, .integer($0.count)) })),
            "unread": .list(
              plan.unreadable.map {
                ["address": .literal("\($0.address)"), "reason": .literal("\($0.reason)")]
              }),
            "withoutRegion": .list(plan.plan.withoutRegion.map { .literal("\($0)") }),
          ]
        }),
      "notAsked": .list(unasked.map { ["rule": .literal($0.rule.rawValue), "reason": .literal($0.reason)] }),
      "waiversOfNothing": .list(strangers.map { .literal($0) }),
    ]
  }
}
