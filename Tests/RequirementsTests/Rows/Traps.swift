import InfraModel

extension Chapter {
  /// What the documents say, and AWS does not do.
  static let traps = Chapter(
    title: "What the documents say that does not hold",
    ids: (1...46).map { "T\($0)" }, requirements: sampling + costs + code)

  private static let sampling = [
    Requirement(
      "T1", "HTTP APIs are traced", .impossible("X-Ray has REST APIs only; the type has no such argument"),
      .rule(.httpAPIUntraced), .library("struct TracedRestAPI", in: "Sources/AWSModel/Components/TracedRestAPI.swift")
    ),
    Requirement(
      "T2", "Sampling rules decide about Lambda", .impossible("functions ask for no rule"),
      .rule(.samplingNotForLambda), .rule(.samplingRuleUnused)),
    Requirement("T3", "A rule for service `lego-api` matches functions", .rule(.samplingRuleUnused)),
    Requirement(
      "T4", "`AWS/XRay` has counts of traces and errors",
      .impossible("there is ApproximateTraceCount for each group in AWS/X-Ray, and nothing else"),
      .library("ApproximateTraceCount", in: groupFile), .rule(.awsMetricExists)),
    Requirement(
      "T5", "The retention of traces can be set", .impossible("it is 30 days; no type has an argument for it"),
      .library("enum LogRetention", in: "Sources/AWSModel/Resources/CloudWatch/LogGroup.swift")),
    Requirement(
      "T6", "PassThrough still draws segments", .impossible("it hands the trace on and draws nothing"),
      .rule(.httpAPIHasTracedFunction)),
    Requirement(
      "T7", "All errors are traced at a low rate", .impossible("the decision comes before the outcome"),
      .rule(.samplingNotForLambda), .rule(.lambdaErrorAlarm)),
    Requirement("T8", "A topic is on the map if the functions are traced", .rule(.topicTracingPolicy)),
    Requirement(
      "T9", "python3.9 and nodejs20.x", .rule(.lambdaRuntimeSupported), .rule(.lambdaRuntimeBlocked),
      .library("struct Runtime", in: "Sources/AWSModel/Resources/Lambda/Code.swift")),
    Requirement(
      "T10", "Rules override a client's Sampled=1", .impossible("X-Ray honours it by design"),
      .rule(.clientControlledSampling)),
    Requirement("T11", "POWERTOOLS_SERVICE_NAME names the node on the map", .rule(.otelServiceName)),
    Requirement("T12", "LOG_ERROR here, no suppression there", .rule(.xrayContextMissingRuntimeError)),
    Requirement("T13", "XRAY_SAMPLING_RATE sets the rate", .rule(.unknownTracingVariable)),
    Requirement(
      "T14", "The duration of a stream is a latency", .rule(.thresholdInReach),
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.EventLatencyMs",
        "aws_cloudwatch_metric_alarm.sse_streaming_slow")),
    Requirement(
      "T15", "Names of rules behind a long prefix",
      .rule(.validName), .declared(.interviewCompanion, "aws_xray_sampling_rule.default")),
    Requirement(
      "T16", "A reservoir beside a rate of 100 %",
      .declared(.sentimentAnalyzer, "aws_xray_sampling_rule.api"), .rule(.argumentLimits)),
  ]

  private static let costs = [
    Requirement(
      "T17", "5 % saves 95 %", .rule(.samplingReservoirTooLarge),
      .library("func effectiveRate", in: "Sources/StackAnalysis/Cost/Sampling.swift"), .estimated(.interviewCompanion)),
    Requirement(
      "T18", "50 annotations for each segment", .application("its code writes them; it is 50 for each trace")),
    Requirement(
      "T19", "Annotations on the function's own segment",
      .code("subsegment", in: "OrderTracing/functions/shared/order_events.py")),
    Requirement(
      "T20", "aws-xray-sdk", .application("the SDKs have support until 2027-02-25"),
      .library("func powertools", in: "Sources/AWSModel/Resources/Lambda/Layer.swift")),
    Requirement("T21", "Only /opt/otel-handler is a wrapper", .rule(.noADOTExecWrapper)),
    Requirement(
      "T22", "Every ADOT layer has a collector", .rule(.lambdaLayerCompatible),
      .library("adotCollector", in: "Sources/AWSModel/Resources/Lambda/Layer.swift")),
    Requirement("T23", "Python streams", .rule(.streamingRuntime)),
    Requirement("T24", "One permission opens a function URL", .rule(.publicFunctionURL)),
    Requirement("T25", "Bills are in the stack's region", .rule(.billingAlarmRegion), .rule(.alarmTopicInRegion)),
    Requirement("T26", "There are six functions", .rule(.lambdaErrorAlarm), .rule(.lambdaP95Alarm)),
    Requirement(
      "T27", "Seven paths, six metrics",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.CircuitBreakerPersistenceFailure",
        "aws_cloudwatch_metric_alarm.AuditEventPersistenceFailure"), .rule(.customMetricAlarm)),
    Requirement(
      "T28", "trace_data_loss or its ratio, above or below",
      .declared(.sentimentAnalyzer, "aws_cloudwatch_metric_alarm.canary_traces_lost"), .rule(.customMetricExists)),
    Requirement(
      "T29", "Billing metrics are simply there", .rule(.billingAlarmRegion), .rule(.missingDataFitsMetric),
      .library("Receive CloudWatch billing alerts", in: "Sources/AWSModel/Metrics/Metric.swift")),
    Requirement(
      "T30", "The canary is the only thing beside X-Ray",
      .declared(.sentimentAnalyzer, "aws_lambda_function.canary"), .rule(.lambdaErrorAlarm)),
    Requirement(
      "T31", "Three rules, four consumers",
      .declared(
        .orderTracing, "aws_cloudwatch_event_target.order_created_to_payment",
        "aws_cloudwatch_event_target.order_created_to_inventory")),
    Requirement("T32", "30 seconds behind a REST API", .rule(.integrationTimeout)),
    Requirement(
      "T33", "List prices as a monthly bill", .estimated(.orderTracing), .library("struct CostCommand", in: costFile)),
    Requirement("T34", "3,300 downloads make 100,000 traces", .estimated(.mediaDownloader)),
    Requirement(
      "T35", "A trace for each invocation", .library("public var traces", in: "Sources/StackAnalysis/Cost/Flow.swift"),
      .estimated(.mediaDownloader)),
  ]

  private static let code = [
    Requirement(
      "T36", "A trace id of the document's",
      .application("it stands in an example of a log line, and is not hexadecimal")),
    Requirement(
      "T37", "`coldstart: true` filters traces",
      .rule(.traceFilterParses), .declared(.mediaDownloader, "aws_xray_group.cold"),
      .declared(.interviewCompanion, "aws_xray_group.refused")),
    Requirement(
      "T38", "A sampling rule for one video", .impossible("rules see the request, annotations come later"),
      .library("struct Match", in: ruleFile)),
    Requirement("T39", "Priority 10000", .rule(.argumentLimits)),
    Requirement(
      "T40", "`tracingConfig`",
      .library("tracing_config", in: "Sources/AWSModel/Resources/Lambda/LambdaFunction.swift")),
    Requirement(
      "T41", "4xx are as bad as 5xx",
      .declared(
        .sentimentAnalyzer, "aws_cloudwatch_metric_alarm.traces_with_errors",
        "aws_cloudwatch_metric_alarm.traces_with_faults")),
    Requirement(
      "T42", "Traces go on behind EventBridge by themselves",
      .application("only if the sender of the event is instrumented"),
      .declared(.orderTracing, "aws_lambda_function.order")),
    Requirement(
      "T43", "CloudFront replaces the trace header", .application("not verified; no stack declares CloudFront")),
    Requirement(
      "T44", "2,600 segments a second, 40 to 60 MB",
      .application("not verified; memory is generous where the collector is"),
      .declared(.sentimentAnalyzer, "aws_lambda_function.sse_streaming")),
    Requirement("T45", "DynamoDB's alarms may breach on silence", .rule(.dynamoDBAlarmIgnoresMissingData)),
    Requirement("T46", "A password in the environment", .rule(.secretInEnvironment)),
  ]

  private static let groupFile = "Sources/AWSModel/Resources/XRay/TraceGroup.swift"
  private static let ruleFile = "Sources/AWSModel/Resources/XRay/SamplingRule.swift"
}
