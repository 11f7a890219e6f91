extension RuleID {
  public static let asyncFailureDestination: RuleID = "async-failure-destination"
}

struct AsyncFailureDestination: Rule {
  static let description = RuleDescription(
    id: .asyncFailureDestination,
    title: "Every asynchronous call has a dead-letter queue or failure destination",
    rationale: """
      SNS gives up on a subscriber, the scheduler on a target, and Lambda on an event after the third try. None of them \
      says so: what they gave up on is gone unless a queue takes it.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html",
    ],
    severity: .warning,
    terraformFix: """
      set the ARN of an `aws_sqs_queue`: of a function in `dead_letter_config` or an \
      `aws_lambda_function_event_invoke_config`, of a subscription in `redrive_policy`, of a schedule in \
      `dead_letter_config` of its `target`
      """,
    subjects: [TopicSubscription.self, Schedule.self, LambdaFunction.self],
    good: [
      Example("A queue for what the scheduler cannot call, and for what the function cannot handle") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let ingest = stack.add(LambdaFunction.example())
        stack.add(EventInvokeConfig("ingest", of: ingest.functionName, retries: .once, onFailure: .queue(letters.arn)))
        stack.add(
          Schedule(
            "ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: .example, deadLetters: letters.arn))
      },
      Example("Of what people read nothing can be kept") { stack in
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
        let ingest = stack.add(LambdaFunction.example())
        stack.add(EventTarget("ingest", of: stack.add(EventRule.example), calls: .function(ingest.arn)))
        return [ingest.address]
      },
      Counterexample("A schedule without a dead-letter queue") { stack in
        let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        return [stack.add(Schedule("jobs", .every(.minutes(5)), calls: .queue(queue), as: .example)).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    subscriptions(in: stack) + schedules(in: stack) + functions(in: stack)
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
          """)
    }
  }

  private func functions(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    var kept = Evidence<Address, Void>()
    for config in stack.subjects(EventInvokeConfig.self) {
      func configured() throws(DecodingFailure) -> Address? {
        try functions.function(
          named: config[\.function], in: config.region, argument: "function_name")?.address
      }
      let known = try? configured()
      kept.record(
        config.declaration, mayConcern: { known == nil || $0 == known },
        { () throws(DecodingFailure) in
          guard let function = try configured(), try config[\.onFailure] != nil else { return [] }
          return [(function, ())]
        })
    }
    let called = stack.functionsCalledByEvents
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard
        try both(
          called.contains(function.address),
          both(!kept.contains(function.address), function[\.deadLetters] == nil))
      else { return nil }
      return finding(
        on: function, "an event that function '\(function.name)' fails on three times is lost",
        fix:
          "set `deadLetters:` of '\(function.name)' to a queue's ARN, or add an `EventInvokeConfig` with `onFailure:`")
    }
  }

  private func schedules(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(Schedule.self).evaluateEach { schedule throws(DecodingFailure) in
      guard try both(schedule[\.deadLetters] == nil, schedule[\.state] == .enabled) else { return nil }
      return finding(
        on: schedule, "schedule '\(schedule.name)' has no dead-letter queue, so failed calls are lost",
        fix: """
          set `deadLetters:` of '\(schedule.name)' to a queue's ARN, and let its role send there with `.send(to: queue.arn)`
          """)
    }
  }
}
