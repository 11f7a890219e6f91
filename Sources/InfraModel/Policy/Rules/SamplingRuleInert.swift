extension RuleID {
  public static let samplingRuleInert: RuleID = "sampling-rule-inert"
}

struct SamplingRuleInert: Rule {
  static let description = RuleDescription(
    id: .samplingRuleInert,
    title: "Every sampling rule has somebody who asks for it",
    rationale: """
      REST API stages, AppSync and hosts with an X-Ray SDK ask X-Ray for sampling rules. Lambda does not: a function \
      records one request a second and 5 % of the rest, whatever the rules say.
      """,
    sources: ["FR-034", "T2", "T3", "aws-facts 1.1b"],
    severity: .warning,
    good: [
      Example("A traced REST stage asks") { stack in
        stack.add(RawResource("aws_api_gateway_stage", "api", ["xray_tracing_enabled": true]))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      }
    ],
    bad: [
      Counterexample("Functions alone do not ask") { stack in
        stack.add(LambdaFunction.example(tracing: .active))
        return [stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("A rule for functions matches nobody who asks") { stack in
        stack.add(RawResource("aws_api_gateway_stage", "api", ["xray_tracing_enabled": true]))
        let rule = stack.add(
          SamplingRule(
            "functions", priority: 100, fixedRate: .percent(5), reservoir: 1,
            matching: SamplingRule.Match(serviceType: "AWS::Lambda::Function")))
        return [rule.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let somebodyAsks = stack.asksForSamplingRules
    return stack.declared(SamplingRule.self).compactMap { rule in
      if !somebodyAsks {
        return finding(
          on: rule, "sampling rule '\(rule.name)' decides nothing: nothing in the stack asks X-Ray for its rules",
          fix: "take '\(rule.name)' out, or let requests come in through a REST API stage with tracing")
      }
      guard rule.matching.serviceType.lowercased().hasPrefix("aws::lambda") else { return nil }
      return finding(
        on: rule, "sampling rule '\(rule.name)' is for '\(rule.matching.serviceType)', which asks for no rules",
        fix: "set `serviceType: \"AWS::ApiGateway::Stage\"` and `serviceName: \"{api}/{stage}\"` on '\(rule.name)'")
    }
  }
}
