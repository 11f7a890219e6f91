import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let apiThrottlingRequired: RuleID = "api-throttling-required"
}

struct APIThrottlingRequired: StandardRule {
  static let description = RuleDescription(
    id: .apiThrottlingRequired,
    title: "Every stage of an API limits its requests per second, where the repository declares so",
    rationale: """
      The account's limit of 10,000 requests a second is for all its APIs together. Throttling is also the only bound on \
      what clients cost who ask for a trace of every request, because sampling rules do not apply to them.
      """,
    sources: [
      "FR-035", "S0-13", "T10",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [Stage.self, HTTPStage.self],
    good: [
      Example("All methods are limited") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(MethodSettings("shop", of: stage, throttling: .limited(perSecond: 50, burst: 100)))
      }
    ],
    bad: [
      Counterexample("Only the account's limits apply") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(MethodSettings("shop", of: stage, throttling: .accountLimits))
        return [stage.address]
      },
      Counterexample("An HTTP API with the account's limits") { stack in
        let api = stack.add(HTTPAPI("shop"))
        return [stack.add(HTTPStage("shop", of: api.apiID, throttling: .accountLimits)).address]
      },
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].throttlesAPIs { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let settings = stack.subjects(MethodSettings.self)
    let rest = stack.subjects(Stage.self).evaluateEach { stage throws(DecodingFailure) in
      for setting in settings where stack.target(of: try setting[\.stage])?.address == stage.address {
        if try setting[\.throttling] != .accountLimits { return nil }
      }
      return finding(
        on: stage, "stage '\(stage.name)' has no limit of its own on requests per second",
        fix: "set `throttling: .limited(perSecond: …, burst: …)` on the settings of '\(stage.name)'")
    }
    let http = stack.subjects(HTTPStage.self).evaluateEach { stage throws(DecodingFailure) in
      guard try stage[\.throttling] == .accountLimits else { return nil }
      return finding(
        on: stage, "stage '\(stage.name)' has no limit of its own on requests per second",
        fix: "set `throttling: .limited(perSecond: …, burst: …)` on '\(stage.name)'")
    }
    return rest + http
  }
}
