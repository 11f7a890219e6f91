extension RuleID {
  public static let topicPolicyAllowsPublishers: RuleID = "topic-policy-allows-publishers"
}

struct TopicPolicyAllowsPublishers: Rule {
  static let description = RuleDescription(
    id: .topicPolicyAllowsPublishers,
    title: "Every topic allows the services that notify it to publish",
    rationale: """
      CloudWatch and EventBridge publish as themselves. A topic under AWS's own key, or with a policy that replaces the \
      account's and does not name them, rejects them; the alarm fires, but no subscriber is notified.
      """,
    sources: ["US10", "FR-039", "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html"],
    terraformFix: """
      allow the service to call `sns:Publish` in an `aws_sns_topic_policy`, and remove `kms_master_key_id` or use \
      a key whose policy allows the service `kms:Decrypt` and `kms:GenerateDataKey*`
      """,
    subjects: [Topic.self, RawResource.self],
    good: [
      Example("A topic as AWS makes it lets in the alarms of its account") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
      },
      Example("A policy that names CloudWatch") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
      },
      Example("A key that CloudWatch may use") { stack in
        let statement = Statement(
          to: .service("cloudwatch.amazonaws.com"), ["kms:Decrypt", "kms:GenerateDataKey*"], on: ["*"])
        let key = stack.add(RawResource("aws_kms_key", "alerts", ["policy": PolicyDocument([statement]).value]))
        let alerts = stack.add(Topic("alerts", encryptionKey: key.attribute("arn")))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
      },
    ],
    bad: [
      Counterexample("AWS's own key") { stack in
        let alerts = stack.add(Topic("alerts", encryptionKey: "alias/aws/sns"))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
        return [alerts.address]
      },
      Counterexample("A key with the policy that AWS gives keys") { stack in
        let key = stack.add(RawResource("aws_kms_key", "alerts", ["description": "Alerts"]))
        let alerts = stack.add(Topic("alerts", encryptionKey: key.attribute("arn")))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
        return [alerts.address]
      },
      Counterexample("A policy for another service replaces the default policy that allows alarms") { stack in
        let alerts = stack.add(Topic("alerts"))
        let events = Statement(to: .service("events.amazonaws.com"), ["sns:Publish"], on: [alerts.arn.text])
        let policy = stack.add(TopicPolicy("alerts", of: alerts.arn, PolicyDocument([events])))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
        return [policy.address]
      },
      Counterexample("A policy that denies") { stack in
        let alerts = stack.add(Topic("alerts"))
        let everyone = Statement(to: .anyone, ["sns:Publish"], on: [alerts.arn.text])
        let refusal = Statement(.deny, to: .anyone, ["sns:*"], on: [alerts.arn.text])
        let policy = stack.add(TopicPolicy("alerts", of: alerts.arn, PolicyDocument([everyone, refusal])))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
        return [policy.address]
      },
      Counterexample("EventBridge cannot use AWS's own key either") { stack in
        let alerts = stack.add(Topic("alerts", encryptionKey: "alias/aws/sns"))
        stack.add(EventTarget("alerts", of: stack.add(EventRule.example), calls: .topic(alerts.arn)))
        return [alerts.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let keys = EncryptionKeys(stack)
    let policies = policiesByTopic(in: stack)
    return publishers(in: stack).compactMap { use -> Finding? in
      let name = use.topic.resource.name
      let note = [Finding.Note(at: use.publisher.location, "'\(use.publisher.resource.name)' notifies it here")]
      if let trouble = keys.trouble(of: use.topic, using: use.service) {
        return finding(
          on: use.topic, "'\(use.publisher.resource.name)' notifies topic '\(name)', \(trouble)",
          fix: """
            leave out the key of '\(name)', or give it one whose policy lets '\(use.service)' `kms:Decrypt` and \
            `kms:GenerateDataKey*`
            """, subject: use.service, notes: note)
      }
      // Whom EventBridge may publish to is asked of its targets.
      guard use.service == cloudWatch, let holder = policies[use.topic.address],
        let policy = PolicyReading(holder.block["policy"], in: stack),
        !policy.admits(use.service, to: "sns:Publish")
      else { return nil }
      return finding(
        on: holder, "the policy of topic '\(name)' does not let '\(use.service)' publish",
        fix: """
          add `Statement(to: .service("\(use.service)"), ["sns:Publish"], on: [\(variable(for: name)).arn.text])` to it, \
          or take `AlertTopic`, which has it
          """, subject: use.service, notes: note)
    }
  }

  private struct Use {
    let topic: Declaration
    let service: String
    let publisher: Declaration
  }

  /// The first of each service that publishes on each topic.
  private func publishers(in stack: DeclaredStack) -> [Use] {
    var seen: [String: Set<Address>] = [:]
    var uses: [Use] = []
    func add(_ topic: Text, _ service: String, _ publisher: Declaration) {
      guard let target = stack.target(of: topic), target.address.type == Topic.type,
        seen[service, default: []].insert(target.address).inserted
      else { return }
      uses.append(Use(topic: target, service: service, publisher: publisher))
    }
    for alarm in stack.alarms {
      for action in alarm.actions { add(action, cloudWatch, alarm.declaration) }
    }
    for target in stack.subjects(EventTarget.self) {
      if case .topic(let topic)? = try? target[\.destination] {
        add(topic.text, "events.amazonaws.com", target.declaration)
      }
    }
    return uses
  }

  /// What holds a topic's policy, where it has one of its own.
  private func policiesByTopic(in stack: DeclaredStack) -> [Address: Declaration] {
    var policies: [Address: Declaration] = [:]
    for topic in stack.managed(Topic.type) where topic.block["policy"] != nil { policies[topic.address] = topic }
    for policy in stack.managed(TopicPolicy.type) {
      if case .text(let topic) = policy.block["arn"], let target = stack.target(of: topic) {
        policies[target.address] = policy
      }
    }
    return policies
  }
}

private let cloudWatch = "cloudwatch.amazonaws.com"
