extension RuleID {
  public static let subscriberAdmitsTopic: RuleID = "subscriber-admits-topic"
}

struct SubscriberAdmitsTopic: Rule {
  static let description = RuleDescription(
    id: .subscriberAdmitsTopic,
    title: "Every function and queue that is subscribed to a topic lets the topic in",
    rationale: """
      SNS calls a function and sends to a queue as itself. Without a permission or a policy it is refused, tries for a \
      while, and then the message is gone; a queue under AWS's own key refuses it too.
      """,
    sources: ["FR-039", "aws-facts 1.15"],
    subjects: [TopicSubscription.self],
    good: [
      Example("The function has a permission") { stack in
        let orders = stack.add(Topic("orders"))
        let ingest = stack.add(LambdaFunction.example())
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .topic(orders.arn)))
        stack.add(TopicSubscription("ingest", to: orders.arn, .function(ingest.arn)))
      },
      Example("The queue's policy names the topic") { stack in
        let orders = stack.add(Topic("orders"))
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        stack.add(
          QueuePolicy("orders", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .topic(orders.arn))])))
        stack.add(TopicSubscription("queue", to: orders.arn, .queue(queue.arn, raw: true)))
      },
      Example("What another stack declares lets in whom it likes") { stack in
        let orders = stack.add(Topic("orders"))
        let function: ARN<LambdaFunction> = ARN("arn:aws:lambda:us-east-1:123456789012:function:ingest")
        stack.add(TopicSubscription("ingest", to: orders.arn, .function(function)))
      },
    ],
    bad: [
      Counterexample("The permission is for another topic") { stack in
        let orders = stack.add(Topic("orders"))
        let returns = stack.add(Topic("returns"))
        let ingest = stack.add(LambdaFunction.example())
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .topic(returns.arn)))
        return [stack.add(TopicSubscription("ingest", to: orders.arn, .function(ingest.arn))).address]
      },
      Counterexample("The queue has no policy") { stack in
        let orders = stack.add(Topic("orders"))
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        return [stack.add(TopicSubscription("queue", to: orders.arn, .queue(queue.arn, raw: true))).address]
      },
      Counterexample("The queue's key is AWS's own") { stack in
        let orders = stack.add(Topic("orders"))
        let queue = stack.add(
          Queue("orders", retention: .seconds(86_400), encryption: .key("alias/aws/sqs")))
        stack.add(
          QueuePolicy("orders", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .topic(orders.arn))])))
        return [stack.add(TopicSubscription("queue", to: orders.arn, .queue(queue.arn, raw: true))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let functions = FunctionIndex(stack)
    let admissions = ServiceAdmissions(of: .topics, stack, functions)
    let keys = EncryptionKeys(stack)
    return stack.declared(TopicSubscription.self).compactMap { subscription in
      guard let topic = stack.target(of: subscription.topic.text),
        let subscriber = subscriber(of: subscription, in: stack, functions)
      else { return nil }
      if !admissions.isAdmitted(topic.address, to: subscriber.address) {
        return isRefused(subscription, topic, by: subscriber)
      }
      guard let trouble = keys.trouble(of: subscriber, using: "sns.amazonaws.com") else { return nil }
      return finding(
        on: subscription, "topic '\(topic.resource.name)' cannot send to '\(subscriber.resource.name)', \(trouble)",
        fix:
          "encrypt '\(subscriber.resource.name)' with `.managed`, or a key whose policy lets 'sns.amazonaws.com' use it",
        notes: [Finding.Note(at: subscriber.location, "'\(subscriber.resource.name)' is declared here")])
    }
  }

  private func subscriber(
    of subscription: Declared<TopicSubscription>, in stack: DeclaredStack, _ functions: FunctionIndex
  ) -> Declaration? {
    switch subscription.subscriber {
    case .function(let function): functions.function(named: function.text, in: subscription.region)?.declaration
    case .queue(let queue, _): stack.target(of: queue.text).flatMap { $0.resource is Queue ? $0 : nil }
    case .email, .textMessage, .https: nil
    }
  }

  private func isRefused(
    _ subscription: Declared<TopicSubscription>, _ topic: Declaration, by subscriber: Declaration
  ) -> Finding {
    let (topicName, name) = (topic.resource.name, subscriber.resource.name)
    let fix =
      if case .queue = subscription.subscriber {
        "add `.send(to: \(variable(for: name)).arn, from: .topic(\(variable(for: topicName)).arn))` to its policy"
      } else {
        """
        add `stack.add(LambdaPermission("\(subscription.name)", of: \(variable(for: name)).functionName, to: \
        .topic(\(variable(for: topicName)).arn)))`, or take `TopicTrigger`, which does
        """
      }
    return finding(
      on: subscription, "topic '\(topicName)' has '\(name)' for a subscriber, which does not let it in", fix: fix,
      notes: [
        Finding.Note(at: topic.location, "topic '\(topicName)' is declared here"),
        Finding.Note(at: subscriber.location, "'\(name)' is declared here"),
      ])
  }
}
