import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let alarmActionSupported: RuleID = "alarm-action-supported"
}

struct AlarmActionSupported: Rule {
  static let description = RuleDescription(
    id: .alarmActionSupported,
    title: "Every alarm action is of a kind that CloudWatch supports",
    rationale: """
      An alarm notifies topics, invokes functions and starts a few actions of Systems Manager, EC2 and Auto Scaling. \
      Terraform accepts any ARN, such as a queue's or role's, but no action runs; composite alarms support fewer kinds.
      """,
    sources: [
      "US10", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
    ],
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    reads: [
      .arguments("alarm_actions", of: CompositeAlarm.self),
      .arguments("alarm_actions", of: MetricAlarm.self),
    ],
    good: [
      Example("A topic, and an instance to reboot") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn, ARN("arn:aws:automate:us-east-1:ec2:reboot")]))
      }
    ],
    bad: [
      Counterexample("A queue") { stack in
        let queue: ARN<Topic> = ARN("arn:aws:sqs:us-east-1:123456789012:alerts")
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: [queue]))
        return [alarm.address]
      },
      Counterexample("A declared queue, in place of the topic") { stack in
        let queue = stack.add(Queue("alerts", retention: .seconds(86_400)))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [ARN(queue.arn.text)]))
        return [alarm.address]
      },
      Counterexample("A composite alarm that reboots an instance") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let reboot: ARN<Topic> = ARN("arn:aws:automate:us-east-1:ec2:reboot")
        let alarm = stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: [reboot]))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.alarms.flatMap { alarm -> [Finding] in
      let isComposite = alarm.declaration.address.type == CompositeAlarm.type
      return alarm.actions.compactMap { action in
        guard let kind = kind(of: action, in: stack), !taken.contains(kind) || isComposite && machines.contains(kind)
        else { return nil }
        let who = isComposite ? "composite alarm" : "alarm"
        return finding(
          on: alarm.declaration, "\(who) '\(alarm.name)' has an action of '\(kind)', which CloudWatch does not support",
          fix: "notify a topic from '\(alarm.name)', and subscribe the '\(kind)' target to it", subject: kind)
      }
    }
  }

  /// The service in an ARN, as far as it is known.
  private func kind(of action: Text, in stack: DeclaredStack) -> String? {
    if let target = stack.target(of: action) { return ResourceCatalog.aws.facts[target.address.type]?.iamPrefix }
    guard case .literal(let start) = action.parts.first, start.hasPrefix("arn:") else { return nil }
    let fields = start.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    return fields.count > 3 ? String(fields[2]) : nil
  }
}

private let taken: Set = [
  "sns", "lambda", "ssm", "ssm-incidents", "automate", "swf", "autoscaling", "aiops",
]

/// The services whose actions only metric alarms support.
private let machines: Set = ["automate", "swf", "autoscaling"]
