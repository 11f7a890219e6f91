import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let jsonLogsRequired: RuleID = "json-logs-required"
}

struct JSONLogsRequired: StandardRule {
  static let description = RuleDescription(
    id: .jsonLogsRequired,
    title: "Functions write their logs as JSON, where the repository declares so",
    rationale: """
      In JSON, each line has the id of its trace as a field of its own, so a query finds the lines of a trace. In text, \
      only the platform's own lines have it.
      """,
    sources: [
      "FR-012", "AC9", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [LambdaFunction.self],
    good: [
      Example("JSON") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      }
    ],
    bad: [
      Counterexample("Text") { stack in
        let ingest = LambdaFunction(
          "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
          role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
          logging: .text(to: "/aws/lambda/ingest"))
        return [stack.add(ingest).address]
      }
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].logsAsJSON { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard case .text = try function[\.logging] else { return nil }
      return finding(
        on: function, "function '\(function.name)' writes its logs as text, in which no field has the trace's id",
        fix: "set `logging: .json(to: …)` on '\(function.name)'")
    }
  }
}
