import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let periodFitsMetric: RuleID = "period-fits-metric"
}

struct PeriodFitsMetric: Rule {
  static let description = RuleDescription(
    id: .periodFitsMetric,
    title: "No alarm's period is shorter than the interval at which AWS publishes its metric",
    rationale: """
      Most services publish once a minute, DynamoDB capacity every five minutes, a bill every six hours, and bucket \
      sizes once a day. A shorter period has gaps, and the alarm changes its state with each gap.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html",
    ],
    severity: .warning,
    terraformFix: "set `period` to the interval at which the metric is published, or to a multiple of it",
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_name", "namespace", "period", of: MetricAlarm.self)
    ],
    good: [
      Example("A minute, and six hours for the bill") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "errors", when: ingest.errors, .sum, threshold: .above(0), period: .minutes(1), evaluation: .once,
            missingData: .notBreaching, notify: []))
        stack.add(
          MetricAlarm(
            "bill", when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), period: .hours(6),
            evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
      Example("Custom metrics may have a period of ten seconds") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), period: .tenSeconds, evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("Ten seconds for a metric that is published every minute") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.errors, .sum, threshold: .above(0), period: .tenSeconds, evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Five minutes for a billing metric") { stack in
        let bill = MetricAlarm(
          when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), period: .minutes(5),
          evaluation: .once, missingData: .notBreaching, notify: [])
        return [stack.add(bill, in: .usEast1).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard let period = reading.period, period > 0, let interval = reading.published?.interval.wholeSeconds,
        period < Double(interval)
      else { return nil }
      return finding(
        on: reading.alarm,
        """
        \(reading.owner) reads '\(reading.name)' with a period of \(period.words) s, but AWS publishes it every \(interval) s
        """,
        fix: "set `period: .minutes(\(interval / 60))` on '\(reading.alarm.resource.name)'",
        terraformFix: "set `period` to \(interval) or a multiple of it", subject: reading.name)
    }
  }
}
