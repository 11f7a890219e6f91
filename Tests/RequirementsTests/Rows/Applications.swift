import InfraModel

extension Chapter {
  /// What is code, and what the infrastructure gives it.
  static let applications = Chapter(
    title: "For the applications",
    ids: listed("code-S0 code-S1 code-S2 code-S3 code-S4 FR-030 FR-048 SC-002..015 tests"),
    requirements: [
      Requirement(
        "code-S0", "Handlers patch their clients and annotate subsegments",
        .application("tracing, roles and packages are declared; what is in the package is not")),
      Requirement(
        "code-S1", "The SDK wraps database, cache, search and files",
        .application("it finds their addresses in its environment"),
        .declared(.legoAPI, "aws_lambda_function.moc"), .rule(.secretInEnvironment)),
      Requirement(
        "code-S2", "Functions pass the trace on and leave the SDK out of their bundles",
        .application("it is told by ENABLE_XRAY"),
        .declared(.mediaDownloader, "aws_lambda_layer_version.xray_sdk", "variable.enable_xray_tracing")),
      Requirement(
        "code-S3", "Services annotate orders and publish events",
        .application("it finds the bus in its environment"),
        .declared(.orderTracing, "aws_lambda_function.order")),
      Requirement(
        "code-S4", "Subsegments, annotations, the end of the old loggers and correlation ids",
        .application("Powertools and the collector are told all they need"),
        .declared(.sentimentAnalyzer, "aws_lambda_function.ingestion", "aws_lambda_function.sse_streaming")),
      Requirement("FR-030", "One mechanism patches a function", .rule(.noADOTExecWrapper)),
      Requirement("FR-048", "Annotations have agreed names", .application("its code writes them")),
      Requirement(
        "SC-002..015", "Measures of what the code records",
        .application("their counts come from traces; metrics and alarms of the others are declared"),
        .rule(.emittedMetricIsAlarmed)),
      Requirement(
        "tests", "Test plans, trainings and runbooks",
        .application("the consoles they need are among the outputs"),
        .declared(.orderTracing, "output.xray_traces_url", "output.xray_service_map_url")),
    ])
}
