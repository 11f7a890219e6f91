import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let lambdaP95Alarm: RuleID = "lambda-p95-alarm"
}

struct LambdaP95Alarm: Rule {
  static let description = RuleDescription(
    id: .lambdaP95Alarm,
    title: "Every function has an alarm on its p95 duration",
    rationale: "An average hides the slowest 5 % of requests, and users leave a slow function long before it fails.",
    sources: ["FR-041", "SC-017", "T26"],
    severityInAudit: .warning,
    terraformFix: """
      add an `aws_cloudwatch_metric_alarm` on `Duration` of `AWS/Lambda` with `extended_statistic` `p95`, the \
      function's `function_name` as the dimension `FunctionName`, and the milliseconds that its users accept as \
      `threshold`
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("An alarm reads the p95") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-p95", when: ingest.duration, .percentile(.p95), threshold: .above(.seconds(10)), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("An alarm on the maximum fires no later") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-slowest", when: ingest.duration, .maximum, threshold: .above(.seconds(10)), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("No alarm on the duration") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("The average is not the p95") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-average", when: ingest.duration, .average, threshold: .above(.seconds(10)), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = WatchedFunctions(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      if try functions.hasSlownessAlarm(function) { return nil }
      let name = function.name
      // A suggestion: half of the timeout, where that is known.
      let half = (try? function[\.timeout]).map { Int(nearest: $0.milliseconds) / 2 } ?? 1_500
      return finding(
        on: function, "function '\(name)' has no alarm on its p95 duration",
        fix: """
          add `stack.add(\(variable(for: name)).slownessAlarm(p95: .milliseconds(\(half)), notify: alerts.arn))` with \
          a threshold that your users accept
          """)
    }
  }
}
