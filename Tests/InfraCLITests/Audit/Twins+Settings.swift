import InfraModel

/// Arguments that exclude one another, or that AWS refuses.
let settingTwins: [Twin] = [
  Twin(
    "copies of an alias of $LATEST", "cds-snc/notification-terraform#467", .provisionedConcurrencyValid,
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
    "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html", .provisionedConcurrencyValid,
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
    "snapshots of Ruby", "hashicorp/terraform-provider-aws#40178", .snapStartSupported, at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function(
      "worker",
      [
        "publish": true, "runtime": isBad ? "ruby3.4" : "dotnet8",
        "snap_start": .blocks([["apply_on": "PublishedVersions"]]),
      ])
  },
  Twin(
    "snapshots with a file system", "aws/aws-cdk#26761", .snapStartSupported, at: "aws_lambda_function.worker"
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
    "no concurrency at all", "claranet/terraform-aws-lambda#40", .reservedConcurrencyZero,
    at: "aws_lambda_function.worker"
  ) { stack, isBad in
    stack.function("worker", ["reserved_concurrent_executions": isBad ? 0 : 1])
  },
  Twin(
    "a package without its hash", "hashicorp/terraform-provider-aws#5866", .sourceCodeHashMissing,
    at: "aws_lambda_layer_version.tools"
  ) { stack, isBad in
    var layer: Block = ["layer_name": "tools", "filename": "tools.zip"]
    if !isBad { layer["source_code_hash"] = "abc=" }
    stack.raw("aws_lambda_layer_version", "tools", layer)
  },
  Twin(
    "a function called by PUT", "localstack/localstack#10473", .lambdaIntegrationMethod,
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
    .compositeAlarmNeverChanges, at: "aws_cloudwatch_composite_alarm.broken"
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
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html", .policyWildcardAction,
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
