extension RuleID {
  public static let samplingRuleLimits: RuleID = "sampling-rule-limits"
}

struct SamplingRuleLimits: Rule {
  static let description = RuleDescription(
    id: .samplingRuleLimits,
    title: "Every sampling rule is one that X-Ray takes",
    rationale: "Terraform plans a rate of 5 and a second Default rule; X-Ray refuses both in the middle of an apply.",
    sources: ["FR-034", "T39", "aws-facts 1.11"], isWaivable: false,
    subjects: [SamplingRule.self],
    good: [
      Example("Five per cent") { stack in
        stack.add(SamplingRule("rest", priority: 9_999, fixedRate: .percent(5), reservoir: 0))
      }
    ],
    bad: [
      Counterexample("Priority 10000 is the Default rule's own") { stack in
        [stack.add(SamplingRule("rest", priority: 10_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("More than everything") { stack in
        [stack.add(SamplingRule("rest", priority: 1, fixedRate: .percent(500), reservoir: 1)).address]
      },
      Counterexample("Less than nothing") { stack in
        [stack.add(SamplingRule("rest", priority: 1, fixedRate: .nothing, reservoir: -1)).address]
      },
      Counterexample("The Default rule exists already") { stack in
        let rule = stack.add(
          SamplingRule("rest", named: "Default", priority: 1, fixedRate: .percent(5), reservoir: 1))
        return [rule.address]
      },
      Counterexample("A method has ten characters at most") { stack in
        let rule = stack.add(
          SamplingRule(
            "rest", priority: 1, fixedRate: .percent(5), reservoir: 1,
            matching: SamplingRule.Match(method: "GET or POST")))
        return [rule.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(SamplingRule.self).flatMap { rule in
      faults(of: rule, in: stack).map { fault, fix in
        finding(on: rule, "sampling rule '\(rule.name)' \(fault)", fix: "\(fix) on '\(rule.name)'")
      }
    }
  }

  private func faults(of rule: Declared<SamplingRule>, in stack: DeclaredStack) -> [(fault: String, fix: String)] {
    let match = rule.matching
    var faults: [(fault: String, fix: String)] = []
    if !(1...9_999).contains(rule.priority) {
      faults.append(("has priority \(rule.priority), and X-Ray takes 1 to 9999", "set `priority:` to one of them"))
    }
    if !(0...1).contains(rule.fixedRate.fraction) {
      faults.append(
        (
          "records \(rule.fixedRate.fraction * 100) % of the requests",
          "set `fixedRate:` to `.percent(0)` to `.percent(100)`"
        ))
    }
    if rule.reservoir < 0 {
      faults.append(("has a reservoir of \(rule.reservoir)", "set `reservoir: 0` or more"))
    }
    if rule.physicalName == "Default" {
      faults.append(
        ("is called 'Default', as the rule that every account has", "set another name than `named: \"Default\"`"))
    }
    let fields: [(name: String, text: String?, limit: Int)] = [
      ("serviceName", stack.resolved(match.serviceName), 64), ("serviceType", match.serviceType, 64),
      ("host", match.host, 64), ("method", match.method, 10), ("path", match.path, 128),
      ("resourceARN", stack.resolved(match.resourceARN), 500),
    ]
    for field in fields {
      guard let count = field.text?.unicodeScalars.count, count > field.limit else { continue }
      faults.append(
        (
          "has '\(field.name)' of \(count) characters, and X-Ray takes \(field.limit)",
          "put a `*` for a part of `\(field.name):`"
        ))
    }
    return faults
  }
}
