import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let topicPolicyAllowsPublishers: RuleID = "topic-policy-allows-publishers"
}

struct TopicPolicyAllowsPublishers: Rule {
  static let description = RuleDescription(
    id: .topicPolicyAllowsPublishers,
    title: "Every topic allows the services that notify it to publish",
    rationale: """
      CloudWatch and EventBridge need permission to publish. A topic that is encrypted with the AWS managed key, or \
      whose policy does not name them, rejects the message: the alarm fires, but no subscriber is notified.
      """,
    sources: [
      "US10", "FR-039",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    ],
    terraformFix: """
      allow the service to call `sns:Publish` in an `aws_sns_topic_policy`, and remove `kms_master_key_id` or use \
      a key whose policy allows the service `kms:Decrypt` and `kms:GenerateDataKey*`
      """,
    subjects: [Topic.self, RawResource.self],
    reads: [
      .arguments("arn", of: EventTarget.self),
      .arguments("alarm_actions", of: MetricAlarm.self),
      .arguments("arn", of: TopicPolicy.self),
    ],
    good: [
      Example("The default policy allows alarms of the account") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("A policy that names CloudWatch") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("A key with a policy of its own that names CloudWatch") { stack in
        let statement = Statement(
          to: .service("cloudwatch.amazonaws.com"), ["kms:Decrypt", "kms:GenerateDataKey*"], on: ["*"])
        let key = stack.add(RawResource("aws_kms_key", "alerts", ["description": "Alerts"]))
        stack.add(
          RawResource(
            "aws_kms_key_policy", "alerts",
            ["key_id": .text(key.attribute("id")), "policy": PolicyDocument([statement]).value]))
        let alerts = stack.add(Topic("alerts", encryptionKey: key.attribute("arn")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("A key that CloudWatch may use") { stack in
        let statement = Statement(
          to: .service("cloudwatch.amazonaws.com"), ["kms:Decrypt", "kms:GenerateDataKey*"], on: ["*"])
        let key = stack.add(RawResource("aws_kms_key", "alerts", ["policy": PolicyDocument([statement]).value]))
        let alerts = stack.add(Topic("alerts", encryptionKey: key.attribute("arn")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
    ],
    bad: [
      Counterexample("The AWS managed key") { stack in
        let alerts = stack.add(Topic("alerts", encryptionKey: "alias/aws/sns"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alerts.address]
      },
      Counterexample("A key with the default key policy") { stack in
        let key = stack.add(RawResource("aws_kms_key", "alerts", ["description": "Alerts"]))
        let alerts = stack.add(Topic("alerts", encryptionKey: key.attribute("arn")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alerts.address]
      },
      Counterexample("A policy for another service replaces the default policy that allows alarms") { stack in
        let alerts = stack.add(Topic("alerts"))
        let events = Statement(to: .service("events.amazonaws.com"), ["sns:Publish"], on: [alerts.arn.text])
        let policy = stack.add(TopicPolicy("alerts", of: alerts.arn, PolicyDocument([events])))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [policy.address]
      },
      Counterexample("A policy that denies") { stack in
        let alerts = stack.add(Topic("alerts"))
        let everyone = Statement(to: .anyone, ["sns:Publish"], on: [alerts.arn.text])
        let refusal = Statement(.deny, to: .anyone, ["sns:*"], on: [alerts.arn.text])
        let policy = stack.add(TopicPolicy("alerts", of: alerts.arn, PolicyDocument([everyone, refusal])))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [policy.address]
      },
      Counterexample("EventBridge cannot use the AWS managed key either") { stack in
        let alerts = stack.add(Topic("alerts", encryptionKey: "alias/aws/sns"))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("alerts", of: rule, calls: .topic(alerts.arn)))
        return [alerts.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let keys = EncryptionKeys(stack)
    let policies = policiesByTopic(in: stack)
    var evaluation = RuleEvaluation()
    for use in publishers(in: stack) {
      evaluation.judge(use.topic) { () throws(DecodingFailure) in
        try finding(about: use, keys, policies[use.topic.address], in: stack).map { [$0] } ?? []
      }
    }
    return evaluation
  }

  /// - Parameter holder: What holds the topic's policy, where it has one of its own.
  private func finding(
    about use: Use, _ keys: EncryptionKeys, _ holder: Declaration?, in stack: DeclaredStack
  ) throws(DecodingFailure) -> Finding? {
    let name = use.topic.resource.name
    let note = [Finding.Note(at: use.publisher.location, "'\(use.publisher.resource.name)' notifies it here")]
    if let trouble = try keys.trouble(of: use.topic, using: use.service) {
      return finding(
        on: use.topic, "'\(use.publisher.resource.name)' notifies topic '\(name)', \(trouble)",
        fix: """
          remove the key of '\(name)', or use one whose policy allows '\(use.service)' `kms:Decrypt` and \
          `kms:GenerateDataKey*`
          """,
        terraformFix: """
          remove `kms_master_key_id`, or use a key whose policy allows '\(use.service)' `kms:Decrypt` and \
          `kms:GenerateDataKey*`
          """, subject: use.service, notes: note)
    }
    // Whom EventBridge may publish to is asked of its targets.
    guard use.service == cloudWatch, let holder, holder.block["policy"] != nil else { return nil }
    let policy = try PolicyReading(of: holder, in: stack)
    guard !policy.admits(use.service, to: "sns:Publish") else { return nil }
    try policy.expectComplete(holder)
    return finding(
      on: holder, "the policy of topic '\(name)' does not allow '\(use.service)' to publish",
      fix: """
        add `Statement(to: .service("\(use.service)"), ["sns:Publish"], on: [\(variable(for: name)).arn.text])` to it, \
        or use `AlertTopic`, which has it
        """, terraformFix: "allow '\(use.service)' to call `sns:Publish` in the policy of the topic",
      subject: use.service, notes: note)
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
