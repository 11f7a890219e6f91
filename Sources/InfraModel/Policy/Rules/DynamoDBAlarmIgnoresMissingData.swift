extension RuleID {
  public static let dynamoDBAlarmIgnoresMissingData: RuleID = "dynamodb-alarm-ignores-missing-data"
}

struct DynamoDBAlarmIgnoresMissingData: Rule {
  static let description = RuleDescription(
    id: .dynamoDBAlarmIgnoresMissingData,
    title: "No alarm on DynamoDB's metrics counts on silence to fire",
    rationale: """
      CloudWatch ignores missing data in every alarm on AWS/DynamoDB, whatever the alarm says, so one that should fire on \
      silence stays as it was.
      """,
    sources: ["T45", "aws-facts 1.8"],
    severity: .warning,
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("Throttling rings, and its absence is none") { stack in
        let throttled = Metric("ThrottledRequests", in: "AWS/DynamoDB", silence: .nothingHappened)
        stack.add(MetricAlarm.example(when: throttled, missingData: .notBreaching))
      },
      Example("Of other metrics silence may be the worst") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), missingData: .breaching))
      },
    ],
    bad: [
      Counterexample("A table that nobody writes to any more") { stack in
        let written = Metric("ConsumedWriteCapacityUnits", in: "AWS/DynamoDB", silence: .stopped)
        return [stack.add(MetricAlarm.example(when: written, is: .below(1), missingData: .breaching)).address]
      },
      Counterexample("An alarm that has no type here") { stack in
        let alarm = RawResource(
          "aws_cloudwatch_metric_alarm", "written",
          [
            "metric_name": "ConsumedWriteCapacityUnits", "namespace": "AWS/DynamoDB",
            "treat_missing_data": "breaching",
          ])
        let address = stack.add(alarm).address
        return [address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var seen: Set<Address> = []
    return stack.metricReadings.filter { reading in
      MetricCatalogue.namespaces[reading.namespace]?.ignoresMissingData == true
        && reading.alarm.block["treat_missing_data"]?.word == MissingData.breaching.rawValue
        && seen.insert(reading.alarm.address).inserted
    }.map { reading in
      finding(
        on: reading.alarm,
        "\(reading.owner) is to fire without data, and CloudWatch ignores that of DynamoDB's metrics",
        fix: """
          count in the function that calls the table, and let '\(reading.alarm.resource.name)' watch that metric
          """)
    }
  }
}
