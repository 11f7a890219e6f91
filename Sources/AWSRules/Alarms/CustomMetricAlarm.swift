import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let customMetricAlarm: RuleID = "custom-metric-alarm"
}

struct CustomMetricAlarm: Rule {
  static let description = RuleDescription(
    id: .customMetricAlarm,
    title: "Every custom metric that a function publishes has an alarm",
    rationale: "A failure that is counted without an alarm is as silent as one that is not counted.",
    sources: ["FR-042", "FR-043", "SC-018", "SC-019"],
    asked: .ofStacksOnly(because: "Terraform does not know which metrics the code writes"),
    subjects: [LambdaFunction.self],
    good: [
      Example("The failure that is counted has an alarm") { stack in
        let failures = Metric(
          "Failures", in: "Shop", dimensions: ["Environment": "prod"], missingDataMeaning: .noEvents)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [failures]))
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      }
    ],
    bad: [
      Counterexample("One of two metrics has no alarm") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let stuck = Metric("StuckItems", in: "Shop", missingDataMeaning: .noEvents)
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [failures, stuck]))
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [function.address]
      },
      Counterexample("An alarm on other dimensions reads another metric") { stack in
        let failures = Metric(
          "Failures", in: "Shop", dimensions: ["Environment": "prod"], missingDataMeaning: .noEvents)
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [failures]))
        stack.add(
          MetricAlarm(
            when: Metric("Failures", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
            evaluation: .once, missingData: .notBreaching, notify: []))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let alarms = AlarmIndex(stack)
    return stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      try function[\.emits].filter { alarms[stack.series($0, in: function.region)].isEmpty }.map { metric in
        finding(
          on: function,
          "function '\(function.name)' emits '\(metric.name)' in '\(metric.namespace)', but no alarm reads it",
          fix: """
            add `stack.add(MetricAlarm("\(kebab(metric.name))", when: \(variable(for: metric.name)), \
            \(metric.missingDataMeaning.usualAlarm), notify: [alerts.arn]))` with a suitable threshold
            """)
      }
    }
  }
}

extension MissingDataMeaning {
  /// The arguments most alarms on such a metric have.
  fileprivate var usualAlarm: String {
    switch self {
    case .noEvents: ".sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching"
    case .noActivity:
      ".percentile(.p95), threshold: .above(3_000), evaluation: .consecutive(3), missingData: .notBreaching"
    case .stopped: ".sum, threshold: .below(1), evaluation: .consecutive(2), missingData: .breaching"
    case .notReportedYet, .undeclared: ".maximum, threshold: .above(10), evaluation: .once, missingData: .missing"
    }
  }
}
