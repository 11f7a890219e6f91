extension RuleID {
  public static let subscriberLetsTopicIn: RuleID = "subscriber-lets-topic-in"
}

struct SubscriberLetsTopicIn: Rule {
  static let description = RuleDescription(
    id: .subscriberLetsTopicIn,
    title: "Every function and every queue lets in the topic it has subscribed to, dead letters included",
    rationale: """
      SNS calls functions and sends to queues as itself and needs leave of each. Without it what is published is lost \
      in silence; the subscription looks as sound as any.
      """,
    sources: ["aws-facts 1.15"],
    subjects: [TopicSubscription.self],
    good: [
      Example("A permission for the function, a policy for the queue of what it cannot get") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(LambdaFunction.example())
        let letters = stack.add(DeadLetters(of: [alerts.arn], alerts: alerts.arn))
        stack.add(TopicTrigger(ingest, by: alerts, deadLetters: letters))
      },
      Example("Another stack's queue has its policy there") { stack in
        let alerts = stack.add(Topic("alerts"))
        let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:audit")
        stack.add(TopicSubscription("audit", to: alerts.arn, .queue(queue, raw: false)))
      },
    ],
    bad: [
      Counterexample("The function lets nobody in") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(LambdaFunction.example())
        return [stack.add(TopicSubscription("ingest", to: alerts.arn, .function(ingest.arn))).address]
      },
      Counterexample("The queue lets another topic in") { stack in
        let alerts = stack.add(Topic("alerts"))
        let news = stack.add(Topic("news"))
        let queue = stack.add(Queue("audit", retention: .seconds(86_400)))
        stack.add(
          QueuePolicy("audit", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .topic(news.arn))])))
        return [stack.add(TopicSubscription("audit", to: alerts.arn, .queue(queue.arn, raw: false))).address]
      },
      Counterexample("The queue of dead letters lets nobody in") { stack in
        let alerts = stack.add(Topic("alerts"))
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let subscription = TopicSubscription(
          "oncall", to: alerts.arn, .https("https://oncall.example.com/alerts"), deadLetters: letters.arn)
        return [stack.add(subscription).address]
      },
      Counterexample("The alias has subscribed, and the permission is for the function") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(LambdaFunction.example(publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .topic(alerts.arn)))
        return [stack.add(TopicSubscription("ingest", to: alerts.arn, .function(live.arn))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let functions = FunctionIndex(stack)
    let admissions = stack.fact { Admissions($0, functions) }
    let calls = CalledFunctions(stack)
    return stack.declared(TopicSubscription.self).flatMap { subscription -> [Finding] in
      guard let topic = stack.target(of: subscription.topic.text) else { return [] }
      let destinations = [
        destination(of: subscription, in: stack, calls),
        subscription.deadLetters.flatMap { stack.target(of: $0.text) },
      ]
      return destinations.compactMap { $0 }
        .filter { destination in
          guard destination.address.type == LambdaFunction.type else {
            return !admissions.isAdmitted("sns.amazonaws.com", for: topic.address, to: destination.address)
          }
          let called = calls.called(by: subscription.declaration.block["endpoint"], in: subscription.region)
          return called.map { !admissions.isAdmitted("sns.amazonaws.com", for: topic.address, to: $0) } ?? false
        }
        .map { destination in
          let (topicName, name) = (topic.resource.name, destination.resource.name)
          return finding(
            on: subscription, "topic '\(topicName)' sends to '\(name)', which does not let it in",
            fix: fix(topic: variable(for: topicName), destination: destination), subject: name,
            notes: [Finding.Note(at: destination.location, "'\(name)' is declared here")])
        }
    }
  }

  private func destination(
    of subscription: Declared<TopicSubscription>, in stack: DeclaredStack, _ calls: CalledFunctions
  ) -> Declaration? {
    switch subscription.subscriber {
    case .function(let function): calls.called(by: .text(function.text), in: subscription.region)?.function
    case .queue(let queue, _): stack.target(of: queue.text)
    case .email, .textMessage, .https: nil
    }
  }

  private func fix(topic: String, destination: Declaration) -> String {
    let name = variable(for: destination.resource.name)
    return destination.resource is Queue
      ? "add `.send(to: \(name).arn, from: .topic(\(topic).arn))` to the policy of '\(destination.resource.name)'"
      : """
      add `stack.add(LambdaPermission("\(destination.resource.name)", of: \(name).functionName, \
      to: .topic(\(topic).arn)))`
      """
  }
}
