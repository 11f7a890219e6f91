import InfraModel

let brokenOrderTracing: [String: [Breakage]] = [
  "A1": [
    .untraced(.orderTracing, "order"), .untraced(.orderTracing, "payment"), .untraced(.orderTracing, "inventory"),
    .untraced(.orderTracing, "notification"),
    .allowing(.orderTracing, "aws_iam_role_policy.order", "logs:PutLogEvents", .environmentTargetPermission),
    .set(.orderTracing, "aws_lambda_function.order", "runtime", "python3.9", .lambdaRuntimeSupported),
  ],
  "A2": [.remove(.orderTracing, "aws_cloudwatch_event_bus.orders", by: .undeclaredReference)],
  "A3": [
    .remove(
      .orderTracing, "aws_lambda_permission.order_created_to_payment", by: .eventBridgeTargetPermission),
    .remove(
      .orderTracing, "aws_lambda_permission.inventory_updated_to_notification", by: .eventBridgeTargetPermission),
  ],
  "A4": [
    .set(.orderTracing, "aws_api_gateway_stage.api", "xray_tracing_enabled", false, .requestPathTraced),
    .remove(.orderTracing, "aws_lambda_permission.api", by: .lambdaInvokePermission),
  ],
  "A5": [
    .withoutTraceHeader(.orderTracing, "aws_api_gateway_integration_response.api_orders_preflight")
  ],
  "A6": [
    .allowing(.orderTracing, "aws_iam_role_policy.order", "events:*", .policyWildcardAction),
    .allowing(.orderTracing, "aws_iam_role_policy.notification", "*", .policyWildcardAction),
  ],
  "A7": [
    .set(.orderTracing, "aws_cloudwatch_log_group.order", "retention_in_days", 0, .logRetention),
    .remove(.orderTracing, "variable.lambda_log_retention_days", by: .undeclaredVariable),
  ],
  "V1-10": [
    .remove(.orderTracing, "variable.lambda_timeout", by: .undeclaredVariable),
    .set(.orderTracing, "aws_lambda_function.order", "timeout", 60, .integrationTimeout),
  ],
  "OUT": [.remove(.orderTracing, "aws_cloudwatch_event_bus.orders", by: .undeclaredReference)],
  "DM": [.remove(.orderTracing, "variable.enable_detailed_monitoring", by: .undeclaredVariable)],
  "DLQ": [
    .drop(
      .orderTracing, "aws_cloudwatch_event_target.order_created_to_payment", "dead_letter_config",
      .eventBridgeTargetDLQ)
  ],
  "MON": [
    .remove(.orderTracing, "aws_cloudwatch_metric_alarm.order_errors", by: .lambdaErrorAlarm),
    .remove(.orderTracing, "aws_cloudwatch_metric_alarm.order_slow", by: .lambdaP95Alarm),
    .remove(.orderTracing, "aws_sns_topic_subscription.alerts_on_call", by: .topicHasSubscriber),
  ],
  "THR": [.remove(.orderTracing, "aws_api_gateway_method_settings.api", by: .apiThrottlingRequired)],
  "LOGS": [.set(.orderTracing, "aws_cloudwatch_log_group.api_access", "retention_in_days", 0, .logRetention)],
  "SEC": [
    .set(
      .orderTracing, "aws_api_gateway_method.api_orders_post", "authorization", "NONE", .clientControlledSampling)
  ],
  "OPT": [
    .set(.orderTracing, "aws_xray_sampling_rule.api", "fixed_rate", 0.05, .testSamplingRate),
    .remove(.orderTracing, "variable.lambda_memory_size", by: .undeclaredVariable),
  ],
  "PROD5-8": [
    .set(
      .orderTracing, "aws_lambda_function.payment", "reserved_concurrent_executions", 0, .reservedConcurrencyZero),
    .set(.orderTracing, "aws_api_gateway_stage.api_dr", "xray_tracing_enabled", false, .requestPathTraced),
  ],
  "CMD": [
    .remove(
      .orderTracing, "aws_lambda_permission.order_created_to_payment", by: .eventBridgeTargetPermission),
    .remove(.orderTracing, "aws_iam_role_policy_attachment.order_tracing", by: .lambdaXRayPermission),
    .set(.orderTracing, "aws_lambda_function.order", "timeout", 60, .integrationTimeout),
  ],
]

let expectedOfOrderTracing: [String: [Expectation]] = [
  "A4": [.expect(.orderTracing, "aws_api_gateway_method.api_orders_post", "http_method", "POST")],
  "SEC": [.expect(.orderTracing, "aws_api_gateway_method.api_orders_post", "authorization", "AWS_IAM", in: "prod")],
]
