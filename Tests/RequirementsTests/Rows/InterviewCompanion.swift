import InfraModel

extension Chapter {
  static let interviewCompanion = Chapter(
    title: "Interview Companion (seed 000)",
    ids: listed("S0-1 S0-2 S0-3 S0-5 S0-6 S0-7 S0-8 S0-9 S0-10 S0-11 S0-12 S0-13 S0-14 S0-15 S0-16 S0-17 S0-18")
      + listed("S0-19 S0-20 S0-21 S0-22"),
    requirements: [
      Requirement(
        "S0-1", "Both sign-in functions record traces",
        .declared(.interviewCompanion, "aws_lambda_function.auth_exchange", "aws_lambda_function.user_profile"),
        .rule(.requestPathTraced)),
      Requirement(
        "S0-2", "Their roles may write traces",
        .declared(
          .interviewCompanion, "aws_iam_role_policy_attachment.auth_exchange_tracing",
          "aws_iam_role_policy_attachment.user_profile_tracing"), .rule(.lambdaXRayPermission)),
      Requirement(
        "S0-3", "The X-Ray SDK is in the packages",
        .library("func powertools", in: "Sources/AWSModel/Resources/Lambda/Layer.swift"),
        .code(
          "test_every_module_is_in_the_package_or_in_the_runtime", in: "test_packages.py")),
      Requirement(
        "S0-5", "A rebuilt package is deployed by the next apply",
        .library("source_code_hash", in: "Sources/AWSModel/Resources/Lambda/Code.swift")),
      Requirement(
        "S0-6", "An HTTP API takes POST /auth/exchange",
        .declared(
          .interviewCompanion, "aws_apigatewayv2_api.auth", "aws_apigatewayv2_stage.auth",
          "aws_apigatewayv2_route.auth_post_auth_exchange", "aws_apigatewayv2_integration.auth_to_auth_exchange",
          "aws_lambda_permission.auth_to_auth_exchange"), .rule(.httpAPIUntraced)),
      Requirement(
        "S0-7", "A bus of its own carries user.signed_in to the profile function",
        .declared(
          .interviewCompanion, "aws_cloudwatch_event_bus.auth_events", "aws_cloudwatch_event_rule.user_signed_in",
          "aws_cloudwatch_event_target.user_signed_in_to_user_profile",
          "aws_lambda_permission.user_signed_in_to_user_profile"), .rule(.eventBridgeTargetPermission)),
      Requirement(
        "S0-8", "Tables for meetings and users, a bucket for recordings, and roles for no more than that",
        .declared(
          .interviewCompanion, "aws_dynamodb_table.meetings", "aws_dynamodb_table.users", "aws_s3_bucket.recordings",
          "aws_iam_role_policy.macos_app", "aws_iam_role_policy.user_profile")),
      Requirement(
        "S0-9", "A Firebase token is exchanged for a role's session, no longer than the role allows",
        .declared(
          .interviewCompanion, "aws_iam_openid_connect_provider.firebase", "aws_iam_role.macos_app"),
        .rule(.sessionDurationFitsRole)),
      Requirement(
        "S0-10", "Traces are found by annotations such as auth_result",
        .declared(.interviewCompanion, "aws_xray_group.refused"),
        .code(
          "auth_result", "error_code", "user_id",
          in: "InterviewCompanion/functions/auth_exchange/auth_exchange.py"),
        .code("event_source", "action", in: "InterviewCompanion/functions/user_profile/user_profile.py")),
      Requirement(
        "S0-11", "A default sampling rule: 1 a second and 5 %",
        .declared(.interviewCompanion, "aws_xray_sampling_rule.default"), .rule(.argumentLimits),
        .rule(.samplingRuleShadowed)),
      Requirement(
        "S0-12", "A sampling rule for sign-ins: 5 a second and 10 %",
        .declared(.interviewCompanion, "aws_xray_sampling_rule.auth_flow"), .rule(.samplingRuleUnused)),
      Requirement(
        "S0-13", "The API's stage is throttled to 50 a second and 100 at once, with detailed metrics",
        .declared(.interviewCompanion, "aws_apigatewayv2_stage.auth")),
      Requirement(
        "S0-14", "The processing pipeline records traces, and its role may",
        .declared(
          .interviewCompanion, "aws_sfn_state_machine.processing_pipeline",
          "aws_iam_role_policy_attachment.processing_pipeline_tracing"), .rule(.stateMachineXRayPermission),
        .rule(.requestPathTraced)),
      Requirement(
        "S0-15", "Phase 4: three functions, Transcribe and Bedrock",
        .declared(
          .interviewCompanion, "aws_lambda_function.start_processing", "aws_lambda_function.start_transcribe",
          "aws_lambda_function.bedrock_summarize", "aws_iam_role_policy.start_transcribe",
          "aws_iam_role_policy.bedrock_summarize")),
      Requirement(
        "S0-16", "Where no traces come, mode and permission are the first to look at", .rule(.lambdaXRayPermission)),
      Requirement(
        "S0-17", "No timeout cuts a trace off", .rule(.integrationTimeout), .rule(.lambdaP95Alarm)),
      Requirement(
        "S0-18", "Cost is bounded by the rate, the environments, and a shorter retention",
        .impossible("X-Ray keeps traces for 30 days, no more and no less, and has no argument for it (T5)"),
        .declared(.interviewCompanion, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars"),
        .rule(.xrayBillingAlarm)),
      Requirement(
        "S0-19", "What three scales of use cost", .estimated(.interviewCompanion),
        .library("struct CostCommand", in: costFile)),
      Requirement(
        "S0-20", "One prefix and common tags for everything",
        .library("conventionalName", in: "Sources/TerraformModel/Stacks/StackBuilder.swift"),
        .library("public var tags", in: "Sources/TerraformModel/Stacks/Stack.swift"), .rule(.validName)),
      Requirement(
        "S0-21", "Latencies at p50, p90 and p99",
        .declared(.interviewCompanion, "aws_cloudwatch_dashboard.operations"),
        .library("enum Percentile", in: "Sources/AWSModel/Metrics/Metric.swift")),
      Requirement(
        "S0-22", "The app is configured with the URL, the role, the bucket and the table",
        .declared(
          .interviewCompanion, "output.auth_exchange_url", "output.macos_app_role_arn", "output.recordings_bucket",
          "output.meetings_table"), .rule(.undeclaredReference)),
    ])
}

/// Ids as they stand in a document's tables, apart by spaces.
func listed(_ words: String) -> [String] {
  words.split(separator: " ").map(String.init)
}
