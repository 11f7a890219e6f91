import InfraModel

/// aws-facts 1.21b.
let mistakesPlanCatches = Mistakes(caughtBy: .plan) { rows in
  rows.of("aws_lambda_function")
  rows.unsayable(
    "a package without a runtime", #"let _ = LambdaFunction.Code.zip(.file("a.zip"), handler: "app.handler")"#,
    proper: #"let _ = LambdaFunction.Code.zip(.file("a.zip"), runtime: .python313, handler: "app.handler")"#)
  rows.around(by: .argumentConflicts, ["filename": "a.zip", "handler": "app.handler"])
  rows.unsayable(
    "a package without a handler", #"let _ = LambdaFunction.Code.zip(.file("a.zip"), runtime: .python313)"#,
    proper: #"let _ = LambdaFunction.Code.zip(.file("a.zip"), runtime: .python313, handler: "app.handler")"#)
  rows.around(by: .argumentConflicts, ["filename": "a.zip", "runtime": "python3.13"])

  rows.of("aws_cloudwatch_metric_alarm")
  rows.unsayable(
    "a metric without a statistic",
    #"let _ = MetricAlarm("a", when: metric, threshold: .above(0), evaluation: .once, missingData: .ignore, notify: [])"#,
    proper:
      #"let _ = MetricAlarm("a", when: metric, .sum, threshold: .above(0), evaluation: .once, missingData: .ignore, notify: [])"#
  )
  rows.around(by: .argumentConflicts, ["metric_name": "Errors", "namespace": "Shop", "period": 60, "threshold": 0])
  rows.unsayable(
    "a query that is an expression and a metric",
    #"let _ = MetricMath("a", metric: metric, label: "A", of: inputs, missingDataMeaning: .stopped)"#,
    proper: #"let _ = MetricMath("a", label: "A", of: inputs, missingDataMeaning: .stopped)"#)
  rows.around(
    by: .argumentConflicts,
    [
      "threshold": 0,
      "metric_query": .blocks([
        ["id": "a", "expression": "1", "return_data": true, "metric": .blocks([["stat": "Sum"]])]
      ]),
    ])

  rows.of("aws_sns_topic")
  rows.found("a name with a space", by: .validName) { stack in stack.add(Topic("t", named: "a b")).address }
  rows.found("a FIFO topic without .fifo", by: .argumentConflicts) { stack in
    stack.add(Topic("t"), with: ["fifo_topic": true]).address
  }

  rows.of("aws_sqs_queue")
  rows.found("a name of 81 characters", by: .validName) { stack in
    stack.add(Queue("q", named: .exactly(String(repeating: "q", count: 81)), retention: .seconds(60))).address
  }
  rows.found("a FIFO queue without .fifo", by: .argumentConflicts) { stack in
    stack.add(Queue("q", retention: .seconds(60)), with: ["fifo_queue": true]).address
  }

  rows.of("aws_sfn_state_machine")
  rows.unsayable(
    "a definition that is no JSON", machine(states: #""{""#, logging: ".off"),
    proper: machine(states: #"[.succeed("Done")]"#, logging: ".off"))
  rows.unsayable(
    "a log group by an ARN of one's own making",
    machine(states: "[]", logging: ".on(\"arn:aws:logs:…:log-group:a\", level: .all, executionData: false)"),
    proper: machine(states: "[]", logging: ".on(group, level: .all, executionData: false)"))
  rows.around(
    by: .argumentLimits,
    ["logging_configuration": .blocks([["log_destination": "arn:aws:logs:us-east-1:123456789012:log-group:g"]])])

  rows.of("aws_dynamodb_table")
  rows.unsayable(
    "an attribute that is no key", table(#"attributes: [.string("extra")], "#), proper: table())
  rows.around(
    by: .argumentConflicts,
    ["billing_mode": "PAY_PER_REQUEST", "hash_key": "id", "attribute": .blocks([["name": "id"], ["name": "extra"]])])
  rows.unsayable(
    "a key that is no attribute", #"let _ = Table("t", partitionKey: "id", deletionProtection: true)"#, proper: table())
  rows.around(
    by: .argumentConflicts,
    ["billing_mode": "PAY_PER_REQUEST", "hash_key": "id", "attribute": .blocks([["name": "other"]])])
  rows.unsayable("paid for capacity that it does not have", table("billing: .provisioned, "), proper: table())
  rows.around(
    by: .argumentConflicts, ["billing_mode": "PROVISIONED", "hash_key": "id", "attribute": .blocks([["name": "id"]])])
  rows.unsayable(
    "a stream that says nothing of an item", table(after: ", stream: true"), proper: table(after: ", stream: .newImage")
  )
  rows.around(
    by: .argumentConflicts,
    [
      "billing_mode": "PAY_PER_REQUEST", "hash_key": "id", "attribute": .blocks([["name": "id"]]),
      "stream_enabled": true,
    ])
}

private func machine(states: String, logging: String) -> String {
  #"let _ = StateMachine("m", .standard, \#(states), timeout: .seconds(60), role: role, logging: \#(logging))"#
}

private func table(_ more: String = "", after: String = "") -> String {
  #"let _ = Table("t", partitionKey: .string("id"), \#(more)deletionProtection: true\#(after))"#
}
