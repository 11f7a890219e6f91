import Testing

@testable import InfraModel

/// Who reads an audit has no Swift to put a fix into.
@Suite struct AuditFixTests {
  @Test func noFixOfAPlanIsInSwift() {
    let types = decodableTypes.values.map { String(describing: $0) }.filter { $0.count(where: \.isUppercase) > 1 }
    let ours = Set(types + ["AlertTopic", "AlarmStatus", "BillingAlarms", "DeadLetters", "RestAPI", "TracedRestAPI"])
    for example in examples {
      for finding in example.stack.planned.findings {
        let fix = finding.fix
        let swift = [
          // `stack.add(…)`, `let alerts = …`
          try! Regex(#"\bstack\.|\blet \w+ ="#),
          // `.active`, `(.sum`, `threshold: .above(0)`
          try! Regex(#"[`(\[ ]\.[a-z]"#),
          // `notify:`, `period: 5`
          try! Regex(#"`[A-Za-z]+:[` ]"#),
          // `Topic(…)`
          try! Regex(#"\b[A-Z][A-Za-z]+\("#),
        ].first { fix.contains($0) }
        #expect(swift == nil, "\(finding.rule) in \(example.title): \(fix)")
        let words = fix.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        #expect(ours.isDisjoint(with: words), "\(finding.rule) in \(example.title): \(fix)")
      }
    }
  }

  /// A rule that an audit does not ask needs no fix in Terraform's words.
  @Test func onlyRulesThatAreAskedHaveAFixForTerraform() {
    for rule in Policy(today: "2026-11-21").descriptions where rule.reasonNotAudited != nil {
      #expect(rule.terraformFix == nil, "\(rule.id)")
    }
  }

  @Test func whatAnAuditLeavesOutHasItsReason() {
    let reasons = Policy.standardRules.compactMap { $0.description.reasonNotAudited }
    #expect(reasons.count > 20)
    for reason in reasons { #expect(!reason.isEmpty && !reason.hasSuffix("."), "\(reason)") }
  }

  private var examples: [(title: String, stack: DeclaredStack)] {
    asked.map { $0.description }.flatMap { rule in
      rule.bad.map { example in
        var builder = StackBuilder()
        _ = example.declare(&builder)
        return (example.title, DeclaredStack(builder))
      }
    }
  }
}

private let asked = Policy.standardRules.filter { $0.description.reasonNotAudited == nil }

extension DeclaredStack {
  fileprivate var findings: [Finding] {
    Policy(rules: asked, today: "2026-11-21").report(on: self).findings
  }
}
