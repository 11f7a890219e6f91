import InfraModel

extension Chapter {
  static let sentimentAnalyzer = Chapter(
    title: "Sentiment analyzer (seed 004)",
    ids: listed("US1/SC-001 US1.2/FR-013/SC-008 FR-001/026/027/SC-010 FR-003/004/SC-003 FR-012 FR-014 FR-015")
      + listed("FR-016 FR-017 FR-018 FR-019/036/049 FR-019-channel FR-020/US6.3 US6.2/SC-007/SC-021 FR-021/SC-009")
      + listed("FR-031..033 FR-032 FR-034 US8.1/US1.5 FR-035 FR-036/SC-014 FR-038/SC-016/US8.4 FR-039 FR-040/SC-017")
      + listed("FR-041/SC-017 FR-042/SC-018 FR-043/SC-019 FR-044/SC-022 FR-045/US11.3 FR-046 FR-047 FR-048/SC-020")
      + listed("FR-050 FR-051/US11.4 edge-daemon edge-consumers edge-throughput edge-overhead edge-CloudFront")
      + listed("edge-cost SC-013 US10 US4-OUT"),
    requirements: tracing + watching + edges)

  private static let tracing = [
    Requirement(
      "US1/SC-001", "One trace from the browser to the last table",
      .declared(
        .sentimentAnalyzer, "aws_rum_app_monitor.web", "aws_api_gateway_stage.api", "aws_lambda_function.dashboard",
        "aws_sns_topic.new_items", "aws_xray_resource_policy.topic_tracing"), .rule(.requestPathTraced),
      .rule(.corsAllowsTraceHeader)),
    Requirement(
      "US1.2/FR-013/SC-008", "Ingestion and analysis are one trace across the topic",
      .declared(
        .sentimentAnalyzer, "aws_lambda_function.ingestion", "aws_lambda_function.analysis",
        "aws_sns_topic_subscription.new_items_to_analysis", "aws_lambda_permission.new_items_to_analysis",
        "aws_sns_topic.new_items"), .rule(.requestPathTraced), .rule(.topicTracingPolicy)),
    Requirement(
      "FR-001/026/027/SC-010", "The event stream is traced while it streams, by a collector beside it",
      .declared(.sentimentAnalyzer, "aws_lambda_function.sse_streaming", "aws_lambda_function_url.sse_streaming"),
      .rule(.streamingRuntime), .rule(.lambdaLayerCompatible), .rule(.spansReachCollector), .rule(.streamingRequired),
      .code("def export", in: "SentimentAnalyzer/functions/sse_streaming/otlp_spans.py"),
      .code("awsxray", in: "SentimentAnalyzer/functions/sse_streaming/collector.yaml")),
    Requirement(
      "FR-003/004/SC-003", "The metrics function is traced and may read tables and write metrics",
      .declared(
        .sentimentAnalyzer, "aws_lambda_function.metrics", "aws_iam_role_policy.metrics",
        "aws_iam_role_policy_attachment.metrics_tracing"), .rule(.requestPathTraced), .rule(.lambdaXRayPermission),
      .code("dynamodb_query_stuck_items", "put_metric_data", in: "SentimentAnalyzer/functions/metrics/metrics.py")),
    Requirement(
      "FR-012", "Log lines carry the trace's id", .rule(.jsonLogsRequired),
      .library("json", in: "Sources/AWSModel/Resources/Lambda/Logging.swift"),
      .code("correlation_id=trace_id()", in: "SentimentAnalyzer/functions/shared/observability.py"),
      .code("test_logs_name_the_trace", in: "SentimentAnalyzer/test_ingestion.py")),
    Requirement(
      "FR-014", "The Next.js proxy hands the trace header on",
      .application("its code forwards the header"),
      .declared(.sentimentAnalyzer, "aws_iam_role_policy.frontend")),
    Requirement(
      "FR-015", "Browsers may send X-Amzn-Trace-Id to API and function URL",
      .declared(
        .sentimentAnalyzer, "aws_api_gateway_integration_response.api_root_preflight",
        "aws_lambda_function_url.sse_streaming"), .rule(.corsAllowsTraceHeader)),
    Requirement(
      "FR-016", "RUM records every session in test, a tenth in production",
      .declared(.sentimentAnalyzer, "aws_rum_app_monitor.web"), .rule(.rumSessionRate)),
    Requirement(
      "FR-017", "Six roles may write traces",
      .declared(
        .sentimentAnalyzer, "aws_iam_role_policy_attachment.ingestion_tracing",
        "aws_iam_role_policy_attachment.analysis_tracing", "aws_iam_role_policy_attachment.notification_tracing",
        "aws_iam_role_policy_attachment.metrics_tracing", "aws_iam_role_policy_attachment.dashboard_tracing",
        "aws_iam_role_policy_attachment.sse_streaming_tracing"), .rule(.lambdaXRayPermission)),
    Requirement(
      "FR-018", "Faults of the instrumentation are not swallowed",
      .declared(.sentimentAnalyzer, "aws_lambda_function.ingestion"), .rule(.xrayContextMissingRuntimeError)),
    Requirement(
      "FR-019/036/049", "A canary sends traces, looks for them and may do all of it",
      .declared(
        .sentimentAnalyzer, "aws_lambda_function.canary", "aws_scheduler_schedule.canary",
        "aws_iam_role_policy.canary"),
      .library("xray:BatchGetTraces", in: "Sources/AWSModel/Resources/IAM/Permissions.swift")),
    Requirement(
      "FR-019-channel", "The canary does not rely on X-Ray to say that X-Ray fails",
      .library("passThrough", in: canaryFile), .rule(.canaryOutOfBandTopic)),
    Requirement(
      "FR-020/US6.3", "A silent canary is an unhealthy one",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_unhealthy"), .rule(.missingDataFitsMetric)),
    Requirement(
      "US6.2/SC-007/SC-021", "It is noticed within two intervals, and not for one miss",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_unhealthy"), .rule(.heartbeatAlarmTooSensitive)),
    Requirement(
      "FR-021/SC-009", "The canary is the one mechanism beside X-Ray",
      .declared(.sentimentAnalyzer, "aws_lambda_function.canary"), .rule(.canaryCount)),
    Requirement(
      "FR-031..033", "Browser code keeps the trace across reconnections",
      .application("its code uses fetch and a stream reader")),
    Requirement(
      "FR-032", "RUM adds the trace header to requests",
      .declared(.sentimentAnalyzer, "aws_rum_app_monitor.web"),
      .library("traced", in: "Sources/AWSModel/Resources/RUM/AppMonitor.swift"),
      .application("addXRayTraceIdHeader is in the page's snippet")),
  ]

  private static let watching = [
    Requirement(
      "FR-034", "All of dev and preprod, a documented share of production, and a group for what failed",
      .declared(
        .sentimentAnalyzer, "aws_xray_sampling_rule.api", "aws_xray_group.errors",
        "aws_cloudwatch_metric_alarm.traces_with_errors"), .rule(.samplingRuleUnused), .rule(.samplingNotForLambda),
      .rule(.testSamplingRate), .rule(.samplingRuleRequired), .rule(.errorGroupRequired)),
    Requirement(
      "US8.1/US1.5", "Every failed request is traced",
      .declared(.sentimentAnalyzer, "aws_xray_sampling_rule.api"),
      .impossible(
        "the API records every request; for schedules, topics and the function URL, Lambda decides before a call fails "
          + "(T2, T7)"), .rule(.samplingNotForLambda), .rule(.lambdaErrorAlarm)),
    Requirement(
      "FR-035", "Clients cannot force sampling",
      .impossible("X-Ray honours a client's Sampled=1 by design (T10)"), .rule(.clientControlledSampling),
      .declared(
        .sentimentAnalyzer, "aws_api_gateway_method_settings.api",
        "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars")),
    Requirement(
      "FR-036/SC-014", "Lost traces are counted and ring",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_traces_lost"), .rule(.customMetricExists)),
    Requirement(
      "FR-038/SC-016/US8.4", "Billing alarms at $10, $25 and $50",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars",
        "aws_cloudwatch_metric_alarm.AWSXRay_above_25_dollars",
        "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars"), .rule(.billingAlarmRegion),
      .rule(.billingAlarmTooLow), .rule(.billingThresholds)),
    Requirement(
      "FR-039", "No alarm is taken away", .rule(.lambdaErrorAlarm), .rule(.alarmHasAction),
      .rule(.customMetricAlarm)),
    Requirement(
      "FR-040/SC-017", "Every function has an alarm on its errors",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors",
        "aws_cloudwatch_metric_alarm.analysis_errors", "aws_cloudwatch_metric_alarm.notification_errors",
        "aws_cloudwatch_metric_alarm.metrics_errors", "aws_cloudwatch_metric_alarm.dashboard_errors",
        "aws_cloudwatch_metric_alarm.sse_streaming_errors", "aws_cloudwatch_metric_alarm.canary_errors"),
      .rule(.lambdaErrorAlarm)),
    Requirement(
      "FR-041/SC-017", "Every function has an alarm on its p95 duration",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_slow", "aws_cloudwatch_metric_alarm.analysis_slow",
        "aws_cloudwatch_metric_alarm.notification_slow", "aws_cloudwatch_metric_alarm.metrics_slow",
        "aws_cloudwatch_metric_alarm.dashboard_slow", "aws_cloudwatch_metric_alarm.sse_streaming_slow",
        "aws_cloudwatch_metric_alarm.canary_slow"), .rule(.lambdaP95Alarm)),
    Requirement(
      "FR-042/SC-018", "Seven metrics without alarms get alarms",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.StuckItems",
        "aws_cloudwatch_metric_alarm.ConnectionAcquireFailures", "aws_cloudwatch_metric_alarm.EventLatencyMs",
        "aws_cloudwatch_metric_alarm.MetricsLambdaErrors", "aws_cloudwatch_metric_alarm.HighLatencyAlert",
        "aws_cloudwatch_metric_alarm.PollDurationMs", "aws_cloudwatch_metric_alarm.AnalysisErrors"),
      .rule(.customMetricAlarm)),
    Requirement(
      "FR-043/SC-019", "Seven silent paths count their failures, in six metrics",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.CircuitBreakerPersistenceFailure",
        "aws_cloudwatch_metric_alarm.AuditEventPersistenceFailure",
        "aws_cloudwatch_metric_alarm.DownstreamNotificationFailure",
        "aws_cloudwatch_metric_alarm.TimeseriesFanoutPartialFailure",
        "aws_cloudwatch_metric_alarm.SelfHealingItemFetchFailure", "aws_cloudwatch_metric_alarm.ParallelFetcherErrors"),
      .rule(.customMetricAlarm)),
    Requirement(
      "FR-044/SC-022", "One dashboard shows every alarm",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_dashboard.operations"), .rule(.alarmOnDashboard)),
    Requirement(
      "FR-045/US11.3", "What missing data means is right for every metric", .rule(.missingDataFitsMetric),
      .rule(.missedScheduleAlarm)),
    Requirement(
      "FR-046", "No wrapper instruments the streaming function as well",
      .declared(.sentimentAnalyzer, "aws_lambda_function.sse_streaming"), .rule(.noADOTExecWrapper)),
    Requirement(
      "FR-047", "Both instrumentations call the function by one name",
      .declared(.sentimentAnalyzer, "aws_lambda_function.sse_streaming"), .rule(.otelServiceName)),
    Requirement(
      "FR-048/SC-020", "Traces carry the session's id",
      .code(
        "session_id", "previous_trace_id", "connection_sequence",
        in: "SentimentAnalyzer/functions/sse_streaming/sse_streaming.py")),
    Requirement(
      "FR-050", "Trouble with observability is told another way than by observability",
      .declared(
        .sentimentAnalyzer, "aws_sns_topic.canary_out_of_band",
        "aws_sns_topic_subscription.canary_out_of_band_on_call"), .rule(.canaryOutOfBandTopic)),
    Requirement(
      "FR-051/US11.4", "The canary has a role of its own",
      .declared(.sentimentAnalyzer, "aws_iam_role.canary"), .rule(.canaryHasOwnRole)),
  ]

  private static let edges = [
    Requirement("edge-daemon", "A missing daemon is not hidden", .rule(.xrayContextMissingRuntimeError)),
    Requirement(
      "edge-consumers", "No consumer still reads the correlation ids that are removed",
      .rule(.removedLogField), .application("its other log queries are in its own repository")),
    Requirement(
      "edge-throughput", "X-Ray takes 2,600 segments a second",
      .rule(.xraySegmentQuota), .library("func expect", in: "Sources/StackAnalysis/Cost/EntryPoint.swift")),
    Requirement(
      "edge-overhead", "The collector's 40 to 60 MB fit the function",
      .declared(.sentimentAnalyzer, "aws_lambda_function.sse_streaming"), .rule(.collectorFitsMemory)),
    Requirement(
      "edge-CloudFront", "No CloudFront in front of the API",
      .rule(.cloudFrontInFront),
      .impossible("the claim that CloudFront replaces the header could not be verified (T43); no stack declares one")),
    Requirement(
      "edge-cost", "Growing traffic does not become an unnoticed bill",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars"), .rule(.xrayBillingAlarm)),
    Requirement(
      "SC-013", "Failed traces ring",
      .declared(.sentimentAnalyzer, "aws_xray_group.faults", "aws_cloudwatch_metric_alarm.traces_with_faults")),
    Requirement(
      "US10", "Alarms notify the engineer on call", .rule(.alarmHasAction), .rule(.topicHasSubscriber),
      .rule(.topicPolicyAllowsPublishers), .rule(.alarmTopicInRegion)),
    Requirement(
      "US4-OUT", "The pages are configured with the URLs, the app monitor and the identity pool",
      .declared(
        .sentimentAnalyzer, "output.api_url", "output.event_stream_url", "output.rum_app_monitor_id",
        "output.rum_identity_pool_id", "output.rum_guest_role_arn"), .rule(.undeclaredReference)),
  ]

  private static let canaryFile = "Sources/AWSModel/Components/Canary/Canary.swift"
}
