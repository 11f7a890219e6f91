import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let lambdaErrorAlarm: RuleID = "lambda-error-alarm"
}

struct LambdaErrorAlarm: Rule {
  static let description = RuleDescription(
    id: .lambdaErrorAlarm,
    title: "Every function has an alarm on its errors",
    rationale: """
      Without an alarm, users discover a failing function first. Traces are sampled and do not replace an alarm.
      """,
    sources: ["FR-040", "SC-017", "T26"],
    terraformFix: """
      add an `aws_cloudwatch_metric_alarm` on `Errors` of `AWS/Lambda` with the function's `function_name` as the \
      dimension `FunctionName`, in its region, with `comparison_operator` `GreaterThanThreshold` and `threshold` 0
      """,
    subjects: [LambdaFunction.self],
    reads: [
      .arguments("comparison_operator", "threshold", of: MetricAlarm.self)
    ],
    good: [
      Example("An alarm reads the function's errors") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("An alarm written with the function's name in it counts as well") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("An alarm counts in whatever way it is declared") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "ingest-errors",
            [
              "alarm_name": "ingest-errors", "namespace": "AWS/Lambda", "metric_name": "Errors",
              "dimensions": ["FunctionName": .text(ingest.functionName)], "statistic": "Sum", "period": 60,
              "comparison_operator": "GreaterThanThreshold", "threshold": 0, "evaluation_periods": 1,
              "treat_missing_data": "notBreaching",
            ]))
      },
      Example("An alarm on the error rate reads the errors") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let rate = MetricMath(
          "100 * errors / invocations", label: "Errors in per cent",
          of: ["errors": (ingest.errors, .sum), "invocations": (ingest.invocations, .sum)],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("An alarm on the alias that callers invoke") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        let errors = Metric(
          "Errors", in: "AWS/Lambda",
          dimensions: [
            "FunctionName": ingest.functionName, "Resource": "\(ingest.functionName):\(live.attribute("name"))",
          ], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("What CloudFront runs of a function elsewhere reports in that region") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          in: .usEast1)
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "us-east-1.ingest"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-errors", when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []),
          in: .euWest1)
      },
    ],
    bad: [
      Counterexample("One of two functions has no alarm") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/canary")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [canary.address]
      },
      Counterexample("An alarm in another region") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .euWest1)
        return [ingest.address]
      },
      Counterexample("An alarm that fires when errors decrease") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "ingest-errors", when: ingest.errors, .sum, threshold: .below(1), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = WatchedFunctions(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      if try functions.hasErrorAlarm(function) { return nil }
      let name = function.name
      return finding(
        on: function, "function '\(name)' has no alarm on its errors",
        fix: "add `stack.add(\(variable(for: name)).errorAlarm(notify: alerts.arn))`")
    }
  }
}
