import InfraModel

@testable import AWSRules

/// The second round of aws-facts 1.21: more that neither validate nor plan catches. Nobody counts them.
let secondRoundOfMistakes = Mistakes(caughtBy: .nobody) { rows in
  rows.of("aws_cloudwatch_metric_alarm")
  for spelling in ["BREACHING", "notbreaching", "NotBreaching", "Missing"] {
    rows.found("missing data as \(spelling)", by: .argumentLimits) { stack in
      stack.add(MetricAlarm.example(), with: ["treat_missing_data": .text(Text(spelling))]).address
    }
  }
  rows.found("a period of ten days", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(period: .hours(240))).address
  }
  rows.found("a namespace that starts with a colon", by: .argumentLimits) { stack in
    let metric = Metric("Errors", in: ":x", missingDataMeaning: .noEvents)
    return stack.add(MetricAlarm.example(when: metric)).address
  }
  rows.found("a tab in the name", by: .validName) { stack in
    stack.add(MetricAlarm.example(named: "too\tmany")).address
  }
  for value in ["", "Größe"] {
    rows.found("'\(value)' for a dimension", by: .argumentLimits) { stack in
      let metric = Metric("Errors", in: "Shop", dimensions: ["Size": Text(value)], missingDataMeaning: .noEvents)
      return stack.add(MetricAlarm.example(when: metric)).address
    }
  }
  rows.found("the name of another alarm", by: .physicalNameUnique) { stack in
    stack.add(MetricAlarm.example("a", named: "errors"))
    return stack.add(MetricAlarm.example("b", named: "errors")).address
  }

  rows.of("aws_lambda_function_url")
  rows.found("101 headers", by: .argumentLimits) { stack in
    let headers = (1...101).map { "x-\($0)" }
    let cors = FunctionURL.CORS(origins: ["https://example.com"], methods: [.get], allowHeaders: headers)
    return stack.add(FunctionURL("u", of: "ingest", authorization: .iam, cors: cors)).address
  }
  rows.found("seven methods", by: .argumentLimits) { stack in
    let cors = FunctionURL.CORS(
      origins: ["https://example.com"], methods: FunctionURL.CORS.Method.allCases, allowHeaders: [])
    return stack.add(FunctionURL("u", of: "ingest", authorization: .iam, cors: cors)).address
  }

  rows.of("aws_lambda_function")
  rows.found("a description of 257 characters", by: .argumentLimits) { stack in
    var function = LambdaFunction.example()
    function.description = String(repeating: "d", count: 257)
    return stack.add(function).address
  }
  rows.found("a handler with a space", by: .argumentLimits) { stack in
    var function = LambdaFunction.example()
    function.code = .zip(.file("a.zip"), runtime: .python313, handler: "app handler")
    return stack.add(function).address
  }

  rows.of("aws_budgets_budget")
  rows.found("ten in letters", by: .argumentLimits) { stack in
    stack.add(RawResource("aws_budgets_budget", "b", ["limit_amount": "ten"])).address
  }
  rows.found("eleven notifications", by: .argumentLimits) { stack in
    let notification: Block = ["subscriber_email_addresses": ["a@example.com"]]
    let notifications = Value.blocks(Array(repeating: notification, count: 11))
    return stack.add(RawResource("aws_budgets_budget", "b", ["notification": notifications])).address
  }

  rows.of("aws_sns_topic_subscription")
  rows.found("raw messages by mail", by: .argumentConflicts) { stack in
    let subscription = TopicSubscription("s", to: stack.add(Topic("t")).arn, .email("a@example.com"))
    return stack.add(subscription, with: ["raw_message_delivery": true]).address
  }

  rows.of("aws_apigatewayv2_api")
  rows.found("remembered for more than a day", by: .argumentLimits) { stack in
    let cors = HTTPAPI.CORS(origins: .any, methods: [.get], allowHeaders: [], maxAge: .seconds(90_000))
    return stack.add(HTTPAPI("a", cors: cors)).address
  }
  rows.found("a WebSocket API with CORS", by: .argumentConflicts) { stack in
    let arguments: Block = [
      "name": "a", "protocol_type": "WEBSOCKET", "route_selection_expression": "$request.body.action",
      "cors_configuration": .blocks([["allow_origins": ["https://example.com"]]]),
    ]
    return stack.add(RawResource("aws_apigatewayv2_api", "a", arguments)).address
  }
  rows.found("a WebSocket API that cannot tell routes apart", by: .argumentConflicts) { stack in
    stack.add(RawResource("aws_apigatewayv2_api", "a", ["name": "a", "protocol_type": "WEBSOCKET"])).address
  }
}
