import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let samplingRuleLimits: RuleID = "sampling-rule-limits"
}

struct SamplingRuleLimits: Rule {
  static let description = RuleDescription(
    id: .samplingRuleLimits,
    title: "Every sampling rule is within X-Ray's limits",
    rationale: "Terraform plans a rate of 5 and a second rule with the name Default; X-Ray rejects both during apply.",
    sources: ["FR-034", "T39", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    isWaivable: false,
    terraformFix: """
      set `priority` to 1 to 9999, `fixed_rate` to 0 to 1, `reservoir_size` to 0 or more, and `rule_name` to \
      another name than `Default`, and replace a part of a text that is too long with `*`
      """,
    subjects: [SamplingRule.self],
    reads: [
      .arguments("rule_name", of: SamplingRule.self)
    ],
    good: [
      Example("A rate of 5 %") { stack in
        stack.add(SamplingRule("rest", priority: 9_999, fixedRate: .percent(5), reservoir: 0))
      }
    ],
    bad: [
      Counterexample("Priority 10000 is the Default rule's own") { stack in
        [stack.add(SamplingRule("rest", priority: 10_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("A rate above 100 %") { stack in
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
            finding(
              on: rule, "sampling rule '\(rule.name)' \(fault.text)", fix: "\(fault.fix) on '\(rule.name)'",
              terraformFix: fault.terraformFix)
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
    let terraformFix: String
  }

  private func fault(
    at part: Part, of rule: Subject<SamplingRule>, in stack: DeclaredStack
  ) throws(DecodingFailure) -> Fault? {
    switch part {
    case .priority:
      let priority = try rule[\.priority]
      return (1...9_999).contains(priority)
        ? nil
        : Fault(
          text: "has priority \(priority); X-Ray accepts 1 to 9999", fix: "set `priority:` to 1 to 9999",
          terraformFix: "set `priority` to 1 to 9999")
    case .fixedRate:
      let rate = try rule[\.fixedRate].fraction
      return (0...1).contains(rate)
        ? nil
        : Fault(
          text: "has a rate of \(rate * 100) %", fix: "set `fixedRate:` to `.percent(0)` to `.percent(100)`",
          terraformFix: "set `fixed_rate` to 0 to 1")
    case .reservoir:
      let reservoir = try rule[\.reservoir]
      return reservoir >= 0
        ? nil
        : Fault(
          text: "has a reservoir of \(reservoir)", fix: "set `reservoir: 0` or more",
          terraformFix: "set `reservoir_size` to 0 or more")
    case .name:
      return rule.physicalName != "Default"
        ? nil
        : Fault(
          text: "has the name 'Default' of the rule that every account has",
          fix: "set another name than `named: \"Default\"`",
          terraformFix: "set `rule_name` to another name than `Default`")
    case .serviceName:
      let text = try rule[\.matching.serviceName]
      try text.expectDecided(in: "service_name")
      return length(of: stack.resolved(text), "serviceName", "service_name", upTo: 64)
    case .serviceType: return length(of: try rule[\.matching.serviceType], "serviceType", "service_type", upTo: 64)
    case .host: return length(of: try rule[\.matching.host], "host", "host", upTo: 64)
    case .method: return length(of: try rule[\.matching.method], "method", "http_method", upTo: 10)
    case .path: return length(of: try rule[\.matching.path], "path", "url_path", upTo: 128)
    case .resourceARN:
      let text = try rule[\.matching.resourceARN]
      try text.expectDecided(in: "resource_arn")
      return length(of: stack.resolved(text), "resourceARN", "resource_arn", upTo: 500)
    }
  }

  private func length(of text: String?, _ property: String, _ argument: String, upTo limit: Int) -> Fault? {
    guard let count = text?.unicodeScalars.count, count > limit else { return nil }
    return Fault(
      text: "has a '\(property)' of \(count) characters; X-Ray accepts \(limit)",
      fix: "replace a part of `\(property):` with `*`", terraformFix: "replace a part of `\(argument)` with `*`")
  }
}
