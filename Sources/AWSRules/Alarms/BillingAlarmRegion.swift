import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let billingAlarmRegion: RuleID = "billing-alarm-region"
}

struct BillingAlarmRegion: Rule {
  static let description = RuleDescription(
    id: .billingAlarmRegion,
    title: "Every billing alarm is in us-east-1, where AWS publishes billing metrics",
    rationale: """
      AWS publishes the billing metrics of all regions in us-east-1 only. In any other region the metric has no \
      data, and the alarm never fires.
      """,
    sources: [
      "FR-038", "T25",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html",
    ],
    terraformFix: """
      declare the alarm and its topic with a `provider` whose region is us-east-1, the only one that has billing \
      metrics
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_name", "namespace", of: MetricAlarm.self)
    ],
    good: [
      Example("X-Ray's bill, in us-east-1") { stack in
        stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
      Example("The total bill has no service dimension") { stack in
        let bill = Metric(
          "EstimatedCharges", in: "AWS/Billing", dimensions: ["Currency": "USD"], missingDataMeaning: .notReportedYet)
        stack.add(
          MetricAlarm(
            when: bill, .maximum, threshold: .above(100), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
    ],
    bad: [
      Counterexample("The stack's own region has no billing metrics") { stack in
        let alarm = stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .euWest1)
        return [alarm.address]
      },
      Counterexample("An alarm as a raw resource") { stack in
        let alarm = RawResource(
          "aws_cloudwatch_metric_alarm", "bill",
          ["metric_name": "EstimatedCharges", "namespace": "AWS/Billing", "dimensions": ["Currency": "USD"]])
        let resource = stack.add(alarm, in: .euWest1)
        return [resource.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for reading in stack.metricReadings {
      guard let region = MetricCatalogue.namespaces[reading.namespace]?.region, reading.alarm.region != region else {
        continue
      }
      evaluation.judge(reading.alarm) { () throws(DecodingFailure) in
        guard reading.alarm.region != .unknown else {
          throw DecodingFailure(argument: "region", reason: .elsewhere(Region.reasonForDoubt))
        }
        return [finding(on: reading, publishedIn: region)]
      }
    }
    return evaluation
  }

  private func finding(on reading: MetricReading, publishedIn region: Region) -> Finding {
    let name = reading.alarm.resource.name
    return finding(
      on: reading.alarm,
      "\(reading.owner) in '\(reading.alarm.region)' reads '\(reading.name)', which AWS publishes in '\(region)' only",
      fix: """
        declare '\(name)' and its topic with `in: .\(region.swiftName)`, or use `BillingAlarms`, which does so
        """, subject: reading.name)
  }
}
