import InfraModel

/// Request paths with and without a gap in their traces.
let tracingTwins: [Twin] = [
  Twin(
    "a function behind a traced stage that records nothing",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html", .requestPathTraced,
    at: "aws_lambda_function.orders"
  ) { stack, isBad in
    let orders = stack.function(
      "orders", ["tracing_config": .blocks([["mode": isBad ? "PassThrough" : "Active"]])])
    stack.restAPI(calling: orders, isTraced: true)
  },
  Twin(
    "a stage that leaves the sampling decision to its functions",
    "https://docs.aws.amazon.com/xray/latest/devguide/xray-services-apigateway.html", .requestPathTraced,
    at: "aws_api_gateway_stage.live"
  ) { stack, isBad in
    let orders = stack.function("orders", ["tracing_config": .blocks([["mode": "Active"]])])
    stack.restAPI(calling: orders, isTraced: !isBad)
  },
  Twin(
    "a state machine between traced functions",
    "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html", .requestPathTraced,
    at: "aws_sfn_state_machine.fulfilment"
  ) { stack, isBad in
    stack.function("orders", ["tracing_config": .blocks([["mode": "Active"]])])
    var machine: Block = [
      "name": "fulfilment", "role_arn": "arn:aws:iam::123456789012:role/fulfilment",
      "definition": .json(["StartAt": "Done", "States": ["Done": ["Type": "Succeed"]]]),
    ]
    if !isBad { machine["tracing_configuration"] = .blocks([["enabled": true]]) }
    stack.raw("aws_sfn_state_machine", "fulfilment", machine)
  },
  Twin(
    "a topic between a traced function and a queue",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html", .requestPathTraced,
    at: "aws_sns_topic.items"
  ) { stack, isBad in
    let items = stack.raw(
      "aws_sns_topic", "items", ["name": "items", "tracing_config": isBad ? "PassThrough" : "Active"])
    stack.raw(
      "aws_sns_topic_subscription", "items",
      [
        "topic_arn": .text(items.attribute("arn")), "protocol": "sqs",
        "endpoint": "arn:aws:sqs:us-east-1:123456789012:items",
      ])
    let role = stack.raw(
      "aws_iam_role", "ingest",
      ["name": "ingest", "assume_role_policy": .json(["Version": "2012-10-17", "Statement": []])])
    stack.raw(
      "aws_iam_role_policy", "ingest",
      [
        "role": .text(role.attribute("name")),
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            ["Effect": "Allow", "Action": "sns:Publish", "Resource": .text(items.attribute("arn"))]
          ],
        ]),
      ])
    stack.function(
      "ingest",
      ["role": .text(role.attribute("arn")), "tracing_config": .blocks([["mode": "Active"]])])
  },
]

extension StackBuilder {
  /// A REST API whose only method calls a function.
  fileprivate mutating func restAPI(calling function: Declared<RawResource>, isTraced: Bool) {
    let api = raw("aws_api_gateway_rest_api", "shop", ["name": "shop"])
    let id: Value = .text(api.attribute("id"))
    raw(
      "aws_api_gateway_integration", "orders",
      [
        "rest_api_id": id, "resource_id": .text(api.attribute("root_resource_id")), "http_method": "GET",
        "type": "AWS_PROXY", "integration_http_method": "POST", "uri": .text(function.attribute("invoke_arn")),
      ])
    raw(
      "aws_api_gateway_stage", "live",
      [
        "rest_api_id": id, "deployment_id": "abc123", "stage_name": "live",
        "xray_tracing_enabled": .bool(isTraced),
      ])
  }
}
