extension RuleID {
  public static let alarmActionIsTaken: RuleID = "alarm-action-is-taken"
}

struct AlarmActionIsTaken: Rule {
  static let description = RuleDescription(
    id: .alarmActionIsTaken,
    title: "Every alarm's action is of a kind that CloudWatch takes",
    rationale: """
      An alarm tells topics, calls functions and starts a few things of Systems Manager, EC2 and auto scaling. Terraform \
      takes any ARN, such as a queue's or a role's, and then nothing happens; composite alarms take fewer kinds.
      """,
    sources: ["US10", "aws-facts 1.8", "aws-facts 1.9"],
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    good: [
      Example("A topic, and a machine that is started again") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(MetricAlarm.example(notify: [alerts.arn, ARN("arn:aws:automate:us-east-1:ec2:reboot")]))
      }
    ],
    bad: [
      Counterexample("A queue") { stack in
        let queue: ARN<Topic> = ARN("arn:aws:sqs:us-east-1:123456789012:alerts")
        return [stack.add(MetricAlarm.example(notify: [queue])).address]
      },
      Counterexample("A declared queue, in place of the topic") { stack in
        let queue = stack.add(Queue("alerts", retention: .seconds(86_400)))
        return [stack.add(MetricAlarm.example(notify: [ARN(queue.arn.text)])).address]
      },
      Counterexample("A composite alarm starts no machine") { stack in
        let errors = stack.add(MetricAlarm.example("errors"))
        let reboot: ARN<Topic> = ARN("arn:aws:automate:us-east-1:ec2:reboot")
        return [
          stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: [reboot])).address
        ]
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
          on: alarm.declaration, "\(who) '\(alarm.name)' has an action of '\(kind)', which CloudWatch does not take",
          fix: "notify a topic from '\(alarm.name)', and let '\(kind)' hear that", subject: kind)
      }
    }
  }

  /// The service in an ARN, as far as it is known.
  private func kind(of action: Text, in stack: DeclaredStack) -> String? {
    if let target = stack.target(of: action) { return services[target.address.type] }
    guard case .literal(let start) = action.parts.first, start.hasPrefix("arn:") else { return nil }
    let fields = start.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    return fields.count > 3 ? String(fields[2]) : nil
  }
}

private let taken: Set = [
  "sns", "lambda", "ssm", "ssm-incidents", "automate", "swf", "autoscaling", "aiops",
]

/// What only metric alarms act on.
private let machines: Set = ["automate", "swf", "autoscaling"]

/// The services of what somebody may take for a topic.
private let services = [
  Queue.type: "sqs", Role.type: "iam", LogGroup.type: "logs", EventBus.type: "events", EventRule.type: "events",
  StateMachine.type: "states", Bucket.type: "s3", Table.type: "dynamodb",
]
