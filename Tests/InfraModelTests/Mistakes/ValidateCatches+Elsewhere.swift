import InfraModel

@testable import AWSRules

/// aws-facts 1.21c, messaging, events, APIs, data and money.
let mistakesValidateCatchesElsewhere = Mistakes(caughtBy: .validate) { rows in
  rows.of("aws_sns_topic")
  rows.unsayable(
    "tracing in small letters", #"let _ = Topic("t", tracing: "active")"#,
    proper: #"let _ = Topic("t", tracing: .active)"#)
  rows.around(by: .argumentLimits, ["tracing_config": "active"])

  rows.of("aws_sns_topic_subscription")
  rows.unsayable(
    "a protocol that there is not", #"let _: TopicSubscription.Subscriber = .mail("a@example.com")"#,
    proper: #"let _: TopicSubscription.Subscriber = .email("a@example.com")"#)
  rows.around(by: .argumentLimits, ["protocol": "mail"])
  rows.unsayable(
    "a filter that is no JSON",
    #"let _ = TopicSubscription("s", to: topic, .email("a@example.com"), filter: "{")"#,
    proper: #"let _ = TopicSubscription("s", to: topic, .email("a@example.com"))"#)

  rows.of("aws_sqs_queue")
  rows.found("keeps messages for 30 seconds", by: .argumentLimits) { stack in
    stack.add(Queue("q", retention: .seconds(30))).address
  }
  rows.found("hides messages for longer than twelve hours", by: .argumentLimits) { stack in
    stack.add(Queue("q", retention: .seconds(60), visibilityTimeout: .seconds(50_000))).address
  }
  rows.unsayable(
    "a redrive policy that is no JSON", #"let _ = Queue("q", retention: .seconds(60), redrive: "{")"#,
    proper: #"let _ = Queue("q", retention: .seconds(60), redrive: .init(to: queue, afterReceives: 3))"#)
  rows.unsayable(
    "encrypted twice", #"let _: Queue.Encryption = [.managed, .key("k")]"#,
    proper: #"let _: Queue.Encryption = .key("k")"#)
  rows.around(by: .argumentConflicts, ["sqs_managed_sse_enabled": true, "kms_master_key_id": "alias/jobs"])

  rows.of("aws_cloudwatch_event_bus")
  rows.found("the name of the bus that is there already", by: .argumentLimits) { stack in
    stack.add(EventBus("b", named: "default")).address
  }

  rows.of("aws_cloudwatch_event_rule")
  rows.unsayable(
    "neither a pattern nor a schedule", #"let _ = EventRule("r")"#,
    proper: #"let _ = EventRule("r", when: .every(.minutes(5)))"#)
  rows.around(by: .argumentConflicts, ["name": "r"])
  rows.unsayable(
    "a pattern that is no JSON", #"let _ = EventRule("r", when: .event("{", on: .default))"#,
    proper: #"let _ = EventRule("r", when: .event(EventPattern(source: "shop"), on: .default))"#)
  rows.found("a name of 65 characters", by: .validName) { stack in
    let name = PhysicalName.exactly(String(repeating: "r", count: 65))
    return stack.add(EventRule("r", named: name, when: .every(.minutes(5)))).address
  }
  rows.unsayable("a state by another word", "let _: EventRule.State = .on", proper: "let _: EventRule.State = .enabled")
  rows.around(by: .argumentLimits, ["schedule_expression": "rate(5 minutes)", "state": "ON"])

  rows.of("aws_cloudwatch_event_target")
  rows.found("tries 200 times", by: .argumentLimits) { stack in
    stack.add(target(in: &stack, retries: .init(200, within: .seconds(60)))).address
  }
  rows.found("calls what is no ARN", by: .argumentLimits) { stack in
    stack.add(target(in: &stack, calls: ARN("jobs"))).address
  }
  rows.found("an id with a space", by: .argumentLimits) { stack in stack.add(target(in: &stack, id: "a b")).address }
  rows.unsayable(
    "two inputs", #"let _: EventTarget.Input = .fixed("{}", part: "$.detail")"#,
    proper: #"let _: EventTarget.Input = .part("$.detail")"#)
  rows.around(by: .argumentConflicts, ["input": "{}", "input_path": "$.detail"])

  rows.of("aws_scheduler_schedule")
  rows.unsayable(
    "a window in small letters", #"let _: Schedule.Window = "off""#, proper: "let _: Schedule.Window = .off")
  rows.around(by: .argumentLimits, ["flexible_time_window": .blocks([["mode": "off"]])])

  rows.of("aws_apigatewayv2_stage")
  rows.unsayable(
    "tracing of its routes",
    "let _: HTTPStage.Throttling = .limited(perSecond: 1, burst: 1, tracing: .active)",
    proper: "let _: HTTPStage.Throttling = .limited(perSecond: 1, burst: 1)")
  rows.unsayable(
    "tracing of the stage", #"let _ = HTTPStage("s", of: "api", throttling: .accountLimits, tracing: .active)"#,
    proper: #"let _ = HTTPStage("s", of: "api", throttling: .accountLimits)"#)

  rows.of("aws_apigatewayv2_api")
  rows.found("a protocol that there is not", by: .argumentLimits) { stack in
    stack.add(HTTPAPI("a"), with: ["protocol_type": "REST"]).address
  }
  rows.found("a name of 129 characters", by: .validName) { stack in
    stack.add(HTTPAPI("a", named: .exactly(String(repeating: "a", count: 129)))).address
  }

  rows.of("aws_apigatewayv2_integration")
  rows.found("a payload format that there is not", by: .argumentLimits) { stack in
    let function = stack.add(LambdaFunction.example())
    let integration = HTTPIntegration("i", of: "api", calls: function.invokeARN)
    return stack.add(integration, with: ["payload_format_version": "3.0"]).address
  }

  rows.of("aws_api_gateway_stage")
  rows.found("a cache of a size that there is not", by: .argumentLimits) { stack in
    let api = stack.add(RestAPI("shop"))
    let stage = Stage("s", called: "v1", of: api.reference, serves: "abc123")
    return stack.add(stage, with: ["cache_cluster_size": "1"]).address
  }

  rows.of("aws_api_gateway_method_settings")
  rows.unsayable(
    "a level that there is not", "let _: MethodSettings.ExecutionLog = .warnings",
    proper: "let _: MethodSettings.ExecutionLog = .errors")
  rows.around(by: .argumentLimits, ["settings": .blocks([["logging_level": "WARN"]])])

  rows.of("aws_api_gateway_rest_api")
  rows.unsayable(
    "an endpoint that there is not", "let _: RestAPI.Endpoint = .local", proper: "let _: RestAPI.Endpoint = .edge")
  rows.around(by: .argumentLimits, ["endpoint_configuration": .blocks([["types": ["LOCAL"]]])])

  rows.of("aws_sfn_state_machine")
  rows.found("a name of 81 characters", by: .validName) { stack in
    let name = PhysicalName.exactly(String(repeating: "m", count: 81))
    let machine = StateMachine(
      "m", named: name, .standard, [.succeed("Done")], timeout: .seconds(60), role: .example, logging: .off)
    return stack.add(machine).address
  }
  rows.unsayable(
    "a type that there is not", "let _: StateMachine.Kind = .fast", proper: "let _: StateMachine.Kind = .express")
  rows.around(by: .argumentLimits, ["type": "FAST"])

  rows.of("aws_dynamodb_table")
  rows.unsayable(
    "a type by another word", #"let _: Table.AttributeType = "String""#, proper: "let _: Table.AttributeType = .string")
  rows.around(
    by: .argumentLimits,
    ["billing_mode": "PAY_PER_REQUEST", "hash_key": "id", "attribute": .blocks([["name": "id", "type": "String"]])])

  rows.of("aws_budgets_budget")
  rows.found("compares as alarms do", by: .argumentLimits) { stack in
    let notification: Block = [
      "comparison_operator": "GreaterThanThreshold", "subscriber_email_addresses": ["a@example.com"],
    ]
    return stack.add(RawResource("aws_budgets_budget", "b", ["notification": .blocks([notification])])).address
  }
  rows.found("a time unit in small letters", by: .argumentLimits) { stack in
    stack.add(RawResource("aws_budgets_budget", "b", ["time_unit": "monthly"])).address
  }
}

private func target(
  in stack: inout StackBuilder, id: String? = nil,
  calls queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs"), retries: EventTarget.Retries? = nil
) -> EventTarget {
  EventTarget("t", of: stack.add(EventRule.example), calls: .queue(queue), id: id, retries: retries)
}
