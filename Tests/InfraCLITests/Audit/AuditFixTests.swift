import Testing

@testable import InfraModel

/// Who reads an audit has no Swift to put a fix into.
@Suite struct AuditFixTests {
  @Test func noFixOfAPlanIsInSwift() {
    let types = readableTypes.values.map { String(describing: $0) }.filter { $0.count(where: \.isUppercase) > 1 }
    let ours = Set(types + ["AlertTopic", "AlarmStatus", "BillingAlarms", "DeadLetters", "RestAPI", "TracedRestAPI"])
    for example in examples {
      for finding in example.stack.planned.findings {
        let fix = finding.fix
        let swift = [
          // `stack.add(…)`, `let alerts = …`
          try! Regex(#"\bstack\.|\blet \w+ ="#),
          // `.active`, `(.sum`, `is: .above(0)`
          try! Regex(#"[`(\[ ]\.[a-z]"#),
          // `notify:`, `over: 5`
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

  /// The table is of rules that an audit asks, and whose own fix is for Swift.
  @Test func fixesAreOfRulesThatAreAsked() {
    let unasked = Set(UnaskedRule.all.map(\.rule))
    for rule in AuditFix.rules {
      #expect(Policy(today: "2026-11-21").descriptions.contains { $0.id == rule }, "\(rule)")
      #expect(!unasked.contains(rule), "\(rule)")
    }
  }

  private var examples: [(title: String, stack: DeclaredStack)] {
    let unasked = Set(UnaskedRule.all.map(\.rule))
    return Policy.standardRules.map { $0.description }.filter { !unasked.contains($0.id) }.flatMap { rule in
      rule.bad.map { example in
        var builder = StackBuilder()
        _ = example.declare(&builder)
        return (example.title, DeclaredStack(builder))
      }
    }
  }
}

extension DeclaredStack {
  fileprivate var findings: [Finding] {
    let unasked = Set(UnaskedRule.all.map(\.rule))
    let rules = Policy.standardRules.filter { !unasked.contains($0.description.id) }
    return Policy(rules: rules, today: "2026-11-21").verdict(on: self).findings
  }
}
