import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let asyncFailureDestination: RuleID = "async-failure-destination"
}

struct AsyncFailureDestination: Rule {
  static let description = RuleDescription(
    id: .asyncFailureDestination,
    title: "Every asynchronous invocation has a dead-letter queue or failure destination",
    rationale: """
      SNS stops retrying a delivery, EventBridge Scheduler an invocation, and Lambda an event after the third \
      attempt. Without a dead-letter queue or failure destination the message or event is lost, and nothing reports \
      it.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
      "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html",
    ],
    severity: .warning,
    terraformFix: """
      set the ARN of an `aws_sqs_queue`: of a function in `dead_letter_config` or an \
      `aws_lambda_function_event_invoke_config`, of a subscription in `redrive_policy`, of a schedule in \
      `dead_letter_config` of its `target`. A topic that takes failed events needs an `aws_sns_topic_subscription`
      """,
    subjects: [TopicSubscription.self, Schedule.self, LambdaFunction.self, EventInvokeConfig.self],
    good: [
      Example("A dead-letter queue for the schedule, and one for the function") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        stack.add(EventInvokeConfig("ingest", of: ingest.functionName, retries: .once, onFailure: .queue(letters.arn)))
        stack.add(
          Schedule("ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: role, deadLetters: letters.arn))
      },
      Example("Email subscriptions have no dead-letter queue") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(TopicSubscription("oncall", to: alerts.arn, .email("oncall@example.com")))
      },
    ],
    bad: [
      Counterexample("A subscription without a dead-letter queue") { stack in
        let alerts = stack.add(Topic("alerts"))
        let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:audit")
        return [stack.add(TopicSubscription("audit", to: alerts.arn, .queue(queue, raw: false))).address]
      },
      Counterexample("A function that a rule calls, without a failure destination") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("ingest", of: rule, calls: .function(ingest.arn)))
        return [ingest.address]
      },
      Counterexample("A failure destination without a subscriber") { stack in
        let failures = stack.add(Topic("failures"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let config = EventInvokeConfig(
          "ingest", of: ingest.functionName, retries: .once, onFailure: .topic(failures.arn))
        return [stack.add(config).address]
      },
      Counterexample("A schedule without a dead-letter queue") { stack in
        let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        let jobs = stack.add(
          Schedule(
            "jobs", .every(.minutes(5)), calls: .queue(queue),
            as: ARN("arn:aws:iam::123456789012:role/example")))
        return [jobs.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    subscriptions(in: stack) + schedules(in: stack) + functions(in: stack) + silentTopics(in: stack)
  }

  /// What is sent to a topic without a subscriber is lost all the same.
  private func silentTopics(in stack: DeclaredStack) -> RuleEvaluation {
    let subscriptions = SubscriptionIndex(stack)
    // Where every topic has a subscriber, it does not matter to which of them a function sends.
    guard stack.managed(Topic.type).contains(where: { (try? subscriptions.first(of: stack.arn(of: $0))) == nil }) else {
      return RuleEvaluation()
    }
    let functions = stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard let letters = try function[\.deadLetters]?.text,
        let topic = try subscriptions.silentTopic(letters, in: "dead_letter_config.target_arn")
      else { return nil }
      return finding(
        on: function.declaration, sends: "function '\(function.name)' sends events that it fails on", to: topic)
    }
    let configs = stack.subjects(EventInvokeConfig.self).evaluateEach { config throws(DecodingFailure) in
      let reader = try BlockDecoder(config.declaration.block).nested("destination_config")?.nested("on_failure")
      guard let destination = try reader?.textIfPresent("destination"),
        let topic = try subscriptions.silentTopic(destination, in: "destination_config.on_failure.destination")
      else { return nil }
      return finding(on: config.declaration, sends: "'\(config.name)' sends failed events", to: topic)
    }
    return functions + configs
  }

  private func finding(on sender: Declaration, sends events: String, to topic: Declaration) -> Finding {
    let name = topic.resource.name
    return finding(
      on: sender, "\(events) to topic '\(name)', which has no subscriber, so they are lost",
      fix: """
        add `stack.add(TopicSubscription("\(name)-on-call", to: \(variable(for: name)).arn, \
        .email("oncall@example.com")))`, or send them to a queue
        """,
      subject: "subscriber", notes: [Finding.Note(at: topic.location, "topic '\(name)' is declared here")])
  }

  private func subscriptions(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(TopicSubscription.self).evaluateEach { subscription throws(DecodingFailure) in
      // SNS sends to a dead-letter queue what it cannot deliver to functions and queues.
      guard try both(subscription[\.deadLetters] == nil, ["lambda", "sqs"].contains(subscription[\.subscriber.way]))
      else { return nil }
      let topic = (try? subscription[\.topic].text).flatMap { stack.target(of: $0) }
      return finding(
        on: subscription,
        "subscription '\(subscription.name)' has no dead-letter queue, so undelivered messages are lost",
        fix: """
          set `deadLetters:` of '\(subscription.name)' to the ARN of \
          `stack.add(DeadLetters(of: [\(variable(for: topic?.resource.name ?? "topic")).arn], alerts: alerts.arn))`
          """,
        terraformFix: "set `deadLetterTargetArn` in the `redrive_policy` to the ARN of an `aws_sqs_queue`")
    }
  }

  private func functions(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    var kept = Evidence<Address, Void>()
    for config in stack.subjects(EventInvokeConfig.self) {
      kept.record(
        config.declaration,
        about: { () throws(DecodingFailure) in
          try functions.function(named: config[\.function], in: config.region, argument: "function_name")?.address
        }, { () throws(DecodingFailure) in try config[\.onFailure].map { _ in () } })
    }
    let called = stack.functionsCalledByEvents
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard
        try both(
          called.contains(function.address),
          both(!kept.contains(function.address), function[\.deadLetters] == nil))
      else { return nil }
      return finding(
        on: function,
        """
        function '\(function.name)' has no dead-letter queue or failure destination, so an event that fails three times \
        is lost
        """,
        fix:
          "set `deadLetters:` of '\(function.name)' to a queue's ARN, or add an `EventInvokeConfig` with `onFailure:`",
        terraformFix: """
          set `target_arn` in `dead_letter_config` to the ARN of an `aws_sqs_queue`, or add an \
          `aws_lambda_function_event_invoke_config` with an `on_failure` destination
          """)
    }
  }

  private func schedules(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(Schedule.self).evaluateEach { schedule throws(DecodingFailure) in
      guard try both(schedule[\.deadLetters] == nil, schedule[\.state] == .enabled) else { return nil }
      return finding(
        on: schedule, "schedule '\(schedule.name)' has no dead-letter queue, so failed invocations are lost",
        fix: """
          set `deadLetters:` of '\(schedule.name)' to a queue's ARN, and allow its role to send with `.send(to: queue.arn)`
          """,
        terraformFix: """
          set `arn` in the `dead_letter_config` of its `target` to an `aws_sqs_queue`, and allow its role to call \
          `sqs:SendMessage` on it
          """)
    }
  }
}
