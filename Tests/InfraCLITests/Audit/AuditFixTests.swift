import InfraModel
import Testing

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

  @Test("A rule with several cases says the fix of the case that it found")
  func fixIsOfTheCase() throws {
    func fixes(of rule: RuleID, in title: String) throws -> [String] {
      let example = try #require(examples.first { $0.title == title }, "no example: \(title)")
      let fixes = example.stack.planned.findings.filter { $0.rule == rule }.map(\.fix)
      #expect(!fixes.isEmpty, "nothing found: \(title)")
      return fixes
    }
    for fix in try fixes(of: .eventBridgeTargetDLQ, in: "There is no queue") {
      #expect(fix.hasPrefix("add a `dead_letter_config` block"))
    }
    for fix in try fixes(of: .eventBridgeTargetDLQ, in: "The queue has no policy") {
      #expect(fix.hasPrefix("allow `events.amazonaws.com` to call `sqs:SendMessage`"))
    }
    let policies = try fixes(
      of: .eventBridgeTargetPermission, in: "Neither the queue nor the topic has a policy for it")
    #expect(policies.contains { $0.contains("aws_sqs_queue_policy") && !$0.contains("aws_sns_topic_policy") })
    #expect(policies.contains { $0.contains("aws_sns_topic_policy") && !$0.contains("aws_sqs_queue_policy") })
    #expect(!policies.contains { $0.contains("aws_lambda_permission") })
    for fix in try fixes(of: .alarmHasAction, in: "The actions are switched off") {
      #expect(fix == "remove `actions_enabled`")
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
