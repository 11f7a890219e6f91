import InfraModel

@testable import AWSRules

/// aws-facts 1.21a, messaging, events, APIs, data and tags.
let mistakesNobodyCatchesElsewhere = Mistakes(caughtBy: .nobody) { rows in
  rows.of("aws_sns_topic")
  rows.found("a FIFO topic that is traced", by: .fifoTopicTraced) { stack in
    stack.add(Topic("t", tracing: .active), with: ["name": "t.fifo", "fifo_topic": true]).address
  }
  rows.found("a display name of 101 characters", by: .argumentLimits) { stack in
    stack.add(Topic("t"), with: ["display_name": .text(Text(String(repeating: "d", count: 101)))]).address
  }

  rows.of("aws_sns_topic_subscription")
  rows.found("a mailbox that is none", by: .argumentConflicts) { stack in
    stack.add(TopicSubscription("s", to: stack.add(Topic("t")).arn, .email("on-call"))).address
  }
  rows.found("a function that is no ARN", by: .argumentConflicts) { stack in
    stack.add(TopicSubscription("s", to: stack.add(Topic("t")).arn, .function(ARN("ingest")))).address
  }

  rows.of("aws_sqs_queue")
  rows.found("hands a message out no times", by: .argumentLimits) { stack in
    let failed = stack.add(Queue("failed", retention: .seconds(86_400)))
    let redrive = Queue.Redrive(to: failed.arn, afterReceives: 0)
    return stack.add(Queue("jobs", retention: .seconds(86_400), redrive: redrive)).address
  }

  rows.of("aws_cloudwatch_event_bus")
  rows.found("a name with a slash", by: .validName) { stack in
    stack.add(EventBus("orders", named: "shop/orders")).address
  }

  rows.of("aws_cloudwatch_event_rule")
  rows.unsayable(
    "a value of a pattern that is no list", #"let _ = EventPattern(source: "shop", detail: ["total": 5])"#,
    proper: #"let _ = EventPattern(source: "shop", detail: ["total": [5]])"#)
  rows.unsayable(
    "detailType for detail-type", #"let _: EventPattern = ["source": ["shop"], "detailType": ["Order Created"]]"#,
    proper: #"let _ = EventPattern(source: "shop", detailType: "Order Created")"#)
  rows.unsayable(
    "one minutes", #"let _ = EventRule("r", when: .every("1 minutes"))"#,
    proper: #"let _ = EventRule("r", when: .every(.minutes(1)))"#)
  rows.around(by: "schedule-expression-parses", ["schedule_expression": "rate(1 minutes)"])
  rows.unsayable(
    "five minute", #"let _ = EventRule("r", when: .every("5 minute"))"#,
    proper: #"let _ = EventRule("r", when: .every(.minutes(5)))"#)
  rows.around(by: "schedule-expression-parses", ["schedule_expression": "rate(5 minute)"])
  rows.unsayable(
    "five fields of cron", #"let _ = EventRule("r", when: .cron("0 12 * * *"))"#,
    proper: #"let _ = EventRule("r", when: .cron(Cron(minute: .at([0]), hour: .at([12]))))"#)
  rows.around(by: "schedule-expression-parses", ["schedule_expression": "cron(0 12 * * *)"])
  rows.unsayable(
    "a schedule on a bus of one's own",
    #"let _ = EventRule("r", when: .every(.minutes(5), on: EventBusName("orders")))"#,
    proper: #"let _ = EventRule("r", when: .every(.minutes(5)))"#)
  rows.around(by: .argumentConflicts, ["event_bus_name": "orders", "schedule_expression": "rate(5 minutes)"])

  rows.of("aws_cloudwatch_event_target")
  rows.found("gives up on an event after 30 seconds", by: .argumentLimits) { stack in
    let rule = stack.add(EventRule.example)
    let queue = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:jobs")
    let target = EventTarget("t", of: rule, calls: .queue(queue), retries: .init(2, within: .seconds(30)))
    return stack.add(target).address
  }

  rows.of("aws_scheduler_schedule")
  rows.unsayable(
    "a time that is none", #"let _ = Schedule("s", "every morning", calls: .function(function), as: role)"#,
    proper: #"let _ = Schedule("s", .every(.days(1)), calls: .function(function), as: role)"#)
  rows.around(by: "schedule-expression-parses", ["schedule_expression": "every morning"])

  rows.of("aws_apigatewayv2_stage")
  rows.found("a name with a space", by: .argumentLimits) { stack in
    let api = stack.add(HTTPAPI("shop"))
    return stack.add(HTTPStage("s", of: api.apiID, at: .below("a b"), throttling: .accountLimits)).address
  }
  rows.unsayable(
    "a line of the log without the request's id", #"let _ = HTTPAccessLog(to: group, format: "$context.status")"#,
    proper: "let _ = HTTPAccessLog(to: group, fields: [.status])")
  rows.around(by: .argumentConflicts, ["access_log_settings": .blocks([["format": "$context.status"]])])
  rows.unsayable(
    "an execution log, which WebSocket APIs have",
    #"let _ = HTTPStage("s", of: "api", throttling: .accountLimits, loggingLevel: .everything)"#,
    proper: #"let _ = HTTPStage("s", of: "api", throttling: .accountLimits)"#)

  rows.of("aws_apigatewayv2_route")
  rows.unsayable(
    "a path without a method", #"let _: HTTPRoute.Key = .on("auth/exchange")"#,
    proper: #"let _: HTTPRoute.Key = .on(.post, "auth/exchange")"#)
  rows.around(by: "route-key-parses", ["route_key": "auth/exchange"])

  rows.of("aws_apigatewayv2_integration")
  rows.found("waits a minute", by: .argumentLimits) { stack in
    let api = stack.add(HTTPAPI("shop"))
    let function = stack.add(LambdaFunction.example())
    return stack.add(HTTPIntegration("i", of: api.apiID, calls: function.invokeARN, timeout: .seconds(60))).address
  }

  rows.of("aws_apigatewayv2_api")
  rows.unsayable(
    "credentials for any origin", "let _: HTTPAPI.CORS.Origins = .any(credentials: true)",
    proper: #"let _: HTTPAPI.CORS.Origins = .only("https://example.com", credentials: true)"#)
  rows.around(
    by: .argumentConflicts, ["cors_configuration": .blocks([["allow_origins": ["*"], "allow_credentials": true]])])

  rows.of("aws_api_gateway_stage")
  rows.found("a name with a space", by: .argumentLimits) { stack in
    let api = stack.add(RestAPI("shop"))
    return stack.add(Stage("s", called: "a b", of: api.reference, serves: "abc123")).address
  }

  rows.of("aws_api_gateway_method_settings")
  rows.unsayable(
    "a path that starts with a slash", #"let _: MethodSettings.Scope = "/*/*""#,
    proper: "let _: MethodSettings.Scope = .everyMethod")
  rows.around(by: .argumentLimits, ["method_path": "/*/*"])

  rows.of("aws_dynamodb_table")
  rows.found("a name of two characters", by: .validName) { stack in
    stack.add(Table("t", named: "it", partitionKey: .string("id"), deletionProtection: true)).address
  }

  rows.of("aws_s3_bucket")
  rows.found("a name in capitals", by: .validName) { stack in
    stack.add(Bucket("b", named: "Uploads", forceDestroy: false)).address
  }
  rows.found("a name of two characters", by: .validName) { stack in
    stack.add(Bucket("b", named: "ab", forceDestroy: false)).address
  }

  rows.of("aws_rum_app_monitor")
  rows.unsayable(
    "traces requests that it does not record",
    #"let _ = AppMonitor("m", domain: "example.com", sessionSampleRate: .everything, http: .off, xray: true)"#,
    proper: #"let _ = AppMonitor("m", domain: "example.com", sessionSampleRate: .everything, http: .traced)"#)
  rows.around(
    by: .argumentConflicts,
    [
      "domain": "example.com",
      "app_monitor_configuration": .blocks([["enable_xray": true, "telemetries": ["errors"]]]),
    ])

  rows.of("aws_budgets_budget")
  rows.found("a notification that nobody gets", by: .argumentConflicts) { stack in
    stack.add(RawResource("aws_budgets_budget", "b", ["notification": .blocks([["threshold": 80]])])).address
  }

  rows.of("aws_sns_topic")
  rows.found("51 tags", by: .validTags) { stack in
    let tags = Dictionary(uniqueKeysWithValues: (1...51).map { ("tag-\($0)", Value.text("yes")) })
    return stack.add(Topic("t"), with: ["tags": .map(tags)]).address
  }
  rows.found("a tag of AWS's own", by: .validTags) { stack in
    stack.add(Topic("t"), with: ["tags": ["aws:foo": "bar"]]).address
  }
  rows.found("a tag of 129 characters", by: .validTags) { stack in
    stack.add(Topic("t"), with: ["tags": .map([String(repeating: "k", count: 129): "yes"])]).address
  }
}
