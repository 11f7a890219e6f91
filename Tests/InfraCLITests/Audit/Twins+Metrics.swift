import InfraModel

/// Alarms on a metric that cannot be as they want it.
let metricTwins: [Twin] = [
  Twin(
    "a sum of measurements against more than zero",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
    .statisticFitsMetric, at: alarmOf
  ) { stack, isBad in
    stack.raw("aws_sqs_queue", "letters", ["name": "letters"])
    stack.alarm(
      on: "ApproximateNumberOfMessagesVisible", of: "AWS/SQS", by: ["QueueName": "letters"], "Sum",
      above: isBad ? 100 : 0)
  },
  Twin(
    "two results without a band between them", "cds-snc/notification-terraform#705", .alarmEvaluationLimits, at: alarmOf
  ) { stack, isBad in
    var alarm: Block = [
      "alarm_name": "watched", "evaluation_periods": 2, "treat_missing_data": "notBreaching",
      "comparison_operator": isBad ? "GreaterThanThreshold" : "GreaterThanUpperThreshold",
      "metric_query": .blocks([
        [
          "id": "m1", "return_data": true,
          "metric": .blocks([
            [
              "metric_name": "Count", "namespace": "AWS/ApiGateway", "period": 300, "stat": "Sum",
              "dimensions": ["ApiName": "shop"],
            ]
          ]),
        ],
        ["id": "e1", "return_data": true, "expression": isBad ? "m1 * 2" : "ANOMALY_DETECTION_BAND(m1, 2)"],
      ]),
    ]
    alarm[isBad ? "threshold" : "threshold_metric_id"] = isBad ? 1 : "e1"
    stack.raw("aws_cloudwatch_metric_alarm", "watched", alarm)
  },
  Twin(
    "messages sent to a queue that only SQS moves messages to", "cdklabs/cdk-monitoring-constructs#117",
    .dlqAlarmMetric, at: alarmOf
  ) { stack, isBad in
    let letters = stack.raw("aws_sqs_queue", "letters", ["name": "letters"])
    stack.raw(
      "aws_sqs_queue", "jobs",
      [
        "name": "jobs",
        "redrive_policy": .json(["deadLetterTargetArn": .text(letters.attribute("arn")), "maxReceiveCount": 3]),
      ])
    stack.alarm(
      on: isBad ? "NumberOfMessagesSent" : "ApproximateNumberOfMessagesVisible", of: "AWS/SQS",
      by: ["QueueName": "letters"], isBad ? "Sum" : "Maximum")
  },
  Twin(
    "the redrive policy is text with the queue's ARN in it", "Readplace/readplace.com#1127", .dlqAlarmMetric,
    at: alarmOf
  ) { stack, isBad in
    stack.raw("aws_sqs_queue", "letters", ["name": "letters"])
    stack.raw(
      "aws_sqs_queue", "jobs",
      [
        "name": "jobs",
        "redrive_policy": .text(
          Text(
            #"{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:\#(isBad ? "letters" : "others")","maxReceiveCount":3}"#
          )),
      ])
    stack.alarm(on: "NumberOfMessagesSent", of: "AWS/SQS", by: ["QueueName": "letters"])
  },
  Twin(
    "health checks are measured in us-east-1",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html",
    .metricPublishedInRegion, at: alarmOf
  ) { stack, isBad in
    stack.alarm(
      on: "HealthCheckStatus", of: "AWS/Route53", by: ["HealthCheckId": "abc"], "Minimum",
      in: isBad ? .euWest1 : .usEast1)
  },
  Twin(
    "accelerators are measured in us-west-2",
    "https://docs.aws.amazon.com/global-accelerator/latest/dg/cloudwatch-monitoring.html", .metricPublishedInRegion,
    at: alarmOf
  ) { stack, isBad in
    stack.alarm(
      on: "NewFlowCount", of: "AWS/GlobalAccelerator", by: ["Accelerator": "abc"], in: isBad ? .usEast1 : .usWest2)
  },
  Twin(
    "distributions are measured in us-east-1", "aws-devtools-labs/aws-blocks#481", .metricPublishedInRegion,
    at: alarmOf
  ) { stack, isBad in
    stack.alarm(
      on: "Requests", of: "AWS/CloudFront", by: ["DistributionId": "E1", "Region": "Global"],
      in: isBad ? .apSoutheast2 : .usEast1)
  },
  Twin(
    "a web ACL of a distribution is measured in us-east-1",
    "https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html", .metricPublishedInRegion, at: alarmOf
  ) { stack, isBad in
    let region: [String: Value] = isBad ? [:] : ["Region": "eu-west-1"]
    stack.alarm(
      on: "BlockedRequests", of: "AWS/WAFV2",
      by: region.merging(["WebACL": "shop", "Rule": "ALL"]) { first, _ in first }, in: .euWest1)
  },
  Twin(
    "gaps of invocations are filled with one invocation", "binbashar/le-tf-infra-aws#1102", .fillHidesMissingData,
    at: alarmOf
  ) { stack, isBad in
    let metric: Block = [
      "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
      "dimensions": ["FunctionName": "worker"],
    ]
    stack.raw(
      "aws_cloudwatch_metric_alarm", "watched",
      [
        "alarm_name": "watched", "comparison_operator": "LessThanThreshold", "threshold": 1, "evaluation_periods": 3,
        "treat_missing_data": "breaching",
        "metric_query": .blocks([
          ["id": "m1", "metric": .blocks([metric])],
          ["id": "e1", "expression": isBad ? "FILL(m1, 1)" : "FILL(m1, 0)", "return_data": true],
        ]),
      ])
  },
  Twin(
    "few samples of a sum", "cdklabs/cdk-monitoring-constructs#347", .argumentConflicts, at: alarmOf
  ) { stack, isBad in
    stack.alarm(
      on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"],
      with: isBad ? ["evaluate_low_sample_count_percentiles": "ignore"] : [:])
  },
  Twin(
    "more at once than is reserved",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html", .thresholdInReach, at: alarmOf
  ) { stack, isBad in
    stack.function("worker", ["reserved_concurrent_executions": 20])
    stack.alarm(
      on: "ConcurrentExecutions", of: "AWS/Lambda", by: ["FunctionName": "worker"], "Maximum",
      above: isBad ? 20 : 15)
  },
  Twin(
    "more errors in five minutes than an hourly rule makes",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html", .thresholdInReach, at: alarmOf
  ) { stack, isBad in
    let worker = stack.function("worker")
    let rule = stack.raw(
      "aws_cloudwatch_event_rule", "hourly", ["name": "hourly", "schedule_expression": "rate(1 hour)"])
    stack.raw(
      "aws_cloudwatch_event_target", "hourly",
      ["rule": .text(rule.attribute("name")), "arn": .text(worker.attribute("arn"))])
    stack.permission("hourly", of: worker.attribute("function_name"), for: "events.amazonaws.com")
    stack.alarm(on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"], above: isBad ? 3 : 2)
  },
  Twin(
    "the user's errors of a table", "aws-samples/amazon-dynamodb-monitoring#3", .awsMetricExists, at: alarmOf
  ) { stack, isBad in
    stack.alarm(on: "UserErrors", of: "AWS/DynamoDB", by: isBad ? ["TableName": "orders"] : [:])
  },
  Twin(
    "a REST API's metric of an HTTP API whose id is known only after apply",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html", .awsMetricExists, at: alarmOf
  ) { stack, isBad in
    let api = stack.raw("aws_apigatewayv2_api", "shop", ["name": "shop", "protocol_type": "HTTP"])
    stack.alarm(
      on: isBad ? "5XXError" : "5xx", of: "AWS/ApiGateway", by: [:],
      with: ["dimensions": .text(api.attribute("id"))])
  },
  Twin(
    "every quiet period breaches, and no schedule fills it",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
    .missingDataFitsMetric, at: alarmOf
  ) { stack, isBad in
    let worker = stack.function("worker")
    let rule = stack.raw(
      "aws_cloudwatch_event_rule", "tick",
      ["name": "tick", "schedule_expression": isBad ? "rate(1 hour)" : "cron(0/5 * * * ? *)"])
    stack.raw(
      "aws_cloudwatch_event_target", "tick",
      ["rule": .text(rule.attribute("name")), "arn": .text(worker.attribute("arn"))])
    stack.alarm(
      on: "Errors", of: "AWS/Lambda", by: ["FunctionName": .text(worker.attribute("function_name"))],
      with: ["treat_missing_data": "breaching"])
  },
  Twin(
    "the maximum of errors above two",
    "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html", .statisticFitsMetric, at: alarmOf
  ) { stack, isBad in
    stack.alarm(
      on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"], "Maximum", above: isBad ? 2 : 0)
  },
  Twin(
    "a table without a replica in the alarm's region",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html", .dimensionValueDeclared,
    at: alarmOf
  ) { stack, isBad in
    stack.raw(
      "aws_dynamodb_table", "orders",
      [
        "name": "orders", "hash_key": "id", "billing_mode": "PAY_PER_REQUEST",
        "attribute": .blocks([["name": "id", "type": "S"]]),
        "replica": .blocks([["region_name": isBad ? "us-west-2" : "eu-west-1"]]),
      ], in: .usEast1)
    stack.alarm(on: "ReadThrottleEvents", of: "AWS/DynamoDB", by: ["TableName": "orders"], in: .euWest1)
  },
]

/// What an alarm watches, and what it does not.
let watchTwins: [Twin] = [
  Twin(
    "what CloudFront runs of a function elsewhere has the region before its name",
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html",
    .dimensionValueDeclared, at: alarmOf
  ) { stack, isBad in
    stack.function("edge", in: .usEast1)
    stack.function("other", in: .euWest2)
    stack.alarm(on: "Errors", of: "AWS/Lambda", by: ["FunctionName": isBad ? "edge" : "us-east-1.edge"], in: .euWest2)
  },
  Twin(
    "an alarm on an alias that the function does not have",
    "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html", .lambdaErrorAlarm,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    let worker = stack.function("worker", ["publish": true])
    stack.alias("live", of: worker.attribute("arn"))
    stack.alarm(
      on: "Errors", of: "AWS/Lambda",
      by: ["FunctionName": "worker", "Resource": isBad ? "worker:next" : "worker:live"])
  },
  Twin(
    "an alarm on an alias of another function",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html", .lambdaErrorAlarm,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    let worker = stack.function("worker", ["publish": true])
    let other = stack.function("other", ["publish": true])
    let live = stack.alias("live", of: isBad ? other.attribute("function_name") : worker.attribute("function_name"))
    stack.alarm(
      on: "Errors", of: "AWS/Lambda",
      by: [
        "FunctionName": .text(worker.attribute("function_name")),
        "Resource": .text("\(worker.attribute("function_name")):\(live.attribute("name"))"),
      ])
  },
  Twin(
    "an alarm on the function as it is called without an alias, by dimensions that nothing is published with",
    "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html", .lambdaErrorAlarm,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function("worker")
    stack.alarm(
      on: "Errors", of: "AWS/Lambda",
      by: ["FunctionName": "worker", "Resource": "worker"].merging(isBad ? ["Stage": "live"] : [:]) { first, _ in first
      })
  },
  Twin(
    "an alarm on the average duration, where the maximum is above every percentile",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html", .lambdaP95Alarm,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function("worker", ["timeout": 30])
    stack.alarm(
      on: "Duration", of: "AWS/Lambda", by: ["FunctionName": "worker"], isBad ? "Average" : "Maximum", above: 10_000)
  },
  Twin(
    "an alarm on a percentile below the 95th",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html", .lambdaP95Alarm,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function("worker", ["timeout": 30])
    stack.raw(
      "aws_cloudwatch_metric_alarm", "watched",
      [
        "alarm_name": "watched", "metric_name": "Duration", "namespace": "AWS/Lambda",
        "dimensions": ["FunctionName": "worker"], "extended_statistic": isBad ? "p90" : "p99", "period": 300,
        "evaluation_periods": 1, "comparison_operator": "GreaterThanThreshold", "threshold": 10_000,
      ])
  },
]
