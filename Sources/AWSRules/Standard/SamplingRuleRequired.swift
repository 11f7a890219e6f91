import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingRuleRequired: RuleID = "sampling-rule-required"
}

struct SamplingRuleRequired: StandardRule {
  static let description = RuleDescription(
    id: .samplingRuleRequired,
    title: "A stack with a traced REST API declares a sampling rule, where the repository declares so",
    rationale: """
      Without a rule of its own, an API is sampled by the account's default rule, which records one request a second and \
      5 % of the rest, and which is shared by the whole account.
      """,
    sources: ["FR-034", "S0-11", "AC8", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [Stage.self],
    good: [
      Example("A rule for the API") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("api", priority: 1_000, fixedRate: .percent(10), reservoir: 1))
      }
    ],
    bad: [
      Counterexample("Only the account's default rule") { stack in
        let api = stack.add(RestAPI("shop"))
        return [stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123")).address]
      }
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].declaresSamplingRules { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard stack.managed(SamplingRule.type).isEmpty else { return RuleEvaluation() }
    return stack.subjects(Stage.self).evaluateEach { stage throws(DecodingFailure) in
      guard try stage[\.tracing].canBe(.active) else { return nil }
      return finding(
        on: stage, "stage '\(stage.name)' is traced, and the stack has no sampling rule for it",
        fix: "add `SamplingRule(…, matching: .init(serviceName: \(variable(for: stage.name)).traceServiceName))`")
    }
  }
}
