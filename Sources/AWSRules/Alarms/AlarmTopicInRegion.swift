import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let alarmTopicInRegion: RuleID = "alarm-topic-in-region"
}

struct AlarmTopicInRegion: Rule {
  static let description = RuleDescription(
    id: .alarmTopicInRegion,
    title: "Every alarm notifies topics in its own region",
    rationale: """
      CloudWatch refuses an alarm that notifies a topic in another region: `Invalid region eu-west-1 specified. Only \
      us-east-1 is supported.` Terraform reports it only when it applies.
      """,
    sources: [
      "US10", "T25", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://github.com/cds-snc/notification-terraform/pull/128",
    ],
    terraformFix: """
      declare an `aws_sns_topic` with its `aws_sns_topic_subscription` in the alarm's own region, through the same \
      `provider`, and put its ARN into `alarm_actions`
      """,
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    reads: [
      .arguments("alarm_actions", of: MetricAlarm.self)
    ],
    good: [
      Example("The billing alarm has a topic in its region") { stack in
        let bills = stack.add(Topic("bills"), in: .usEast1)
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [bills.arn]),
          in: .usEast1)
      }
    ],
    bad: [
      Counterexample("The topic is in the stack's region, and the alarm is not") { stack in
        let alerts = stack.add(Topic("alerts"), in: .euWest1)
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]),
          in: .usEast1)
        return [alarm.address]
      },
      Counterexample("A topic of another stack is in another region") { stack in
        let alerts: ARN<Topic> = ARN("arn:aws:sns:eu-west-1:123456789012:alerts")
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: [alerts]),
          in: .usEast1)
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for alarm in stack.alarms {
      evaluation.judge(alarm.declaration) { () throws(DecodingFailure) in
        let findings = alarm.actions.compactMap { finding(on: alarm, notifying: $0, in: stack) }
        // What is known decides: another topic's region is no excuse.
        guard findings.isEmpty else { return findings }
        for action in alarm.actions {
          guard let region = region(of: action, in: stack) else { continue }
          if [region, alarm.region].contains(.unknown) {
            throw DecodingFailure(argument: "region", reason: .elsewhere(Region.reasonForDoubt))
          }
        }
        return []
      }
    }
    return evaluation
  }

  private func region(of topic: Text, in stack: DeclaredStack) -> Region? {
    stack.target(of: topic)?.region ?? ARN<Topic>(topic).literalRegion
  }

  private func finding(on alarm: DeclaredAlarm, notifying action: Text, in stack: DeclaredStack) -> Finding? {
    guard let region = region(of: action, in: stack), region != alarm.region,
      ![region, alarm.region].contains(.unknown)
    else { return nil }
    let target = stack.target(of: action)
    let topic = target?.resource.name ?? action.literal ?? "topic"
    return finding(
      on: alarm.declaration,
      "alarm '\(alarm.name)' in '\(alarm.region)' notifies '\(topic)' in '\(region)', which CloudWatch refuses",
      fix: """
        declare a topic in the alarm's region with `stack.add(Topic("\(alarm.name)-alerts"), in: \
        .\(alarm.region.swiftName))`, add its subscriptions, and notify it
        """,
      notes: target.map { [Finding.Note(at: $0.location, "topic '\(topic)' is declared here")] } ?? [])
  }
}
