import Testing

@testable import InfraModel

/// A mistake is found however the stack is written, and its twin without the mistake is left alone.
@Suite struct TwinTests {
  @Test(arguments: twins) func mistakeIsFound(_ twin: Twin) {
    for (form, stack) in twin.forms(isBad: true) {
      let found = findings(of: twin, in: stack)
      #expect(found.contains(twin.address), "\(form): \(found)")
    }
  }

  @Test(arguments: twins) func twinWithoutTheMistakeIsLeftAlone(_ twin: Twin) {
    for (form, stack) in twin.forms(isBad: false) {
      let found = findings(of: twin, in: stack)
      #expect(!found.contains(twin.address), "\(form): \(found)")
    }
  }

  @Test func thereAreManyAndEachSaysWhereItIsFrom() {
    #expect(twins.count >= 30)
    #expect(Set(twins.map(\.title)).count == twins.count)
    #expect(twins.allSatisfy { $0.source.contains("#") || $0.source.hasPrefix("https://docs.aws.amazon.com/") })
  }

  private func findings(of twin: Twin, in stack: DeclaredStack) -> [String] {
    let rules = Policy.standardRules.filter { $0.description.id == twin.rule }
    #expect(rules.count == 1)
    return Policy(rules: rules, today: "2026-11-21").report(on: stack).findings.map { "\($0.address)" }
  }
}

private let twins = metricTwins + watchTwins + logTwins + permissionTwins + deliveryTwins + settingTwins

private let alarmOf = "aws_cloudwatch_metric_alarm.watched"

// MARK: - Metrics

private let metricTwins: [Twin] = [
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
    "two results without a band between them", "cds-snc/notification-terraform#705", .alarmEvaluationFits, at: alarmOf
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
    "gaps of invocations are filled with one invocation", "binbashar/le-tf-infra-aws#1102", .gapsStayVisible,
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

// MARK: - What an alarm watches

private let watchTwins: [Twin] = [
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

// MARK: - Logs

private let logTwins: [Twin] = [
  Twin(
    "the function's logs go to another group", "claranet/terraform-aws-lambda#38", .filteredGroupIsWritten,
    at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.function(
      "worker",
      isBad ? ["logging_config": .blocks([["log_format": "JSON", "log_group": "/shop/worker"]])] : [:])
    stack.filter(on: "/aws/lambda/worker")
  },
  Twin(
    "the group is spelled otherwise than the function", "ministryofjustice/opg-digideps#367", .filteredGroupIsWritten,
    at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.function(isBad ? "shop-worker" : "shop_worker")
    stack.raw("aws_cloudwatch_log_group", "worker", ["name": "/aws/lambda/shop_worker"])
    stack.filter(on: "/aws/lambda/shop_worker")
  },
  Twin(
    "the group is of the class INFREQUENT_ACCESS", "aws-samples/aws-secure-environment-accelerator#1260",
    .filteredGroupIsStandard, at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.raw(
      "aws_cloudwatch_log_group", "worker",
      ["name": "/shop/worker", "log_group_class": isBad ? "INFREQUENT_ACCESS" : "STANDARD"])
    stack.filter(on: "/shop/worker")
  },
  Twin(
    "the alarm reads the filter by its own name",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html", .alarmMatchesMetricFilter,
    at: alarmOf
  ) { stack, isBad in
    stack.filter(on: "/shop/worker")
    stack.alarm(on: isBad ? "worker-errors" : "WorkerErrors", of: "Shop", by: [:])
  },
  Twin(
    "the alarm reads the filter's metric by a dimension",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html",
    .alarmMatchesMetricFilter, at: alarmOf
  ) { stack, isBad in
    stack.filter(on: "/shop/worker")
    stack.alarm(on: "WorkerErrors", of: "Shop", by: isBad ? ["FunctionName": "worker"] : [:])
  },
]

extension StackBuilder {
  fileprivate mutating func filter(on group: Text) {
    raw(
      "aws_cloudwatch_log_metric_filter", "errors",
      [
        "name": "worker-errors", "pattern": "ERROR", "log_group_name": .text(group),
        "metric_transformation": .blocks([["name": "WorkerErrors", "namespace": "Shop", "value": "1"]]),
      ])
  }
}

// MARK: - Permissions

private let permissionTwins: [Twin] = [
  Twin(
    "an HTTP API calls a function without permission", "hashicorp/terraform#24730", .functionAdmitsCallers,
    at: "aws_apigatewayv2_integration.orders"
  ) { stack, isBad in
    let orders = stack.function("orders")
    let api = stack.raw("aws_apigatewayv2_api", "shop", ["name": "shop", "protocol_type": "HTTP"])
    stack.raw(
      "aws_apigatewayv2_integration", "orders",
      [
        "api_id": .text(api.attribute("id")), "integration_type": "AWS_PROXY", "payload_format_version": "2.0",
        "integration_uri": .text(orders.attribute("invoke_arn")),
      ])
    if !isBad { stack.permission("orders", of: "orders", for: "apigateway.amazonaws.com") }
  },
  Twin(
    "a REST API's authorizer is called without permission", "hashicorp/terraform-provider-aws#12951",
    .functionAdmitsCallers, at: "aws_api_gateway_authorizer.tokens"
  ) { stack, isBad in
    let tokens = stack.function("tokens")
    let api = stack.raw("aws_api_gateway_rest_api", "shop", ["name": "shop"])
    stack.raw(
      "aws_api_gateway_authorizer", "tokens",
      [
        "name": "tokens", "rest_api_id": .text(api.attribute("id")),
        "authorizer_uri": .text(tokens.attribute("invoke_arn")),
      ])
    if !isBad { stack.permission("tokens", of: "tokens", for: "apigateway.amazonaws.com") }
  },
  Twin(
    "an alarm calls a function without permission",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html",
    .functionAdmitsCallers, at: alarmOf
  ) { stack, isBad in
    let repair = stack.function("repair")
    stack.alarm(
      on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "repair"],
      with: ["alarm_actions": [.text(repair.attribute("arn"))]])
    stack.permission(
      "repair", of: "repair", for: isBad ? "cloudwatch.amazonaws.com" : "lambda.alarms.cloudwatch.amazonaws.com")
  },
  Twin(
    "a user pool calls a function without permission",
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html",
    .functionAdmitsCallers, at: "aws_cognito_user_pool.users"
  ) { stack, isBad in
    let welcome = stack.function("welcome")
    stack.raw(
      "aws_cognito_user_pool", "users",
      ["name": "users", "lambda_config": .blocks([["post_confirmation": .text(welcome.attribute("arn"))]])])
    if !isBad { stack.permission("welcome", of: "welcome", for: "cognito-idp.amazonaws.com") }
  },
  Twin(
    "an API calls the alias, and the permission is for the function", "hashicorp/terraform-provider-aws#3040",
    .functionAdmitsCallers, at: "aws_apigatewayv2_integration.orders"
  ) { stack, isBad in
    let orders = stack.function("orders")
    let live = stack.alias("live", of: orders.attribute("function_name"))
    let api = stack.raw("aws_apigatewayv2_api", "shop", ["name": "shop", "protocol_type": "HTTP"])
    stack.raw(
      "aws_apigatewayv2_integration", "orders",
      [
        "api_id": .text(api.attribute("id")), "integration_type": "AWS_PROXY", "payload_format_version": "2.0",
        "integration_uri": .text(live.attribute("invoke_arn")),
      ])
    stack.permission(
      "orders", of: orders.attribute("function_name"), for: "apigateway.amazonaws.com",
      isBad ? [:] : ["qualifier": .text(live.attribute("name"))])
  },
  Twin(
    "a rule calls the alias by its ARN, and the permission is for another alias",
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html", .eventTargetPermitted,
    at: "aws_cloudwatch_event_target.tick"
  ) { stack, isBad in
    let worker = stack.function("worker")
    let live = stack.alias("live", of: worker.attribute("function_name"))
    stack.alias("next", of: worker.attribute("function_name"))
    let rule = stack.raw(
      "aws_cloudwatch_event_rule", "tick", ["name": "tick", "schedule_expression": "rate(5 minutes)"])
    stack.raw(
      "aws_cloudwatch_event_target", "tick",
      ["rule": .text(rule.attribute("name")), "arn": .text(live.attribute("arn"))])
    stack.permission(
      "tick", of: "worker", for: "events.amazonaws.com",
      ["qualifier": isBad ? "next" : "live", "source_arn": .text(rule.attribute("arn"))])
  },
  Twin(
    "a topic calls the alias, and the permission is for the function",
    "https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html", .snsInvokePermission,
    at: "aws_sns_topic_subscription.worker"
  ) { stack, isBad in
    let worker = stack.function("worker")
    let live = stack.alias("live", of: worker.attribute("function_name"))
    let news = stack.raw("aws_sns_topic", "news", ["name": "news"])
    stack.raw(
      "aws_sns_topic_subscription", "worker",
      [
        "topic_arn": .text(news.attribute("arn")), "protocol": "lambda", "endpoint": .text(live.attribute("arn")),
      ])
    stack.permission(
      "worker", of: isBad ? "worker" : "worker:live", for: "sns.amazonaws.com",
      ["source_arn": .text(news.attribute("arn"))])
  },
  Twin(
    "a notification does not wait for the permission", "DataBiosphere/azul#5030", .permissionPrecedesTrigger,
    at: "aws_s3_bucket_notification.uploads"
  ) { stack, isBad in
    let scan = stack.function("scan")
    let uploads = stack.raw("aws_s3_bucket", "uploads", ["bucket": "shop-uploads"])
    let permission = stack.permission(
      "scan", of: "scan", for: "s3.amazonaws.com", ["source_arn": .text(uploads.attribute("arn"))])
    let notification = RawResource(
      "aws_s3_bucket_notification", "uploads",
      [
        "bucket": .text(uploads.attribute("id")),
        "lambda_function": .blocks([
          ["lambda_function_arn": .text(scan.attribute("arn")), "events": ["s3:ObjectCreated:*"]]
        ]),
      ])
    stack.add(notification, after: isBad ? [] : [permission])
  },
]

// MARK: - Delivery

private let deliveryTwins: [Twin] = [
  Twin(
    "the policy of the topic's key lets in another service",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html", .topicPolicyAllowsPublishers,
    at: "aws_sns_topic.alerts"
  ) { stack, isBad in
    let key = stack.raw("aws_kms_key", "alerts", ["description": "Alerts"])
    stack.raw(
      "aws_kms_key_policy", "alerts",
      [
        "key_id": .text(key.attribute("id")),
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey*"], "Resource": "*",
              "Principal": ["Service": isBad ? "events.amazonaws.com" : "cloudwatch.amazonaws.com"],
            ]
          ],
        ]),
      ])
    let alerts = stack.raw(
      "aws_sns_topic", "alerts", ["name": "alerts", "kms_master_key_id": .text(key.attribute("id"))])
    stack.alarm(
      on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"],
      with: ["alarm_actions": [.text(alerts.attribute("arn"))]])
  },
  Twin(
    "failed events go to a topic that nothing subscribes to",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html", .asyncFailureDestination,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    let failures = stack.raw("aws_sns_topic", "failures", ["name": "failures"])
    stack.function(
      "worker", ["dead_letter_config": .blocks([["target_arn": .text(failures.attribute("arn"))]])])
    guard !isBad else { return }
    stack.raw(
      "aws_sns_topic_subscription", "on_call",
      [
        "topic_arn": .text(failures.attribute("arn")), "protocol": "email", "endpoint": "oncall@example.com",
      ])
  },
  Twin(
    "a monitor of pages begins traces",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM.html",
    .corsAllowsTraceHeader, at: "aws_apigatewayv2_api.shop"
  ) { stack, isBad in
    stack.raw(
      "aws_rum_app_monitor", "shop",
      [
        "name": "shop", "domain": "shop.example.com",
        "app_monitor_configuration": .blocks([["enable_xray": .bool(isBad), "telemetries": ["errors", "http"]]]),
      ])
    stack.raw(
      "aws_apigatewayv2_api", "shop",
      [
        "name": "shop", "protocol_type": "HTTP",
        "cors_configuration": .blocks([
          ["allow_headers": ["content-type"], "allow_methods": ["GET"], "allow_origins": ["https://shop.example.com"]]
        ]),
      ])
  },
]

// MARK: - Settings

private let settingTwins: [Twin] = [
  Twin(
    "copies of an alias of $LATEST", "cds-snc/notification-terraform#467", .provisionedConcurrencyFits,
    at: "aws_lambda_provisioned_concurrency_config.live"
  ) { stack, isBad in
    let worker = stack.function("worker", ["publish": true])
    let live = stack.alias("live", of: worker.attribute("function_name"), version: isBad ? "$LATEST" : "4")
    stack.raw(
      "aws_lambda_provisioned_concurrency_config", "live",
      [
        "function_name": "worker", "qualifier": .text(live.attribute("name")), "provisioned_concurrent_executions": 2,
      ])
  },
  Twin(
    "copies of what starts from snapshots",
    "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html", .provisionedConcurrencyFits,
    at: "aws_lambda_provisioned_concurrency_config.live"
  ) { stack, isBad in
    stack.function(
      "worker",
      ["publish": true, "snap_start": .blocks([["apply_on": isBad ? "PublishedVersions" : "None"]])])
    stack.raw(
      "aws_lambda_provisioned_concurrency_config", "live",
      ["function_name": "worker", "qualifier": "4", "provisioned_concurrent_executions": 2])
  },
  Twin(
    "snapshots of Ruby", "hashicorp/terraform-provider-aws#40178", .snapStartFits, at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function(
      "worker",
      [
        "publish": true, "runtime": isBad ? "ruby3.4" : "dotnet8",
        "snap_start": .blocks([["apply_on": "PublishedVersions"]]),
      ])
  },
  Twin(
    "snapshots with a file system", "aws/aws-cdk#26761", .snapStartFits, at: "aws_lambda_function.worker"
  ) { stack, isBad in
    var block: Block = ["publish": true, "snap_start": .blocks([["apply_on": "PublishedVersions"]])]
    if isBad {
      block["file_system_config"] = .blocks([
        [
          "arn": "arn:aws:elasticfilesystem:us-east-1:123456789012:access-point/fsap-1", "local_mount_path": "/mnt/x",
        ]
      ])
    }
    stack.function("worker", block)
  },
  Twin(
    "no concurrency at all", "claranet/terraform-aws-lambda#40", .functionCanRun, at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function("worker", ["reserved_concurrent_executions": isBad ? 0 : 1])
  },
  Twin(
    "a package without its hash", "hashicorp/terraform-provider-aws#5866", .codeChangesAreDeployed,
    at: "aws_lambda_layer_version.tools"
  ) { stack, isBad in
    var layer: Block = ["layer_name": "tools", "filename": "tools.zip"]
    if !isBad { layer["source_code_hash"] = "abc=" }
    stack.raw("aws_lambda_layer_version", "tools", layer)
  },
  Twin(
    "a function called by PUT", "localstack/localstack#10473", .lambdaIsCalledByPost,
    at: "aws_api_gateway_integration.orders"
  ) { stack, isBad in
    let orders = stack.function("orders")
    stack.raw(
      "aws_api_gateway_integration", "orders",
      [
        "rest_api_id": "abc", "resource_id": "def", "http_method": "PUT", "type": "AWS_PROXY",
        "integration_http_method": isBad ? "PUT" : "POST", "uri": .text(orders.attribute("invoke_arn")),
      ])
  },
  Twin(
    "a wrapper that no layer brings", "aws-observability/aws-otel-js-instrumentation#227", .execWrapperHasLayer,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function(
      "worker",
      [
        "environment": .blocks([["variables": ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument"]]]),
        "layers": isBad ? [] : ["arn:aws:lambda:us-east-1:123456789012:layer:otel:4"],
      ])
  },
  Twin(
    "a condition that never holds",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
    .compositeAlarmCanChange, at: "aws_cloudwatch_composite_alarm.broken"
  ) { stack, isBad in
    stack.raw(
      "aws_cloudwatch_composite_alarm", "broken",
      [
        "alarm_name": "broken",
        "alarm_rule": isBad
          ? "(ALARM(a) OR ALARM(b)) AND OK(a) AND INSUFFICIENT_DATA(b)"
          : "(ALARM(a) OR ALARM(b)) AND NOT INSUFFICIENT_DATA(c)",
      ])
  },
  Twin(
    "a policy that allows everything, and one that only limits what others allow",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html", .policyIsNarrow,
    at: "aws_iam_policy.everything"
  ) { stack, isBad in
    let policy = stack.raw(
      "aws_iam_policy", "everything",
      [
        "name": "everything",
        "policy": .json([
          "Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "s3:*", "Resource": "*"]],
        ]),
      ])
    var role: Block = [
      "name": "run", "assume_role_policy": .json(["Version": "2012-10-17", "Statement": []]),
      "permissions_boundary": .text(policy.attribute("arn")),
    ]
    role["managed_policy_arns"] = isBad ? [.text(policy.attribute("arn"))] : nil
    stack.raw("aws_iam_role", "run", role)
  },
  Twin(
    "a service of another domain",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    .servicePrincipalExists, at: "aws_iam_role.run"
  ) { stack, isBad in
    stack.raw(
      "aws_iam_role", "run",
      [
        "name": "run",
        "assume_role_policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Action": "sts:AssumeRole",
              "Principal": ["Service": isBad ? "states.amazon.com" : "states.amazonaws.com"],
            ]
          ],
        ]),
      ])
  },
  Twin(
    "a service that is misspelt in a queue's policy",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html",
    .servicePrincipalExists, at: "aws_sqs_queue_policy.jobs"
  ) { stack, isBad in
    stack.raw(
      "aws_sqs_queue_policy", "jobs",
      [
        "queue_url": "https://sqs.us-east-1.amazonaws.com/123456789012/jobs",
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Action": "sqs:SendMessage",
              "Resource": "arn:aws:sqs:us-east-1:123456789012:jobs",
              "Principal": ["Service": isBad ? "event.amazonaws.com" : "events.amazonaws.com"],
              "Condition": ["StringEquals": ["aws:SourceAccount": "123456789012"]],
            ]
          ],
        ]),
      ])
  },
]
