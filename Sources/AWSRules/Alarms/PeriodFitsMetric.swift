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
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("errors", when: ingest.errors, period: .minutes(1)))
        stack.add(
          MetricAlarm.example(
            "bill", when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), period: .hours(6)),
          in: .usEast1)
      },
      Example("Custom metrics may have a period of ten seconds") { stack in
        stack.add(MetricAlarm.example(period: .tenSeconds))
      },
    ],
    bad: [
      Counterexample("Ten seconds for a metric that is published every minute") { stack in
        let ingest = stack.add(LambdaFunction.example())
        return [stack.add(MetricAlarm.example(when: ingest.errors, period: .tenSeconds)).address]
      },
      Counterexample("Five minutes for a billing metric") { stack in
        let bill = MetricAlarm.example(
          when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), period: .minutes(5))
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
