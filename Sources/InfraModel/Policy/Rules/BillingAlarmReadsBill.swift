extension RuleID {
  public static let billingAlarmReadsBill: RuleID = "billing-alarm-reads-bill"
}

struct BillingAlarmReadsBill: Rule {
  static let description = RuleDescription(
    id: .billingAlarmReadsBill,
    title: "Every billing alarm reads the bill where and as AWS publishes it",
    rationale: """
      AWS publishes the bill in us-east-1, in a currency, and as a sum that grows all month. Read otherwise it is a \
      metric without data, and the alarm never fires.
      """,
    sources: ["FR-038", "T25", "aws-facts 1.13"],
    subjects: [MetricAlarm.self],
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
      Counterexample("A bill without a currency does not exist") { stack in
        let bill = Metric(
          "EstimatedCharges", in: "AWS/Billing", dimensions: ["ServiceName": "AWSXRay"], silence: .notReportedYet)
        let alarm = stack.add(MetricAlarm.example(when: bill, .maximum, is: .above(10)), in: .usEast1)
        return [alarm.address]
      },
      Counterexample("A sum of running totals is no bill") { stack in
        let alarm = stack.add(
          MetricAlarm.example(when: .estimatedCharges(for: "AWSXRay"), .sum, is: .above(10)), in: .usEast1)
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(MetricAlarm.self).flatMap { alarm -> [Finding] in
      guard case .metric(let metric, let statistic) = alarm.measure, metric.namespace == "AWS/Billing"
      else { return [] }
      let name = alarm.name
      var findings: [Finding] = []
      if alarm.region != .usEast1 {
        findings.append(
          finding(
            on: alarm, "alarm '\(name)' reads a bill in '\(alarm.region)', and AWS publishes bills in 'us-east-1'",
            fix: "declare '\(name)' and the topic it notifies with `in: .usEast1`"))
      }
      if metric.dimensions["Currency"] == nil {
        findings.append(
          finding(
            on: alarm, "alarm '\(name)' reads a bill without the dimension 'Currency', which does not exist",
            fix: "read `.estimatedCharges(for: \"AWSXRay\")` in '\(name)', with the service it is about"))
      }
      if statistic != .maximum {
        findings.append(
          finding(
            on: alarm, "alarm '\(name)' takes the '\(statistic.word)' of a bill, which is a running total",
            fix: "use `.maximum` in '\(name)'"))
      }
      return findings
    }
  }
}
