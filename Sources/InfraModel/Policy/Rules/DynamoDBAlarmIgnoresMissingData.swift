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
    subjects: [MetricAlarm.self],
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
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(MetricAlarm.self).filter { alarm in
      alarm.missingData == .breaching && alarm.resource.metrics.contains { $0.namespace == "AWS/DynamoDB" }
    }.map { alarm in
      finding(
        on: alarm, "alarm '\(alarm.name)' is to fire without data, and CloudWatch ignores that of DynamoDB's metrics",
        fix: "count in the function that calls the table, and let '\(alarm.name)' watch that metric")
    }
  }
}
