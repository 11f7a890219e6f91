import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let eventBridgeTargetPermission: RuleID = "eventbridge-target-permission"
}

struct EventBridgeTargetPermission: Rule {
  static let description = RuleDescription(
    id: .eventBridgeTargetPermission,
    title: "Every target of an EventBridge rule allows the rule to invoke it",
    rationale: """
      EventBridge needs permission for each function, queue and topic that it invokes. Terraform does not check \
      this, and without permission every event fails, which only a metric of the rule shows.
      """,
    sources: ["T31", "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html"],
    terraformFix: """
      allow `events.amazonaws.com` for the rule's ARN: on a function with an `aws_lambda_permission` that has \
      `source_arn`, on a queue with its `aws_sqs_queue_policy`, on a topic with its `aws_sns_topic_policy`
      """,
    subjects: [EventTarget.self],
    reads: [
      .arguments("function_name", of: LambdaAlias.self),
      .arguments("function_name", of: LambdaFunction.self),
      .arguments("source_arn", of: LambdaPermission.self),
    ],
    good: [
      Example("One rule, two functions, and a permission for each") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        for name in ["payment", "inventory"] {
          let function = stack.add(
            LambdaFunction(
              name, code: .zip(.file("\(name).zip"), runtime: .python313, handler: "app.handler"), role: role,
              timeout: .seconds(30), logging: .json(to: "/aws/lambda/\(name)")))
          stack.add(EventTarget(name, of: rule, calls: .function(function.arn)))
          stack.add(LambdaPermission(name, of: function.functionName, to: .eventRule(rule.arn)))
        }
      },
      Example("A permission for every rule of a bus") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("ingest", of: rule, calls: .function(function.arn)))
        stack.add(
          LambdaPermission(
            "events", of: function.functionName,
            to: .eventRule(ARN("arn:aws:events:us-east-1:123456789012:rule/orders/*"))))
      },
      Example("Another stack's function has its permission there") { stack in
        let function: ARN<LambdaFunction> = ARN("arn:aws:lambda:us-east-1:123456789012:function:audit")
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("audit", of: rule, calls: .function(function)))
      },
      Example("Queues and topics have policies instead") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        stack.add(
          QueuePolicy("orders", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .eventRule(rule.arn))])))
        stack.add(EventTarget("queue", of: rule, calls: .queue(queue.arn)))
        let topic = stack.add(Topic("news"))
        let publish = Statement(to: .service("events.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
        stack.add(TopicPolicy("news", of: topic.arn, PolicyDocument([publish])))
        stack.add(EventTarget("topic", of: rule, calls: .topic(topic.arn)))
      },
      Example("The alias is called, and the permission is for it") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(
          LambdaPermission("ingest", of: ingest.functionName, to: .eventRule(rule.arn)), with: ["qualifier": "live"])
        stack.add(EventTarget("ingest", of: rule, calls: .function(live.arn)))
      },
    ],
    bad: [
      Counterexample("One of two functions has no permission") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let payment = stack.add(
          LambdaFunction(
            "payment", code: .zip(.file("payment.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/payment")))
        let inventory = stack.add(
          LambdaFunction(
            "inventory", code: .zip(.file("inventory.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/inventory")))
        stack.add(EventTarget("payment", of: rule, calls: .function(payment.arn)))
        stack.add(LambdaPermission("payment", of: payment.functionName, to: .eventRule(rule.arn)))
        return [stack.add(EventTarget("inventory", of: rule, calls: .function(inventory.arn))).address]
      },
      Counterexample("The permission is for another rule") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let tick = stack.add(EventRule("tick", when: .every(.minutes(5))))
        stack.add(LambdaPermission("tick", of: function.functionName, to: .eventRule(tick.arn)))
        let created = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        return [stack.add(EventTarget("created", of: created, calls: .function(function.arn))).address]
      },
      Counterexample("Neither the queue nor the topic has a policy for it") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        let alerts = stack.add(AlertTopic("alerts", subscribers: [:]))
        let eventTarget = stack.add(EventTarget("queue", of: rule, calls: .queue(queue.arn)))
        let topic = stack.add(EventTarget("topic", of: rule, calls: .topic(alerts.arn)))
        return [eventTarget.address, topic.address]
      },
      Counterexample("The alias is called, and the permission is for the function") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .eventRule(rule.arn)))
        return [stack.add(EventTarget("ingest", of: rule, calls: .function(live.arn))).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    let permissions = stack.cached { ServicePermissions($0) }
    let calls = CalledFunctions(stack)
    return stack.subjects(EventTarget.self).evaluateEach { target throws(DecodingFailure) in
      guard let rule = try stack.target(of: target[\.rule], in: "rule"),
        let (destination, called, fix) = try destination(of: target, in: stack, calls, functions)
      else { return nil }
      let (ruleName, name) = (rule.resource.name, destination.resource.name)
      if let called {
        guard try !permissions.isAdmitted("events.amazonaws.com", for: rule.address, to: called) else { return nil }
        if try permissions.isAdmittedElsewhere("events.amazonaws.com", for: rule.address, to: called) {
          return finding(
            on: target, "rule '\(ruleName)' invokes a qualifier of '\(name)' that its permission does not cover",
            fix: "set `qualifier` of the permission to the alias or version that '\(target.name)' invokes",
            terraformFix:
              "set `qualifier` of the `aws_lambda_permission` to the alias or version that the target invokes",
            notes: [Finding.Note(at: destination.location, "'\(name)' is declared here")])
        }
      } else if try permissions.isAdmitted("events.amazonaws.com", for: rule.address, to: destination.address) {
        return nil
      }
      return finding(
        on: target, "rule '\(ruleName)' invokes '\(name)', which does not allow it",
        fix: fix.text(for: target.name, rule: variable(for: ruleName), destination: variable(for: name)),
        terraformFix: fix.terraformFix(for: name),
        notes: [
          Finding.Note(at: rule.location, "rule '\(ruleName)' is declared here"),
          Finding.Note(at: destination.location, "'\(name)' is declared here"),
        ])
    }
  }

  /// The declared resource that a target calls and that has to allow the call; none for one that is called as a role.
  private func destination(
    of target: Subject<EventTarget>, in stack: DeclaredStack, _ calls: CalledFunctions, _ functions: FunctionIndex
  ) throws(DecodingFailure) -> (Declaration, CalledFunction?, Remedy)? {
    if let called = calls.called(by: target.declaration.block["arn"], in: target.region) {
      return (called.function, called, .permission)
    }
    switch try target[\.destination] {
    case .function(let function):
      // Throws if it is unknown which function that is.
      _ = try functions.function(named: function.text, in: target.region, argument: "arn")
      return nil
    case .queue(let queue): return try stack.target(of: queue.text, in: "arn").map { ($0, nil, .queuePolicy) }
    case .topic(let topic): return try stack.target(of: topic.text, in: "arn").map { ($0, nil, .topicPolicy) }
    case .stateMachine, .other: return nil
    }
  }

  private enum Remedy {
    case permission, queuePolicy, topicPolicy

    func text(for target: String, rule: String, destination: String) -> String {
      switch self {
      case .queuePolicy: "add `.send(to: \(destination).arn, from: .eventRule(\(rule).arn))` to a `QueuePolicy` of it"
      case .topicPolicy:
        """
        set `takesEvents: true` on the AlertTopic, or add `Statement(to: .service("events.amazonaws.com"), \
        ["sns:Publish"], on: [\(destination).arn.text])` to its `TopicPolicy`: SNS has no condition for EventBridge
        """
      case .permission:
        """
        add `stack.add(LambdaPermission("\(target)", of: \(destination).functionName, \
        to: .eventRule(\(rule).arn)))`
        """
      }
    }

    func terraformFix(for destination: String) -> String {
      switch self {
      case .queuePolicy:
        """
        allow `events.amazonaws.com` to call `sqs:SendMessage` on '\(destination)' in an `aws_sqs_queue_policy`, with the \
        rule's ARN as `aws:SourceArn`
        """
      case .topicPolicy:
        """
        allow `events.amazonaws.com` to call `sns:Publish` on '\(destination)' in an `aws_sns_topic_policy`, without a \
        condition: SNS has none for EventBridge
        """
      case .permission:
        """
        add an `aws_lambda_permission` for '\(destination)' with `principal` `events.amazonaws.com` and the rule's ARN as \
        `source_arn`
        """
      }
    }
  }
}
