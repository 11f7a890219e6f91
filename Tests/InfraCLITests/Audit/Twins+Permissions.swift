import InfraModel

/// Who may call whom.
let permissionTwins: [Twin] = [
  Twin(
    "an action of SNS that the reference does not have, and default policies of topics do",
    "terraform-aws-modules/terraform-aws-sns#48", .policyActionExists, at: "aws_sns_topic_policy.alerts"
  ) { stack, isBad in
    stack.raw(
      "aws_sns_topic_policy", "alerts",
      [
        "arn": "arn:aws:sns:us-east-1:123456789012:alerts",
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Action": isBad ? "SNS:Receives" : "SNS:Receive",
              "Principal": ["AWS": "123456789012"], "Resource": "arn:aws:sns:us-east-1:123456789012:alerts",
            ]
          ],
        ]),
      ])
  },
  Twin(
    "an HTTP API calls a function without permission", "hashicorp/terraform#24730", .lambdaInvokePermission,
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
    .lambdaInvokePermission, at: "aws_api_gateway_authorizer.tokens"
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
    .lambdaInvokePermission, at: alarmOf
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
    .lambdaInvokePermission, at: "aws_cognito_user_pool.users"
  ) { stack, isBad in
    let welcome = stack.function("welcome")
    stack.raw(
      "aws_cognito_user_pool", "users",
      ["name": "users", "lambda_config": .blocks([["post_confirmation": .text(welcome.attribute("arn"))]])])
    if !isBad { stack.permission("welcome", of: "welcome", for: "cognito-idp.amazonaws.com") }
  },
  Twin(
    "an API calls the alias, and the permission is for the function", "hashicorp/terraform-provider-aws#3040",
    .lambdaInvokePermission, at: "aws_apigatewayv2_integration.orders"
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
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html", .eventBridgeTargetPermission,
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
    "https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html", .snsDeliveryPermission,
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

/// Where what cannot be delivered goes.
let deliveryTwins: [Twin] = [
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
