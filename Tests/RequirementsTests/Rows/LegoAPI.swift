import InfraModel

extension Chapter {
  static let legoAPI = Chapter(
    title: "Lego API (seed 001)",
    ids: listed("AC1 AC2 AC3-5 AC6 AC7 AC8 AC9 AC10 tests-1 tests-2 LC SR DD1 DD2 DD3 ES1 DB BT FE1 FE2 FE3 FE4 FE5")
      + listed("RS1 RS2"),
    requirements: [
      Requirement(
        "AC1", "The SDK is in all four functions",
        .code("tracer = Tracer", in: "LegoAPI/functions/shared/lego_tracing.py"),
        .declared(.legoAPI, "aws_lambda_function.moc")),
      Requirement(
        "AC2", "All four functions record traces",
        .declared(
          .legoAPI, "aws_lambda_function.moc", "aws_lambda_function.gallery", "aws_lambda_function.wishlist",
          "aws_lambda_function.profile"), .rule(.requestPathTraced), .rule(.lambdaXRayPermission)),
      Requirement(
        "AC3-5", "Segments, timings and annotations of one's own",
        .code(
          "Database Query", "Redis - Set Cache", "S3 - Generate Presigned URL", "OpenSearch",
          in: "LegoAPI/functions/shared/stores.py"),
        .code("test_the_trace_is_the_one_of_the_story", in: "LegoAPI/test_lego_api.py")),
      Requirement(
        "AC6", "The service map shows database, cache, files and search: the functions reach X-Ray and the stores",
        .declared(
          .legoAPI, "aws_vpc_endpoint.xray", "aws_vpc_security_group_egress_rule.functions_to_xray_endpoint",
          "aws_vpc_security_group_egress_rule.functions_to_database",
          "aws_vpc_security_group_egress_rule.functions_to_redis",
          "aws_vpc_security_group_egress_rule.functions_to_search",
          "aws_vpc_security_group_egress_rule.functions_to_files"), .rule(.vpcFunctionReachesXRay)),
      Requirement(
        "AC7", "Traces are kept for 30 days",
        .impossible("nothing sets it: X-Ray keeps all traces for 30 days, which happens to be what is asked (T5)"),
        .declared(.legoAPI, "aws_cloudwatch_log_group.moc")),
      Requirement(
        "AC8", "A tenth of production's requests is recorded",
        .declared(.legoAPI, "aws_xray_sampling_rule.sampling"), .rule(.argumentLimits), .rule(.samplingRuleUnused)),
      Requirement(
        "AC9", "Errors in the logs lead to their traces",
        .declared(
          .legoAPI, "aws_cloudwatch_query_definition.errors_with_traces",
          "aws_cloudwatch_log_metric_filter.moc_logged_errors", "aws_cloudwatch_log_group.moc")),
      Requirement(
        "AC10", "A dashboard of trace analytics",
        .declared(.legoAPI, "aws_cloudwatch_dashboard.xray_analytics"),
        .library("ApproximateTraceCount", in: "Sources/AWSModel/Resources/XRay/TraceGroup.swift")),
      Requirement(
        "tests-1", "A test that each function is traced", .rule(.requestPathTraced), .rule(.lambdaXRayPermission),
        .declared(.legoAPI, "aws_lambda_function.moc")),
      Requirement(
        "tests-2", "Traces of errors are found, and show what failed",
        .declared(.legoAPI, "aws_xray_group.errors", "aws_xray_group.faults")),
      Requirement(
        "LC", "A minute, 1024 MB, in the network, told where its stores are; on Node.js, which is Python here",
        .declared(.legoAPI, "aws_lambda_function.moc"), .rule(.lambdaRuntimeSupported), .rule(.secretInEnvironment),
        .rule(.lambdaEnvironmentLimits)),
      Requirement(
        "SR", "A sampling rule for lego-api",
        .declared(.legoAPI, "aws_xray_sampling_rule.sampling"), .rule(.samplingRuleUnused)),
      Requirement(
        "DD1", "A tenth, and everything for a while",
        .declared(.legoAPI, "variable.record_every_request", "aws_xray_sampling_rule.sampling")),
      Requirement(
        "DD2", "Active, not PassThrough", .declared(.legoAPI, "aws_lambda_function.profile"),
        .rule(.requestPathTraced)),
      Requirement(
        "DD3", "At most 50 annotations", .application("its code writes them; X-Ray counts per trace (T18)")),
      Requirement(
        "ES1", "Where traces are missing: mode, then permission", .rule(.requestPathTraced),
        .rule(.lambdaXRayPermission),
        .rule(.vpcFunctionReachesXRay)),
      Requirement(
        "DB", "Graphs of sums over five minutes", .declared(.legoAPI, "aws_cloudwatch_dashboard.xray_analytics")),
      Requirement(
        "BT", "Tracing costs less than 5 ms",
        .declared(.legoAPI, "aws_cloudwatch_metric_alarm.moc_slow"), .application("its benchmark measures the rest")),
      Requirement(
        "FE1", "Business metrics", .declared(.legoAPI, "aws_cloudwatch_log_metric_filter.mocs_created")),
      Requirement(
        "FE2", "A group for each feature",
        .declared(.legoAPI, "aws_xray_group.moc", "aws_xray_group.gallery", "aws_xray_group.wishlist")),
      Requirement(
        "FE3", "X-Ray's insights, with subscribers",
        .declared(
          .legoAPI, "aws_xray_group.requests", "aws_cloudwatch_event_rule.insights",
          "aws_cloudwatch_event_target.insights_to_alerts")),
      Requirement(
        "FE4", "Traces across accounts",
        .library("struct RawResource", in: "Sources/TerraformModel/Resources/RawResource.swift"),
        .application(
          "a future enhancement of the document; aws_oam_link can be declared once there is a second account")),
      Requirement(
        "FE5", "Datadog or New Relic", .rule(.noADOTExecWrapper),
        .application("a future enhancement of the document; their layers and variables can be given as any other")),
      Requirement(
        "RS1", "Dashboards link to traces",
        .declared(.legoAPI, "aws_cloudwatch_dashboard.xray_analytics", "output.traces_url")),
      Requirement(
        "RS2", "Alarms on traces with errors",
        .declared(
          .legoAPI, "aws_cloudwatch_metric_alarm.error_trace_rate", "aws_cloudwatch_metric_alarm.traces_with_faults")),
    ])
}
