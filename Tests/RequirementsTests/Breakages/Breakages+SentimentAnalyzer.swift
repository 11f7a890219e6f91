import InfraModel

let brokenSentimentAnalyzer: [String: [Breakage]] = [
  "US4-OUT": [
    .remove(.sentimentAnalyzer, "aws_rum_app_monitor.web", by: .undeclaredReference),
    .remove(.sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", by: .undeclaredReference),
  ],
  "US1/SC-001": [
    .set(.sentimentAnalyzer, "aws_api_gateway_stage.api", "xray_tracing_enabled", false, .requestPathTraced),
    .untraced(.sentimentAnalyzer, "dashboard"),
    .withoutTraceHeader(.sentimentAnalyzer, "aws_api_gateway_integration_response.api_root_preflight"),
  ],
  "US1.2/FR-013/SC-008": [
    .untraced(.sentimentAnalyzer, "ingestion"), .untraced(.sentimentAnalyzer, "analysis"),
    .set(.sentimentAnalyzer, "aws_sns_topic.new_items", "tracing_config", "PassThrough", .requestPathTraced),
    .remove(.sentimentAnalyzer, "aws_xray_resource_policy.topic_tracing", by: .topicTracingPolicy),
    .remove(.sentimentAnalyzer, "aws_lambda_permission.new_items_to_analysis", by: .snsDeliveryPermission),
  ],
  "FR-001/026/027/SC-010": [
    .set(.sentimentAnalyzer, "aws_lambda_function.sse_streaming", "layers", .list([]), .spansReachCollector),
    .variable(
      .sentimentAnalyzer, "sse_streaming", "OTEL_EXPORTER_OTLP_ENDPOINT", "https://otlp.example.com",
      .spansReachCollector),
    .drop(
      .sentimentAnalyzer, "aws_lambda_function.sse_streaming", "environment.variables.AWS_LAMBDA_EXEC_WRAPPER",
      .streamingRuntime),
    .set(
      .sentimentAnalyzer, "aws_lambda_function.sse_streaming", "architectures", .list(["arm64"]),
      .lambdaLayerCompatible),
    .set(
      .sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "invoke_mode", "BUFFERED", .streamingRequired),
  ],
  "FR-003/004/SC-003": [
    .untraced(.sentimentAnalyzer, "metrics"),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.metrics_tracing", by: .lambdaXRayPermission),
  ],
  "FR-012": [
    .set(
      .sentimentAnalyzer, "aws_lambda_function.ingestion", "logging_config.log_format", "Text", .jsonLogsRequired)
  ],
  "FR-014": [
    .set(.sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "authorization_type", "NONE", .publicFunctionURL)
  ],
  "FR-015": [
    .withoutTraceHeader(.sentimentAnalyzer, "aws_api_gateway_integration_response.api_root_preflight"),
    .drop(
      .sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "cors.allow_headers", .corsAllowsTraceHeader),
  ],
  "FR-016": [
    .set(
      .sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.session_sample_rate", 0.5,
      .rumSessionRate)
  ],
  "FR-017": [
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.ingestion_tracing", by: .lambdaXRayPermission),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.analysis_tracing", by: .lambdaXRayPermission),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.notification_tracing", by: .lambdaXRayPermission),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.metrics_tracing", by: .lambdaXRayPermission),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.dashboard_tracing", by: .lambdaXRayPermission),
    .remove(.sentimentAnalyzer, "aws_iam_role_policy_attachment.sse_streaming_tracing", by: .lambdaXRayPermission),
  ],
  "FR-018": [
    .variable(
      .sentimentAnalyzer, "ingestion", "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR", .xrayContextMissingRuntimeError)
  ],
  "FR-019/036/049": [.remove(.sentimentAnalyzer, "aws_lambda_function.canary", by: .canaryCount)],
  "FR-019-channel": [
    .remove(
      .sentimentAnalyzer, "aws_sns_topic_subscription.canary_out_of_band_on_call", by: .canaryOutOfBandTopic)
  ],
  "FR-020/US6.3": [
    .alarm(
      .sentimentAnalyzer, "canary_unhealthy", "takes missing data for good", .missingDataFitsMetric
    ) { $0.missingData = .notBreaching }
  ],
  "US6.2/SC-007/SC-021": [
    .alarm(
      .sentimentAnalyzer, "canary_unhealthy", "fires after one miss", .heartbeatAlarmTooSensitive
    ) { $0.evaluation = .once }
  ],
  "FR-021/SC-009": [.remove(.sentimentAnalyzer, "aws_lambda_function.canary", by: .canaryCount)],
  "FR-034": [
    .set(.sentimentAnalyzer, "aws_xray_sampling_rule.api", "fixed_rate", 0.5, .testSamplingRate),
    .set(
      .sentimentAnalyzer, "aws_xray_sampling_rule.api", "service_type", "AWS::Lambda::Function", .samplingRuleUnused),
    .set(.sentimentAnalyzer, "aws_xray_group.errors", "filter_expression", "faults = true", .traceFilterParses),
    .remove(.sentimentAnalyzer, "aws_xray_sampling_rule.api", by: .samplingRuleRequired),
    .remove(.sentimentAnalyzer, "aws_xray_group.errors", "aws_xray_group.faults", by: .errorGroupRequired),
  ],
  "US8.1/US1.5": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors", by: .lambdaErrorAlarm)
  ],
  "FR-035": [.remove(.sentimentAnalyzer, "aws_api_gateway_method_settings.api", by: .apiThrottlingRequired)],
  "FR-036/SC-014": [
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_traces_lost", "metric_name", "trace_data_loss",
      .customMetricExists)
  ],
  "FR-038/SC-016/US8.4": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars", by: .billingThresholds),
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_25_dollars", by: .billingThresholds),
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars", by: .billingThresholds),
    .move(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars", to: .euWest1, .billingAlarmRegion),
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars", "threshold", 1, .billingAlarmTooLow),
  ],
  "FR-039": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.dashboard_errors", by: .lambdaErrorAlarm),
    .set(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.StuckItems", "alarm_actions", .list([]), .alarmHasAction),
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.StuckItems", by: .customMetricAlarm),
  ],
  "FR-040/SC-017": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors", by: .lambdaErrorAlarm),
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_errors", by: .lambdaErrorAlarm),
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.analysis_errors", "threshold", 1_000_000, .errorAlarmCeiling),
  ],
  "FR-041/SC-017": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_slow", by: .lambdaP95Alarm),
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.sse_streaming_slow", by: .lambdaP95Alarm),
  ],
  "FR-042/SC-018": withoutAlarms(
    "StuckItems", "ConnectionAcquireFailures", "EventLatencyMs", "MetricsLambdaErrors", "HighLatencyAlert",
    "PollDurationMs", "AnalysisErrors"),
  "FR-043/SC-019": withoutAlarms(
    "CircuitBreakerPersistenceFailure", "AuditEventPersistenceFailure", "DownstreamNotificationFailure",
    "TimeseriesFanoutPartialFailure", "SelfHealingItemFetchFailure", "ParallelFetcherErrors"),
  "FR-044/SC-022": [.remove(.sentimentAnalyzer, "aws_cloudwatch_dashboard.operations", by: .alarmOnDashboard)],
  "FR-045/US11.3": [
    .alarm(
      .sentimentAnalyzer, "NewItemsIngested", "takes missing data for good", .missingDataFitsMetric
    ) { $0.missingData = .notBreaching },
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.metrics_missed", by: .missedScheduleAlarm),
  ],
  "FR-046": [
    .variable(
      .sentimentAnalyzer, "sse_streaming", "AWS_LAMBDA_EXEC_WRAPPER", "/opt/otel-instrument", .noADOTExecWrapper)
  ],
  "FR-047": [
    .variable(.sentimentAnalyzer, "sse_streaming", "POWERTOOLS_SERVICE_NAME", "stream", .otelServiceName),
    .variable(.sentimentAnalyzer, "sse_streaming", "OTEL_SERVICE_NAME", "stream", .otelServiceName),
    .drop(
      .sentimentAnalyzer, "aws_lambda_function.sse_streaming", "environment.variables.POWERTOOLS_SERVICE_NAME",
      .otelServiceName),
  ],
  "FR-050": [
    .remove(
      .sentimentAnalyzer, "aws_sns_topic_subscription.canary_out_of_band_on_call", by: .canaryOutOfBandTopic)
  ],
  "FR-051/US11.4": [
    Breakage(
      .sentimentAnalyzer,
      [
        .init(
          address: "aws_lambda_function.canary", kind: .copied("role", from: "aws_lambda_function.ingestion"))
      ], .canaryHasOwnRole)
  ],
  "edge-daemon": [
    .variable(
      .sentimentAnalyzer, "analysis", "AWS_XRAY_CONTEXT_MISSING", "IGNORE_ERROR", .xrayContextMissingRuntimeError)
  ],
  "edge-consumers": [
    .add(
      .sentimentAnalyzer,
      RawResource(
        "aws_cloudwatch_query_definition", "correlated",
        ["name": "correlated", "query_string": "fields @timestamp, correlation_id"]), .removedLogField)
  ],
  "edge-CloudFront": [
    .add(.sentimentAnalyzer, distributionOfAPI, .cloudFrontInFront)
  ],
  "edge-overhead": [
    .set(.sentimentAnalyzer, "aws_lambda_function.sse_streaming", "memory_size", 128, .collectorFitsMemory)
  ],
  "edge-cost": [
    .remove(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars",
      "aws_cloudwatch_metric_alarm.AWSXRay_above_25_dollars", "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars",
      by: .xrayBillingAlarm)
  ],
  "SC-013": [
    .set(.sentimentAnalyzer, "aws_xray_group.faults", "filter_expression", "faults = true", .traceFilterParses),
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.traces_with_faults", "alarm_actions", .list([]), .alarmHasAction),
  ],
  "US10": [
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors", "actions_enabled", false, .alarmHasAction),
    .remove(.sentimentAnalyzer, "aws_sns_topic_subscription.alerts_on_call", by: .topicHasSubscriber),
    .set(
      .sentimentAnalyzer, "aws_sns_topic_policy.alerts", "policy.Statement",
      .list([
        .map([
          "Effect": "Allow", "Action": "sns:Publish", "Resource": "*",
          "Principal": .map(["Service": "events.amazonaws.com"]),
        ])
      ]), .topicPolicyAllowsPublishers),
    .move(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors", to: .euWest1, .alarmTopicInRegion),
  ],
]

let expectedOfSentimentAnalyzer: [String: [Expectation]] = [
  "FR-001/026/027/SC-010": [
    .expect(.sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "invoke_mode", "RESPONSE_STREAM"),
    .expect(
      .sentimentAnalyzer, "aws_lambda_function.sse_streaming", "environment.variables.OTEL_PROPAGATORS", "xray"),
  ],
  "FR-014": [
    .expect(.sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "authorization_type", "AWS_IAM")
  ],
  "FR-012": [
    .expect(.sentimentAnalyzer, "aws_lambda_function.ingestion", "logging_config.log_format", "JSON"),
    .expect(.sentimentAnalyzer, "aws_lambda_function.dashboard", "logging_config.log_format", "JSON"),
  ],
  "FR-016": [
    .expect(
      .sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.session_sample_rate", "1", in: "dev",
      "preprod"),
    .expect(
      .sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.session_sample_rate", "0.1", in: "prod"),
  ],
  "FR-032": [
    .expect(.sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.enable_xray", "true"),
    .expect(
      .sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.telemetries", "errors,http,performance"),
  ],
  "FR-034": [
    .expect(.sentimentAnalyzer, "aws_xray_sampling_rule.api", "fixed_rate", "1", in: "dev", "preprod"),
    .expect(.sentimentAnalyzer, "aws_xray_sampling_rule.api", "reservoir_size", "1"),
    .expect(.sentimentAnalyzer, "aws_xray_group.errors", "filter_expression", "fault = true OR error = true"),
  ],
  "US8.1/US1.5": [.expect(.sentimentAnalyzer, "aws_xray_sampling_rule.api", "fixed_rate", "1", in: "prod")],
  "FR-036/SC-014": [
    .expect(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_traces_lost", "metric_name", "trace_data_loss_ratio")
  ],
  "FR-042/SC-018": [
    .expect(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.EventLatencyMs", "threshold", "3000"),
    .expect(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.EventLatencyMs", "extended_statistic", "p95"),
  ],
]

let brokenApplications: [String: [Breakage]] = [
  "code-S1": [.variable(.legoAPI, "gallery", "POSTGRES_PASSWORD", "swordfish", .secretInEnvironment)],
  "code-S2": [.remove(.mediaDownloader, "variable.enable_xray_tracing", by: .undeclaredVariable)],
  "code-S3": [.untraced(.orderTracing, "order")],
  "code-S4": [
    .variable(
      .sentimentAnalyzer, "ingestion", "POWERTOOLS_TRACER_CAPTURE_ERROR", "false", .tracingDisabledByVariable)
  ],
  "FR-030": [
    .variable(.interviewCompanion, "auth_exchange", "AWS_LAMBDA_EXEC_WRAPPER", "/opt/otel-handler", .noADOTExecWrapper),
    .variable(.orderTracing, "order", "AWS_LAMBDA_EXEC_WRAPPER", "/opt/otel-instrument", .noADOTExecWrapper),
  ],
  "SC-002..015": [
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.EventLatencyMs", by: .customMetricAlarm)
  ],
  "tests": [.remove(.orderTracing, "aws_api_gateway_stage.api", by: .undeclaredReference)],
]

/// The alarm on each of these metrics is gone.
private func withoutAlarms(_ metrics: String...) -> [Breakage] {
  metrics.map { .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.\($0)", by: .customMetricAlarm) }
}

/// CloudFront in front of the API's stage.
let distributionOfAPI: RawResource = {
  let stage = Reference(
    address: Address(type: "aws_api_gateway_stage", name: "api"), attribute: "invoke_url",
    stack: StackIdentity(stack: "sentiment-analyzer", environment: "prod"))
  return RawResource(
    "aws_cloudfront_distribution", "api",
    [
      "enabled": true,
      "origin": .blocks([["origin_id": "api", "domain_name": .text(Text(.attribute(stage)))]]),
    ])
}()
