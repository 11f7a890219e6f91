extension RuleID {
  public static let samplingRuleLimits: RuleID = "sampling-rule-limits"
}

struct SamplingRuleLimits: Rule {
  static let description = RuleDescription(
    id: .samplingRuleLimits,
    title: "Every sampling rule is one that X-Ray takes",
    rationale: "Terraform plans a rate of 5 and a second Default rule; X-Ray refuses both in the middle of an apply.",
    sources: ["FR-034", "T39", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    isWaivable: false,
    terraformFix: """
      set `priority` to 1 to 9999, `fixed_rate` to 0 to 1, `reservoir_size` to 0 or more, a `rule_name` other than \
      `Default`, and a `*` for a part of a text that is too long
      """,
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

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for rule in stack.subjects(SamplingRule.self) {
      // Each argument by itself: one that is unknown says nothing of the others.
      for part in Part.allCases {
        evaluation.judge(rule.declaration) { () throws(DecodingFailure) in
          guard let fault = try fault(at: part, of: rule, in: stack) else { return [] }
          return [
            finding(on: rule, "sampling rule '\(rule.name)' \(fault.text)", fix: "\(fault.fix) on '\(rule.name)'")
          ]
        }
      }
    }
    return evaluation
  }

  private enum Part: CaseIterable {
    case priority, fixedRate, reservoir, name, serviceName, serviceType, host, method, path, resourceARN
  }

  private struct Fault {
    let text: String
    let fix: String
  }

  private func fault(
    at part: Part, of rule: Subject<SamplingRule>, in stack: DeclaredStack
  ) throws(DecodingFailure) -> Fault? {
    switch part {
    case .priority:
      let priority = try rule[\.priority]
      return (1...9_999).contains(priority)
        ? nil
        : Fault(text: "has priority \(priority), and X-Ray takes 1 to 9999", fix: "set `priority:` to one of them")
    case .fixedRate:
      let rate = try rule[\.fixedRate].fraction
      return (0...1).contains(rate)
        ? nil
        : Fault(
          text: "records \(rate * 100) % of the requests", fix: "set `fixedRate:` to `.percent(0)` to `.percent(100)`")
    case .reservoir:
      let reservoir = try rule[\.reservoir]
      return reservoir >= 0 ? nil : Fault(text: "has a reservoir of \(reservoir)", fix: "set `reservoir: 0` or more")
    case .name:
      return rule.physicalName != "Default"
        ? nil
        : Fault(
          text: "is called 'Default', as the rule that every account has",
          fix: "set another name than `named: \"Default\"`")
    case .serviceName:
      let text = try rule[\.matching.serviceName]
      try text.expectDecided(in: "service_name")
      return length(of: stack.resolved(text), "serviceName", upTo: 64)
    case .serviceType: return length(of: try rule[\.matching.serviceType], "serviceType", upTo: 64)
    case .host: return length(of: try rule[\.matching.host], "host", upTo: 64)
    case .method: return length(of: try rule[\.matching.method], "method", upTo: 10)
    case .path: return length(of: try rule[\.matching.path], "path", upTo: 128)
    case .resourceARN:
      let text = try rule[\.matching.resourceARN]
      try text.expectDecided(in: "resource_arn")
      return length(of: stack.resolved(text), "resourceARN", upTo: 500)
    }
  }

  private func length(of text: String?, _ property: String, upTo limit: Int) -> Fault? {
    guard let count = text?.unicodeScalars.count, count > limit else { return nil }
    return Fault(
      text: "has '\(property)' of \(count) characters, and X-Ray takes \(limit)",
      fix: "put a `*` for a part of `\(property):`")
  }
}
