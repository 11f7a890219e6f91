import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let dynamoDBAlarmIgnoresMissingData: RuleID = "dynamodb-alarm-ignores-missing-data"
}

struct DynamoDBAlarmIgnoresMissingData: Rule {
  static let description = RuleDescription(
    id: .dynamoDBAlarmIgnoresMissingData,
    title: "No alarm on a DynamoDB metric relies on missing data to fire",
    rationale: """
      CloudWatch ignores missing data in every alarm on AWS/DynamoDB, whatever `treat_missing_data` is, so an alarm \
      that should fire on missing data keeps its state.
      """,
    sources: ["T45", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"],
    severity: .warning,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_name", "namespace", "treat_missing_data", of: MetricAlarm.self)
    ],
    good: [
      Example("An alarm on throttling, for which missing data is not breaching") { stack in
        let throttled = Metric("ThrottledRequests", in: "AWS/DynamoDB", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: throttled, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A metric of another namespace, for which missing data is breaching") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
      },
    ],
    bad: [
      Counterexample("An alarm on a table without writes") { stack in
        let written = Metric("ConsumedWriteCapacityUnits", in: "AWS/DynamoDB", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm(
            when: written, .sum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
        return [alarm.address]
      },
      Counterexample("An alarm that is a raw resource") { stack in
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "written",
            [
              "metric_name": "ConsumedWriteCapacityUnits", "namespace": "AWS/DynamoDB",
              "treat_missing_data": "breaching",
            ]))
        return [alarm.address]
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
        "\(reading.owner) should fire on missing data, which CloudWatch ignores for DynamoDB metrics",
        fix: """
          publish a custom metric from the function that calls the table, and use it in '\(reading.alarm.resource.name)'
          """)
    }
  }
}
