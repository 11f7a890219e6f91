import InfraModel

let brokenMediaDownloader: [String: [Breakage]] = [
  "O1": [
    .untraced(.mediaDownloader, "FileCoordinator"),
    .set(.mediaDownloader, "aws_api_gateway_stage.api", "xray_tracing_enabled", false, .requestPathTraced),
  ],
  "O2": [.untraced(.mediaDownloader, "StartFileUpload")],
  "O3": [.set(.mediaDownloader, "aws_api_gateway_stage.api", "xray_tracing_enabled", false, .requestPathTraced)],
  "O4": [
    .set(
      .mediaDownloader, "aws_xray_sampling_rule.debug", "service_type", "AWS::Lambda::Function", .samplingRuleUnused),
    .remove(.mediaDownloader, "variable.enable_xray_tracing", by: .undeclaredVariable),
  ],
  "IAM": [
    .remove(
      .mediaDownloader, "aws_iam_role_policy_attachment.FileCoordinator_tracing", by: .lambdaXRayPermission)
  ],
  "ENV": [
    .variable(.mediaDownloader, "ListFiles", "XRAY_SAMPLING_RATE", "0.1", .unknownTracingVariable),
    .variable(
      .mediaDownloader, "ListFiles", "AWS_XRAY_CONTEXT_MISSING", "IGNORE_ERROR", .xrayContextMissingRuntimeError),
  ],
  "UC2": [
    .allowing(
      .mediaDownloader, "aws_iam_role_policy.FileCoordinator", "dynamodb:GetItem", .environmentTargetPermission)
  ],
  "UC3": [
    .set(.mediaDownloader, "aws_xray_group.cold", "filter_expression", "coldstart: true", .traceFilterParses),
    .set(
      .mediaDownloader, "aws_cloudwatch_log_group.StartFileUpload", "log_group_class", "INFREQUENT_ACCESS",
      .metricFilterLogClass),
  ],
  "UC4": [
    .set(
      .mediaDownloader, "aws_iam_role.push_feedback", "assume_role_policy.Statement.0.Principal.Service",
      "sns.example.com", .servicePrincipalExists)
  ],
  "M3": [.remove(.mediaDownloader, "aws_cloudwatch_metric_alarm.StartFileUpload_errors", by: .lambdaErrorAlarm)],
  "M4": [
    .set(
      .mediaDownloader, "aws_cloudwatch_metric_alarm.error_trace_rate", "evaluation_periods", 100_000,
      .alarmEvaluationLimits)
  ],
  "RB": [.remove(.mediaDownloader, "variable.roll_back_xray", by: .undeclaredVariable)],
  "R1": [
    .set(
      .mediaDownloader, "aws_cloudwatch_metric_alarm.StartFileUpload_p99", "threshold", 1_000_000, .thresholdInReach)
  ],
  "R2": [
    .remove(.mediaDownloader, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars", by: .billingThresholds),
    .move(.mediaDownloader, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars", to: .usWest2, .billingAlarmRegion),
    .move(.mediaDownloader, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars", to: .usWest2, .alarmTopicInRegion),
  ],
  "R2b": [.set(.mediaDownloader, "aws_xray_group.requests", "filter_expression", "service(", .traceFilterParses)],
  "R3": [
    .variable(
      .mediaDownloader, "StartFileUpload", "AWS_XRAY_CONTEXT_MISSING", "IGNORE_ERROR",
      .xrayContextMissingRuntimeError)
  ],
  "R5": [
    .set(.mediaDownloader, "aws_cloudwatch_log_group.StartFileUpload", "retention_in_days", 0, .logRetention)
  ],
  "Q3": [
    .set(
      .mediaDownloader, "aws_cloudwatch_metric_alarm.error_trace_rate", "alarm_actions", .list([]), .alarmHasAction),
    .set(
      .mediaDownloader, "aws_cloudwatch_metric_alarm.FileCoordinator_p99", "alarm_actions", .list([]), .alarmHasAction),
  ],
  "Q4": [.set(.mediaDownloader, "aws_cloudwatch_log_group.FileCoordinator", "retention_in_days", 0, .logRetention)],
  "Q6": [
    .remove(.mediaDownloader, "aws_lambda_function.FileCoordinator", by: .undeclaredReference)
  ],
]

let expectedOfMediaDownloader: [String: [Expectation]] = [
  "O4": [
    .expect(.mediaDownloader, "aws_xray_sampling_rule.debug", "rule_name", "MediaDownloaderDebug"),
    .expect(.mediaDownloader, "aws_xray_sampling_rule.debug", "priority", "1000"),
    .expect(.mediaDownloader, "aws_xray_sampling_rule.debug", "reservoir_size", "1"),
    .expect(.mediaDownloader, "aws_xray_sampling_rule.debug", "fixed_rate", "0.05"),
  ],
  "M3": [.expect(.mediaDownloader, "aws_xray_sampling_rule.sampling", "fixed_rate", "0.05", in: "phase3")],
  "R2": [.expect(.mediaDownloader, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars", "threshold", "5")],
  "R3": [
    .expect(
      .mediaDownloader, "aws_lambda_function.StartFileUpload", "environment.variables.AWS_XRAY_CONTEXT_MISSING",
      "LOG_ERROR")
  ],
  "Q2": [.expect(.mediaDownloader, "aws_xray_sampling_rule.sampling", "fixed_rate", "0.05", in: "prod", "phase3")],
]
