import InfraModel

let brokenInterviewCompanion: [String: [Breakage]] = [
  "S0-1": [.untraced(.interviewCompanion, "auth_exchange"), .untraced(.interviewCompanion, "user_profile")],
  "S0-22": [
    .remove(.interviewCompanion, "aws_iam_role.macos_app", by: .undeclaredReference),
    .remove(.interviewCompanion, "aws_dynamodb_table.meetings", by: .undeclaredReference),
  ],
  "S0-2": [
    .remove(
      .interviewCompanion, "aws_iam_role_policy_attachment.auth_exchange_tracing", by: .lambdaXRayPermission),
    .remove(.interviewCompanion, "aws_iam_role_policy_attachment.user_profile_tracing", by: .lambdaXRayPermission),
  ],
  "S0-3": [
    .variable(.interviewCompanion, "auth_exchange", "AWS_XRAY_SDK_ENABLED", "false", .tracingDisabledByVariable)
  ],
  "S0-5": [
    .drop(.interviewCompanion, "aws_lambda_function.auth_exchange", "source_code_hash", .sourceCodeHashMissing)
  ],
  "S0-6": [
    .remove(.interviewCompanion, "aws_lambda_permission.auth_to_auth_exchange", by: .lambdaInvokePermission),
    .remove(.interviewCompanion, "aws_apigatewayv2_integration.auth_to_auth_exchange", by: .undeclaredReference),
  ],
  "S0-7": [
    .remove(
      .interviewCompanion, "aws_lambda_permission.user_signed_in_to_user_profile", by: .eventBridgeTargetPermission)
  ],
  "S0-8": [
    .allowing(.interviewCompanion, "aws_iam_role_policy.user_profile", "*", .policyWildcardAction),
    .allowing(.interviewCompanion, "aws_iam_role_policy.macos_app", "s3:*", .policyWildcardAction),
  ],
  "S0-9": [
    .variable(.interviewCompanion, "auth_exchange", "SESSION_DURATION", "43200", .sessionDurationFitsRole),
    .remove(.interviewCompanion, "aws_iam_openid_connect_provider.firebase", by: .undeclaredReference),
  ],
  "S0-10": [
    .set(
      .interviewCompanion, "aws_xray_group.refused", "filter_expression", "annotation.auth_result === 1",
      .traceFilterParses)
  ],
  "S0-11": [
    .set(.interviewCompanion, "aws_xray_sampling_rule.default", "priority", 10_000, .argumentLimits),
    .set(.interviewCompanion, "aws_xray_sampling_rule.default", "priority", 1, .samplingRuleShadowed),
  ],
  "S0-12": [
    .set(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "priority", 2_000, .samplingRuleShadowed)
  ],
  "S0-13": [
    .drop(.interviewCompanion, "aws_apigatewayv2_stage.auth", "default_route_settings", .apiThrottlingRequired)
  ],
  "S0-14": [
    .set(
      .interviewCompanion, "aws_sfn_state_machine.processing_pipeline", "tracing_configuration.enabled", false,
      .requestPathTraced),
    .remove(
      .interviewCompanion, "aws_iam_role_policy_attachment.processing_pipeline_tracing",
      by: .stateMachineXRayPermission),
  ],
  "S0-15": [
    .untraced(.interviewCompanion, "start_transcribe"),
    .remove(.interviewCompanion, "aws_lambda_function.bedrock_summarize", by: .undeclaredReference),
    .allowing(.interviewCompanion, "aws_iam_role_policy.bedrock_summarize", "bedrock:Invoke", .policyActionExists),
  ],
  "S0-16": [
    .remove(
      .interviewCompanion, "aws_iam_role_policy_attachment.auth_exchange_tracing", by: .lambdaXRayPermission)
  ],
  "S0-17": [
    .set(.interviewCompanion, "aws_lambda_function.auth_exchange", "timeout", 60, .integrationTimeout),
    .remove(.interviewCompanion, "aws_cloudwatch_metric_alarm.auth_exchange_slow", by: .lambdaP95Alarm),
  ],
  "S0-18": [
    .remove(
      .interviewCompanion, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars",
      "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars", by: .xrayBillingAlarm)
  ],
  "S0-20": [
    .set(
      .interviewCompanion, "aws_lambda_function.auth_exchange", "function_name",
      .text(Text(String(repeating: "a", count: 65))), .validName)
  ],
  "S0-21": [.remove(.interviewCompanion, "aws_cloudwatch_dashboard.operations", by: .alarmOnDashboard)],
]

let expectedOfInterviewCompanion: [String: [Expectation]] = [
  "S0-6": [
    .expect(.interviewCompanion, "aws_apigatewayv2_route.auth_post_auth_exchange", "route_key", "POST /auth/exchange")
  ],
  "S0-11": [
    .expect(.interviewCompanion, "aws_xray_sampling_rule.default", "priority", "1000"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.default", "reservoir_size", "1"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.default", "fixed_rate", "0.05"),
  ],
  "S0-12": [
    .expect(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "priority", "100"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "reservoir_size", "5"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "fixed_rate", "0.1"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "http_method", "POST"),
    .expect(.interviewCompanion, "aws_xray_sampling_rule.auth_flow", "url_path", "/auth/*"),
  ],
  "S0-13": [
    .expect(
      .interviewCompanion, "aws_apigatewayv2_stage.auth", "default_route_settings.throttling_rate_limit", "50"),
    .expect(
      .interviewCompanion, "aws_apigatewayv2_stage.auth", "default_route_settings.throttling_burst_limit", "100"),
    .expect(
      .interviewCompanion, "aws_apigatewayv2_stage.auth", "default_route_settings.detailed_metrics_enabled", "true"),
  ],
]
