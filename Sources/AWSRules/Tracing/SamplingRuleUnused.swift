import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingRuleUnused: RuleID = "sampling-rule-unused"
}

struct SamplingRuleUnused: Rule {
  static let description = RuleDescription(
    id: .samplingRuleUnused,
    title: "Every sampling rule matches a client that requests sampling rules",
    rationale: """
      REST API stages, AppSync and hosts with an X-Ray SDK ask X-Ray for sampling rules. Lambda does not: a function \
      records one request a second and 5 % of the rest, whatever the rules say.
      """,
    sources: ["FR-034", "T2", "T3", "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"],
    severity: .warning,
    terraformFix: """
      remove the rule, or match in `service_name` and `service_type` a client that requests sampling rules, such as \
      `API/STAGE` of a stage with `xray_tracing_enabled` and `AWS::ApiGateway::Stage`
      """,
    subjects: [SamplingRule.self],
    reads: [
      .arguments("name", of: RestAPI.self)
    ],
    good: [
      Example("A traced REST API stage requests sampling rules") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(
          SamplingRule(
            "shop", priority: 100, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(
              serviceName: stage.traceServiceName, serviceType: "AWS::ApiGateway::Stage")))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      },
      Example("A host may have an X-Ray SDK") { stack in
        stack.add(RawResource("aws_instance", "worker"))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      },
    ],
    bad: [
      Counterexample("Functions alone do not ask") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        return [stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("A rule for functions matches no client that requests rules") { stack in
        stack.add(RawResource("aws_instance", "worker"))
        let rule = stack.add(
          SamplingRule(
            "functions", priority: 100, fixedRate: .percent(5), reservoir: 1,
            matching: SamplingRule.Match(serviceType: "AWS::Lambda::Function")))
        return [rule.address]
      },
      Counterexample("X-Ray calls a stage by its API's name too") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let rule = stack.add(
          SamplingRule(
            "shop", priority: 100, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(serviceName: "shop")))
        return [rule.address]
      },
      Counterexample("The stage is in another region") { stack in
        let api = stack.add(RestAPI("shop"), in: .euWest1)
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"), in: .euWest1)
        let rule = stack.add(
          SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1), in: .usEast1)
        return [rule.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let clients = SamplingClients(stack)
    return stack.subjects(SamplingRule.self).evaluateEach { rule throws(DecodingFailure) in
      if try clients.contains(rule) { return nil }
      if clients.isEmpty(in: rule.region) {
        return finding(
          on: rule,
          "sampling rule '\(rule.name)' has no effect: no client in '\(rule.region)' requests sampling rules",
          fix: "remove '\(rule.name)', or receive requests through a REST API stage with tracing",
          terraformFix: """
            remove the rule, or receive requests through an `aws_api_gateway_stage` with `xray_tracing_enabled`
            """)
      }
      return finding(
        on: rule, "sampling rule '\(rule.name)' has no effect: it matches no client that requests sampling rules",
        fix: """
          match `serviceName: stage.traceServiceName, serviceType: "AWS::ApiGateway::Stage"` in '\(rule.name)', with \
          the stage it is for
          """,
        terraformFix: """
          match in `service_name` and `service_type` a client that requests sampling rules, such as `API/STAGE` of a \
          stage with `xray_tracing_enabled` and `AWS::ApiGateway::Stage`
          """)
    }
  }
}
