import InfraModel

extension Chapter {
  static let mediaDownloader = Chapter(
    title: "Media downloader (seed 002)",
    ids: listed("O1 O2 O3 O4 CM IAM ENV PK UC2 UC3 UC4 M1 M3 M4 RB R1 R2 R2b R3 R5 Q2 Q3 Q4 Q5 Q6 CS GUIDE"),
    requirements: options + operation)

  private static let options = [
    Requirement(
      "O1", "Option 1: every function and the API",
      .declared(.mediaDownloader, "aws_lambda_function.FileCoordinator", "aws_api_gateway_stage.api"),
      .library("case full", in: optionsFile), .rule(.requestPathTraced)),
    Requirement(
      "O2", "Option 2: some functions; the others hand the trace on",
      .library("case selective(Set<FunctionName>)", in: optionsFile),
      .declared(.mediaDownloader, "aws_lambda_function.StartFileUpload"),
      .library("passThrough(because: String)", in: modeFile)),
    Requirement(
      "O3", "Option 3: the API alone", .library("case passive", in: optionsFile),
      .declared(.mediaDownloader, "aws_api_gateway_stage.api"), .rule(.httpAPIHasTracedFunction)),
    Requirement(
      "O4", "Option 4: on demand, by a variable",
      .declared(.mediaDownloader, "variable.enable_xray_tracing", "aws_xray_sampling_rule.debug"),
      .library("passThrough(because: String)", in: modeFile), .rule(.samplingRuleUnused)),
    Requirement("CM", "The options can be compared", .library("enum TracingOption", in: optionsFile)),
    Requirement(
      "IAM", "Roles may write traces before functions do",
      .declared(
        .mediaDownloader, "aws_iam_role_policy_attachment.FileCoordinator_tracing",
        "aws_iam_role_policy.FileCoordinator"), .rule(.lambdaXRayPermission)),
    Requirement(
      "ENV", "Variables for rate and missing context",
      .declared(.mediaDownloader, "aws_lambda_function.ListFiles"), .rule(.unknownTracingVariable),
      .rule(.xrayContextMissingRuntimeError)),
    Requirement(
      "PK", "The SDK comes in a layer, for packages leave it out",
      .library("func powertools", in: "Sources/AWSModel/Resources/Lambda/Layer.swift"),
      .code("ENABLE_XRAY", in: "MediaDownloader/functions/shared/media_tracing.py")),
    Requirement(
      "UC2", "FileCoordinator may call StartFileUpload",
      .declared(.mediaDownloader, "aws_iam_role_policy.FileCoordinator"),
      .code(
        "test_a_coordinator_that_may_not_invoke_shows_it_in_the_trace",
        in: "MediaDownloader/test_media_downloader.py")),
    Requirement(
      "UC3", "Cold starts are seen",
      .declared(
        .mediaDownloader, "aws_cloudwatch_log_metric_filter.StartFileUpload_cold_starts", "aws_xray_group.cold",
        "aws_cloudwatch_dashboard.performance"), .rule(.lambdaVersionPublished)),
    Requirement(
      "UC4", "Notifications reach phones, and what does not is logged",
      .declared(.mediaDownloader, "aws_sns_platform_application.apns", "aws_iam_role.push_feedback")),
  ]

  private static let operation = [
    Requirement("M1", "Phase 1: infrastructure first, passive", .library("case infrastructure", in: optionsFile)),
    Requirement(
      "M3", "Phase 3: 5 % of requests, all errors", .declared(.mediaDownloader, "aws_xray_sampling_rule.sampling"),
      .impossible("whether a request is recorded is decided before it fails (T7)"), .rule(.samplingNotForLambda),
      .rule(.lambdaErrorAlarm)),
    Requirement(
      "M4", "Phase 4: an alarm on the share of failed traces",
      .declared(.mediaDownloader, "aws_cloudwatch_metric_alarm.error_trace_rate"), .rule(.alarmEvaluationLimits)),
    Requirement("RB", "Rolled back by a variable", .declared(.mediaDownloader, "variable.roll_back_xray")),
    Requirement(
      "R1", "Tracing does not make the slowest requests slower by 5 %",
      .declared(.mediaDownloader, "aws_cloudwatch_metric_alarm.StartFileUpload_p99")),
    Requirement(
      "R2", "A billing alarm at $5, in us-east-1",
      .declared(.mediaDownloader, "aws_cloudwatch_metric_alarm.AWSXRay_above_5_dollars"), .rule(.billingAlarmRegion),
      .rule(.alarmTopicInRegion)),
    Requirement(
      "R2b", "Sampling caps the traces, and an alarm watches their number",
      .declared(.mediaDownloader, "aws_xray_sampling_rule.sampling", "aws_xray_group.requests")),
    Requirement(
      "R3", "A missing context is logged and breaks nothing",
      .declared(.mediaDownloader, "aws_lambda_function.StartFileUpload"), .rule(.xrayContextMissingRuntimeError)),
    Requirement(
      "R5", "Logs stay as they are", .declared(.mediaDownloader, "aws_cloudwatch_log_group.StartFileUpload")),
    Requirement(
      "Q2", "Everything first, 5 to 10 % later", .declared(.mediaDownloader, "aws_xray_sampling_rule.sampling")),
    Requirement(
      "Q3", "Thresholds for errors and p99",
      .declared(
        .mediaDownloader, "aws_cloudwatch_metric_alarm.error_trace_rate",
        "aws_cloudwatch_metric_alarm.FileCoordinator_p99")),
    Requirement(
      "Q4", "How long traces are kept",
      .impossible("X-Ray keeps traces for 30 days and has no argument for it (T5)"),
      .declared(.mediaDownloader, "aws_cloudwatch_log_group.FileCoordinator")),
    Requirement(
      "Q5", "One account or several", .application("a question the document leaves open; each environment has its own")),
    Requirement(
      "Q6", "Test downloads", .declared(.mediaDownloader, "output.test_commands"),
      .library("struct Canary", in: "Sources/AWSModel/Components/Canary/Canary.swift")),
    Requirement(
      "CS", "What each option costs", .estimated(.mediaDownloader), .library("struct CostCommand", in: costFile)),
    Requirement(
      "GUIDE", "A guide for operators: how to debug with X-Ray",
      .guide("How to debug with X-Ray", in: "docs/guide/debug-with-x-ray.md")),
  ]

  private static let modeFile = "Sources/AWSModel/Resources/XRay/TracingMode.swift"
  private static let optionsFile = "stacks/MediaDownloader/MediaDownloader+TracingOption.swift"
}
