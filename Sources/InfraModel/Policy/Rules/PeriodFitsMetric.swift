extension RuleID {
  public static let periodFitsMetric: RuleID = "period-fits-metric"
}

struct PeriodFitsMetric: Rule {
  static let description = RuleDescription(
    id: .periodFitsMetric,
    title: "No alarm's period is shorter than the time between two data points of AWS's",
    rationale: """
      Most services report once a minute, DynamoDB's capacity every five, a bill every six hours and a bucket's size once \
      a day. In a shorter period there is no data, and the alarm goes to and fro with what it makes of that.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html",
    ],
    severity: .warning,
    terraformFix: "set `period` to the interval at which the metric is published, or to a multiple of it",
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("A minute, and six hours for the bill") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("errors", when: ingest.errors, period: .minutes(1)))
        stack.add(
          MetricAlarm.example(
            "bill", when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), period: .hours(6)),
          in: .usEast1)
      },
      Example("One's own metrics may come every ten seconds") { stack in
        stack.add(MetricAlarm.example(period: .tenSeconds))
      },
    ],
    bad: [
      Counterexample("Ten seconds of a minute") { stack in
        let ingest = stack.add(LambdaFunction.example())
        return [stack.add(MetricAlarm.example(when: ingest.errors, period: .tenSeconds)).address]
      },
      Counterexample("Five minutes of a bill") { stack in
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
        \(reading.owner) looks at '\(reading.name)' every \(period.words) s, and AWS reports it every \(interval) s
        """,
        fix: "set `period: .minutes(\(interval / 60))` on '\(reading.alarm.resource.name)'", subject: reading.name)
    }
  }
}
