import InfraModel
import Testing

/// An independent reading of the documents planted 127 violations into the stacks, and nothing was said about 43 of them.
/// Each of these is a finding now, or says why it is not.
@Suite struct SilentViolationTests {
  @Test(arguments: silentViolations.filter { $0.breakage != nil })
  func violationIsFound(_ violation: SilentViolation) throws {
    let breakage = try #require(violation.breakage)
    let stacks = breakage.system.builders.compactMap { stack in breakage.breaking(stack).map { (stack, $0) } }
    #expect(!stacks.isEmpty, "no environment declares what is changed: \(breakage.words)")
    let isFound = stacks.contains { before, after in
      !findings(of: breakage.rule, in: after).subtracting(findings(of: breakage.rule, in: before)).isEmpty
    }
    #expect(isFound, "'\(breakage.rule)' has nothing to say about it: \(breakage.words)")
  }

  @Test func thereAre43() {
    #expect(silentViolations.count == 43)
    #expect(Set(silentViolations.map(\.name)).count == 43)
    #expect(silentViolations.count { $0.breakage == nil } == 6)
  }
}

/// One violation of a document.
struct SilentViolation: Sendable, CustomTestStringConvertible {
  let name: String
  /// What is changed, and the rule that finds it.
  var breakage: Breakage?
  /// Why no rule reports it.
  var reason: String?

  var testDescription: String { name }

  init(_ name: String, _ breakage: Breakage) {
    self.name = name
    self.breakage = breakage
  }

  init(_ name: String, because reason: String) {
    self.name = name
    self.reason = reason
  }
}

private let stream = "aws_lambda_function.sse_streaming"
private let wrapper = "AWS_LAMBDA_EXEC_WRAPPER"

let silentViolations: [SilentViolation] = [
  // Tracing that is off.
  .init("the metrics function is PassThrough", .untraced(.sentimentAnalyzer, "metrics")),
  .init("the analysis is PassThrough", .untraced(.sentimentAnalyzer, "analysis")),
  .init("the event stream is PassThrough", .untraced(.sentimentAnalyzer, "sse_streaming")),
  .init(
    "all order functions are PassThrough",
    Breakage(
      .orderTracing,
      ["order", "payment", "inventory", "notification"].map { name in
        .init(address: "aws_lambda_function.\(name)", kind: .set("tracing_config.mode", "PassThrough"))
      }, .requestPathTraced)),
  .init(
    "a topic between traced functions is PassThrough",
    .set(.sentimentAnalyzer, "aws_sns_topic.new_items", "tracing_config", "PassThrough", .requestPathTraced)),
  .init(
    "a REST API's stage is not traced",
    .set(.legoAPI, "aws_api_gateway_stage.api", "xray_tracing_enabled", false, .requestPathTraced)),

  // Variables that silence.
  .init(
    "the X-Ray SDK is switched off",
    .variable(.interviewCompanion, "auth_exchange", "AWS_XRAY_SDK_ENABLED", "false", .tracingDisabledByVariable)),
  .init(
    "Powertools is switched off",
    .variable(.sentimentAnalyzer, "ingestion", "POWERTOOLS_TRACE_DISABLED", "true", .tracingDisabledByVariable)),
  .init(
    "exceptions are not captured",
    .variable(.sentimentAnalyzer, "ingestion", "POWERTOOLS_TRACER_CAPTURE_ERROR", "false", .tracingDisabledByVariable)),

  // The stream and its collector.
  .init("the stream has no collector", .set(.sentimentAnalyzer, stream, "layers", .list([]), .spansReachCollector)),
  .init(
    "the stream sends its spans to another host",
    .variable(
      .sentimentAnalyzer, "sse_streaming", "OTEL_EXPORTER_OTLP_ENDPOINT", "https://otlp.example.com:4318",
      .spansReachCollector)),
  .init("the stream has 128 MB", .set(.sentimentAnalyzer, stream, "memory_size", 128, .collectorFitsMemory)),
  .init(
    "the stream is buffered",
    .set(.sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "invoke_mode", "BUFFERED", .streamingRequired)),

  // Two instrumentations, and names.
  .init(
    "a wrapper on the stream, with Powertools in its package alone",
    Breakage(
      .sentimentAnalyzer,
      [
        .init(address: stream, kind: .set("environment.variables.\(wrapper)", "/opt/otel-instrument")),
        .init(address: stream, kind: .dropped("environment.variables.POWERTOOLS_SERVICE_NAME")),
        .init(address: stream, kind: .dropped("environment.variables.POWERTOOLS_METRICS_NAMESPACE")),
        .init(address: stream, kind: .dropped("environment.variables.AWS_XRAY_CONTEXT_MISSING")),
      ], .noADOTExecWrapper)),
  .init(
    "a wrapper beside patch_all()",
    .variable(.interviewCompanion, "auth_exchange", wrapper, "/opt/otel-handler", .noADOTExecWrapper)),
  .init(
    "a wrapper on an order service",
    .variable(.orderTracing, "order", wrapper, "/opt/otel-instrument", .noADOTExecWrapper)),
  .init(
    "the stream has no name for Powertools",
    .drop(.sentimentAnalyzer, stream, "environment.variables.POWERTOOLS_SERVICE_NAME", .otelServiceName)),

  // Permissions behind the environment.
  .init(
    "the ingestion may not publish",
    .allowing(
      .sentimentAnalyzer, "aws_iam_role_policy.ingestion", "dynamodb:PutItem", .environmentTargetPermission)),
  .init(
    "the coordinator may not invoke",
    .allowing(
      .mediaDownloader, "aws_iam_role_policy.FileCoordinator", "dynamodb:GetItem", .environmentTargetPermission)),
  .init(
    "the order service may not put events",
    .allowing(.orderTracing, "aws_iam_role_policy.order", "logs:PutLogEvents", .environmentTargetPermission)),

  // The documents' numbers.
  .init(
    "dev samples half",
    .set(.sentimentAnalyzer, "aws_xray_sampling_rule.api", "fixed_rate", 0.5, .testSamplingRate)),
  .init(
    "RUM records half of dev",
    .set(
      .sentimentAnalyzer, "aws_rum_app_monitor.web", "app_monitor_configuration.session_sample_rate", 0.5,
      .rumSessionRate)),
  .init(
    "billing alarms at $10 and $25 only",
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars", by: .billingThresholds)),
  .init(
    "a billing alarm at $1,000 only",
    Breakage(
      .sentimentAnalyzer,
      [
        .init(
          address: "aws_cloudwatch_metric_alarm.AWSXRay_above_10_dollars", kind: .set("threshold", 1_000)),
        .init(address: "aws_cloudwatch_metric_alarm.AWSXRay_above_25_dollars", kind: .removed),
        .init(address: "aws_cloudwatch_metric_alarm.AWSXRay_above_50_dollars", kind: .removed),
      ], .billingThresholds)),
  .init(
    "no sampling rule", .remove(.sentimentAnalyzer, "aws_xray_sampling_rule.api", by: .samplingRuleRequired)),
  .init(
    "no group of errors",
    .remove(.sentimentAnalyzer, "aws_xray_group.errors", "aws_xray_group.faults", by: .errorGroupRequired)),
  .init("no canary", .remove(.sentimentAnalyzer, "aws_lambda_function.canary", by: .canaryCount)),
  .init(
    "two canaries",
    Breakage(
      .sentimentAnalyzer,
      [.init(address: "aws_lambda_function.canary", kind: .duplicated("aws_lambda_function.second_canary"))],
      .canaryCount)),
  .init(
    "throttling is off",
    .remove(.sentimentAnalyzer, "aws_api_gateway_method_settings.api", by: .apiThrottlingRequired)),
  .init(
    "an alarm above a million errors",
    .set(
      .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.ingestion_errors", "threshold", 1_000_000, .errorAlarmCeiling)),
  .init(
    "an alarm after five days of errors",
    Breakage(
      .sentimentAnalyzer,
      [
        .init(address: "aws_cloudwatch_metric_alarm.ingestion_errors", kind: .set("period", 86_400)),
        .init(address: "aws_cloudwatch_metric_alarm.ingestion_errors", kind: .set("evaluation_periods", 5)),
        .init(address: "aws_cloudwatch_metric_alarm.ingestion_errors", kind: .set("datapoints_to_alarm", 5)),
      ], .errorAlarmCeiling)),
  .init(
    "CORS without Last-Event-ID",
    .set(
      .sentimentAnalyzer, "aws_lambda_function_url.sse_streaming", "cors.allow_headers", .list(["X-Amzn-Trace-Id"]),
      .corsHeadersRequired)),
  .init(
    "a filter on the old correlation id",
    .add(
      .sentimentAnalyzer,
      RawResource(
        "aws_cloudwatch_log_metric_filter", "correlated",
        [
          "name": "correlated", "pattern": "{ $.correlation_id = * }", "log_group_name": "/aws/lambda/ingestion",
          "metric_transformation": .blocks([["name": "Correlated", "namespace": "old", "value": "1"]]),
        ]), .removedLogField)),
  .init(
    "CloudFront in front of the API",
    .add(.sentimentAnalyzer, distributionOfAPI, .cloudFrontInFront)),
  .init(
    "text logs",
    .set(.sentimentAnalyzer, "aws_lambda_function.ingestion", "logging_config.log_format", "Text", .jsonLogsRequired)),
  .init(
    "a metric removed together with its emission",
    .remove(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.StuckItems", by: .requiredMetricAlarm)),
  .init(
    "a graph of AWS/XRay TraceCount",
    .set(
      .legoAPI, "aws_cloudwatch_dashboard.xray_analytics", "dashboard_body",
      .json(
        .map([
          "widgets": .list([
            .map([
              "type": "metric", "x": 0, "y": 0, "width": 12, "height": 6,
              "properties": .map([
                "region": "us-east-1", "title": "Traces", "metrics": .list([.list(["AWS/XRay", "TraceCount"])]),
              ]),
            ])
          ])
        ])), .awsMetricExists)),

  // Rightly silent, and what Terraform says.
  .init(
    "OTEL_RESOURCE_ATTRIBUTES beside OTEL_SERVICE_NAME",
    because: "OTEL_SERVICE_NAME wins over the attribute, so the name is right"),
  .init("a wrapper in the package", because: "it is the function's own code, and instruments what it likes"),
  .init("a canary that runs hourly", because: "the document leaves the interval open"),
  .init("another namespace for the canary's metrics", because: "the document leaves the name open"),
  .init(
    "tracing_enabled on the stage of an HTTP API",
    because: "terraform validate reports an argument that the provider does not have"),
  .init(
    "a role as an extra argument of a resource without one",
    because: "terraform validate reports an argument that the provider does not have"),
]
