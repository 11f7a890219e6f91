import InfraModel

let brokenLegoAPI: [String: [Breakage]] = [
  "AC1": [.variable(.legoAPI, "moc", "POWERTOOLS_TRACE_DISABLED", "true", .tracingDisabledByVariable)],
  "AC2": [
    .untraced(.legoAPI, "moc"), .untraced(.legoAPI, "gallery"), .untraced(.legoAPI, "wishlist"),
    .untraced(.legoAPI, "profile"),
    .remove(.legoAPI, "aws_iam_role_policy_attachment.gallery_tracing", by: .lambdaXRayPermission),
  ],
  "AC6": [
    .remove(.legoAPI, "aws_vpc_endpoint.xray", by: .vpcFunctionReachesXRay)
  ],
  "AC7": [.set(.legoAPI, "aws_cloudwatch_log_group.moc", "retention_in_days", 0, .logRetention)],
  "AC8": [
    .set(.legoAPI, "aws_xray_sampling_rule.sampling", "fixed_rate", 10, .argumentLimits),
    .set(.legoAPI, "aws_xray_sampling_rule.sampling", "service_type", "AWS::Lambda::Function", .samplingRuleUnused),
  ],
  "AC9": [
    .set(
      .legoAPI, "aws_cloudwatch_log_metric_filter.moc_logged_errors", "metric_transformation.name", "other",
      .customMetricExists),
    .set(.legoAPI, "aws_cloudwatch_log_group.moc", "log_group_class", "INFREQUENT_ACCESS", .metricFilterLogClass),
  ],
  "AC10": [emptyGraph(.legoAPI, "xray_analytics")],
  "tests-1": [
    .untraced(.legoAPI, "moc"),
    .remove(.legoAPI, "aws_iam_role_policy_attachment.moc_tracing", by: .lambdaXRayPermission),
  ],
  "tests-2": [.set(.legoAPI, "aws_xray_group.faults", "filter_expression", "fault = = true", .traceFilterParses)],
  "LC": [
    .set(.legoAPI, "aws_lambda_function.moc", "runtime", "python3.9", .lambdaRuntimeSupported),
    .variable(.legoAPI, "moc", "POSTGRES_PASSWORD", "swordfish", .secretInEnvironment),
    .variable(.legoAPI, "moc", "AWS_REGION", "us-east-1", .lambdaEnvironmentLimits),
  ],
  "SR": [
    .set(.legoAPI, "aws_xray_sampling_rule.sampling", "service_type", "AWS::Lambda::Function", .samplingRuleUnused)
  ],
  "DD1": [.set(.legoAPI, "aws_xray_sampling_rule.sampling", "fixed_rate", 0.1, .testSamplingRate)],
  "DD2": [.untraced(.legoAPI, "profile")],
  "ES1": [
    .untraced(.legoAPI, "wishlist"),
    .remove(.legoAPI, "aws_iam_role_policy_attachment.wishlist_tracing", by: .lambdaXRayPermission),
    .remove(.legoAPI, "aws_vpc_endpoint.xray", by: .vpcFunctionReachesXRay),
  ],
  "DB": [emptyGraph(.legoAPI, "xray_analytics")],
  "BT": [.remove(.legoAPI, "aws_cloudwatch_metric_alarm.moc_slow", by: .lambdaP95Alarm)],
  "FE1": [
    .set(.legoAPI, "aws_cloudwatch_log_group.moc", "log_group_class", "INFREQUENT_ACCESS", .metricFilterLogClass)
  ],
  "FE2": [
    .set(.legoAPI, "aws_xray_group.moc", "filter_expression", "http.url BEGINSWITH", .traceFilterParses),
    .set(.legoAPI, "aws_xray_group.gallery", "filter_expression", "http.url BEGINSWITH", .traceFilterParses),
    .set(.legoAPI, "aws_xray_group.wishlist", "filter_expression", "http.url BEGINSWITH", .traceFilterParses),
  ],
  "FE3": [.remove(.legoAPI, "aws_sns_topic_policy.alerts", by: .eventBridgeTargetPermission)],
  "FE5": [
    .variable(.legoAPI, "moc", "AWS_LAMBDA_EXEC_WRAPPER", "/opt/otel-instrument", .noADOTExecWrapper)
  ],
  "RS1": [emptyGraph(.legoAPI, "xray_analytics")],
  "RS2": [
    .set(.legoAPI, "aws_cloudwatch_metric_alarm.traces_with_faults", "alarm_actions", .list([]), .alarmHasAction),
    .set(.legoAPI, "aws_cloudwatch_metric_alarm.error_trace_rate", "alarm_actions", .list([]), .alarmHasAction),
  ],
]

/// A dashboard's graph of the metric in `AWS/XRay` that the document names and X-Ray does not publish.
private func emptyGraph(_ system: SystemName, _ dashboard: String) -> Breakage {
  let graph: Value = .map([
    "type": "metric", "x": 0, "y": 0, "width": 12, "height": 6,
    "properties": .map([
      "region": "us-east-1", "title": "Traces", "metrics": .list([.list(["AWS/XRay", "TraceCount"])]),
    ]),
  ])
  return .set(
    system, "aws_cloudwatch_dashboard.\(dashboard)", "dashboard_body", .json(.map(["widgets": .list([graph])])),
    .awsMetricExists)
}

let expectedOfLegoAPI: [String: [Expectation]] = [
  "AC8": [
    .expect(.legoAPI, "aws_xray_sampling_rule.sampling", "priority", "1000"),
    .expect(.legoAPI, "aws_xray_sampling_rule.sampling", "reservoir_size", "1"),
  ],
  "LC": [
    .expect(.legoAPI, "aws_lambda_function.moc", "timeout", "60"),
    .expect(.legoAPI, "aws_lambda_function.moc", "memory_size", "1024"),
  ],
  "SR": [
    .expect(
      .legoAPI, "aws_xray_sampling_rule.sampling", "rule_name", "lego-api-production-sampling", in: "production")
  ],
]
