import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let lambdaThrottleAlarm: RuleID = "lambda-throttle-alarm"
}

struct LambdaThrottleAlarm: StandardRule {
  static let description = RuleDescription(
    id: .lambdaThrottleAlarm,
    title: "Every function has an alarm on its throttles, where the repository declares so",
    rationale: "A throttled invocation is not an error and has no duration, so neither of those alarms fires.",
    sources: ["FR-039", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [LambdaFunction.self],
    good: [
      Example("An alarm on throttles") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-throttled", when: ingest.throttles, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
      }
    ],
    bad: [
      Counterexample("An alarm on errors only") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [ingest.address]
      }
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].alarmsOnThrottles { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = WatchedFunctions(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      if try functions.hasThrottleAlarm(function) { return nil }
      return finding(
        on: function, "function '\(function.name)' has no alarm on its throttles",
        fix: """
          add `MetricAlarm("\(function.name)-throttled", when: \(variable(for: function.name)).throttles, .sum, \
          threshold: .above(0), …)`
          """)
    }
  }
}
