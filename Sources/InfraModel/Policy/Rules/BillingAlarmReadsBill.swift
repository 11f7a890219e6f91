extension RuleID {
  public static let billingAlarmReadsBill: RuleID = "billing-alarm-reads-bill"
}

struct BillingAlarmReadsBill: Rule {
  static let description = RuleDescription(
    id: .billingAlarmReadsBill,
    title: "Every billing alarm is in the region where AWS publishes bills",
    rationale: """
      AWS publishes the bill of all regions in us-east-1 alone. Anywhere else it is a metric without data, and the alarm \
      never fires.
      """,
    sources: ["FR-038", "T25", "aws-facts 1.13"],
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("X-Ray's bill, in us-east-1") { stack in
        stack.add(
          MetricAlarm.example(when: .estimatedCharges(for: "AWSXRay"), .maximum, is: .above(10)), in: .usEast1)
      },
      Example("The whole bill has no service") { stack in
        let bill = Metric(
          "EstimatedCharges", in: "AWS/Billing", dimensions: ["Currency": "USD"], silence: .notReportedYet)
        stack.add(MetricAlarm.example(when: bill, .maximum, is: .above(100)), in: .usEast1)
      },
    ],
    bad: [
      Counterexample("There are no bills in the stack's own region") { stack in
        let alarm = stack.add(
          MetricAlarm.example(when: .estimatedCharges(for: "AWSXRay"), .maximum, is: .above(10)), in: .euWest1)
        return [alarm.address]
      },
      Counterexample("Nor are there any for an alarm that has no type here") { stack in
        let alarm = RawResource(
          "aws_cloudwatch_metric_alarm", "bill",
          ["metric_name": "EstimatedCharges", "namespace": "AWS/Billing", "dimensions": ["Currency": "USD"]])
        let address = stack.add(alarm, in: .euWest1).address
        return [address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard let region = MetricCatalogue.namespaces[reading.namespace]?.region, reading.alarm.region != region,
        reading.alarm.region != .unknown
      else { return nil }
      let name = reading.alarm.resource.name
      return finding(
        on: reading.alarm,
        "\(reading.owner) in '\(reading.alarm.region)' reads '\(reading.name)', which AWS publishes in '\(region)' only",
        fix: """
          declare '\(name)' and its topic with `in: .\(region.swiftName)`, or take `BillingAlarms`, which does
          """, subject: reading.name)
    }
  }
  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    stack.metricReadings.compactMap { reading in
      guard reading.alarm.region == .unknown, MetricCatalogue.namespaces[reading.namespace]?.region != nil else {
        return nil
      }
      return Unknown(on: reading.alarm, Region.reasonForDoubt)
    }
  }
}
