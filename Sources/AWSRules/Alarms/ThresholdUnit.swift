import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let thresholdUnit: RuleID = "threshold-unit"
}

struct ThresholdUnit: Rule {
  // A warning: there are functions that answer in ten milliseconds.
  static let description = RuleDescription(
    id: .thresholdUnit,
    title: "No threshold on a metric in milliseconds is a number of seconds",
    rationale: """
      AWS measures durations in milliseconds. An alarm above 3 that means seconds fires on every request, and \
      people soon disable it.
      """,
    sources: ["FR-041", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html"],
    severity: .warning,
    terraformFix: "set `threshold` in the unit of the metric, which is milliseconds",
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("comparison_operator", "metric_name", "namespace", "threshold", of: MetricAlarm.self)
    ],
    good: [
      Example("Three seconds") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "typed", when: ingest.duration, .percentile(.p95), threshold: .above(.seconds(3)), evaluation: .once,
            missingData: .notBreaching, notify: []))
        stack.add(
          MetricAlarm(
            "number", when: ingest.duration, .percentile(.p95), threshold: .above(3_000), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("A table answers in milliseconds") { stack in
        let latency = Metric(
          "SuccessfulRequestLatency", in: "AWS/DynamoDB", dimensions: ["TableName": "a", "Operation": "GetItem"],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: latency, .average, threshold: .above(20), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("Three milliseconds") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.duration, .percentile(.p95), threshold: .above(3), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard let threshold = reading.threshold, threshold.firesOnHighValues, (0...longestAsSeconds) ~= threshold.limit,
        threshold.limit > 0, case .time(.milliseconds) = reading.published?.kind
      else { return nil }
      let limit = threshold.limit.words
      return finding(
        on: reading.alarm,
        "\(reading.owner) compares '\(reading.name)' with \(limit), but AWS measures it in milliseconds",
        fix: "set `threshold: .above(.seconds(\(limit)))` on '\(reading.alarm.resource.name)', if seconds are meant")
    }
  }
}

/// The longest threshold that is probably in seconds: API Gateway waits no longer, so few limits are above it.
private let longestAsSeconds = 30.0
