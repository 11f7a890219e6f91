import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let eventBridgeTargetDLQ: RuleID = "eventbridge-target-dlq"
}

struct EventBridgeTargetDLQ: Rule {
  static let description = RuleDescription(
    id: .eventBridgeTargetDLQ,
    title: "Every EventBridge target has a dead-letter queue that EventBridge may send to",
    rationale: """
      EventBridge silently drops an event that it can neither deliver nor send to a dead-letter queue, such as a \
      queue whose policy does not allow the rule to send.
      """,
    sources: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html#eb-rule-dlq"],
    severity: .warning,
    terraformFix: """
      add a `dead_letter_config` block with the ARN of an `aws_sqs_queue` whose `aws_sqs_queue_policy` allows \
      `events.amazonaws.com` to call `sqs:SendMessage` for the rule's ARN
      """,
    subjects: [EventTarget.self],
    good: [
      Example("The queue's policy names the rule") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let alerts = stack.add(Topic("alerts"))
        let queue = stack.add(DeadLetters(rules: [rule.arn], alerts: alerts.arn))
        stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: queue.arn))
      },
      Example("The policy is a separate resource") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let queue = stack.add(Queue("dead-letters", retention: .seconds(86_400)))
        stack.add(
          QueuePolicy("events", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .eventRule(rule.arn))])))
        stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: queue.arn))
      },
      Example("The policy allows every rule of the account") { stack in
        let statement = Statement(
          to: .service("events.amazonaws.com"), ["sqs:*"], on: ["*"],
          where: ["StringEquals": ["aws:SourceAccount": "123456789012"]])
        let queue = stack.add(
          Queue("dead-letters", retention: .seconds(86_400), policy: PolicyDocument([statement])))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: queue.arn))
      },
      Example("Another stack's queue has its policy there") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: ARN("arn:aws:sqs:us-east-1:123456789012:dead-letters")))
      },
    ],
    bad: [
      Counterexample("There is no queue") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let target = stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment"))))
        return [target.address]
      },
      Counterexample("The queue has no policy") { stack in
        let queue = stack.add(Queue("dead-letters", retention: .seconds(86_400)))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let target = stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: queue.arn))
        return [target.address]
      },
      Counterexample("The queue allows another rule to send") { stack in
        let tick = stack.add(EventRule("tick", when: .every(.minutes(5))))
        let alerts = stack.add(Topic("alerts"))
        let queue = stack.add(DeadLetters(rules: [tick.arn], alerts: alerts.arn))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let target = stack.add(
          EventTarget(
            "payment", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:payment")),
            deadLetters: queue.arn))
        return [target.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let permissions = stack.cached { ServicePermissions($0) }
    return stack.subjects(EventTarget.self).evaluateEach { target throws(DecodingFailure) in
      guard let rule = try stack.target(of: target[\.rule], in: "rule") else { return nil }
      let ruleName = rule.resource.name
      guard let deadLetters = try target[\.deadLetters] else {
        return finding(
          on: target, "target '\(target.name)' of rule '\(ruleName)' has no dead-letter queue",
          fix: """
            set `deadLetters:` of '\(target.name)' to the ARN of \
            `stack.add(DeadLetters(rules: [\(variable(for: ruleName)).arn], alerts: alerts.arn))`
            """,
          terraformFix:
            "add a `dead_letter_config` block with the ARN of an `aws_sqs_queue` that allows the rule to send")
      }
      guard let queue = try stack.target(of: deadLetters.text, in: "dead_letter_config.arn"),
        queue.address.type == Queue.type,
        try !permissions.isAdmitted("events.amazonaws.com", for: rule.address, to: queue.address)
      else { return nil }
      return finding(
        on: target,
        "dead-letter queue '\(queue.resource.name)' does not allow rule '\(ruleName)' to send",
        fix: """
          add `.send(to: \(variable(for: queue.resource.name)).arn, from: \
          .eventRule(\(variable(for: ruleName)).arn))` to the policy of '\(queue.resource.name)'
          """,
        terraformFix: """
          allow `events.amazonaws.com` to call `sqs:SendMessage` on '\(queue.resource.name)' in an \
          `aws_sqs_queue_policy`, with the rule's ARN as `aws:SourceArn`
          """,
        notes: [Finding.Note(at: queue.location, "queue '\(queue.resource.name)' is declared here")])
    }
  }
}
