import InfraModel

extension Chapter {
  /// What is code, and what the infrastructure gives it.
  static let applications = Chapter(
    title: "For the applications",
    ids: listed("code-S0 code-S1 code-S2 code-S3 code-S4 FR-030 FR-048 SC-002..015 tests"),
    requirements: [
      Requirement(
        "code-S0", "Handlers patch their clients and annotate subsegments",
        .code(
          "patch_all()", "sts_assume_role", "emit_user_signed_in_event",
          in: "InterviewCompanion/functions/auth_exchange/auth_exchange.py"),
        .code(
          "dynamodb_get_user", "dynamodb_put_user", in: "InterviewCompanion/functions/user_profile/user_profile.py")),
      Requirement(
        "code-S1", "The SDK wraps database, cache, search and files",
        .code("def query", "def cached", "def search", "def put_object", in: "LegoAPI/functions/shared/stores.py"),
        .declared(.legoAPI, "aws_lambda_function.moc"), .rule(.secretInEnvironment)),
      Requirement(
        "code-S2", "Functions pass the trace on and leave the SDK out of their bundles",
        .code("yt-dlp-download", "s3-upload", in: "MediaDownloader/functions/start_file_upload/start_file_upload.py"),
        .code(
          "test_without_x_ray_the_trace_is_handed_on_and_nothing_is_recorded",
          in: "MediaDownloader/test_media_downloader.py"),
        .declared(.mediaDownloader, "variable.enable_xray_tracing")),
      Requirement(
        "code-S3", "Services annotate orders and publish events",
        .code("order_id", "customer_id", "payment_amount", in: "OrderTracing/functions/order_service/order_service.py"),
        .code("warehouse", in: "OrderTracing/functions/inventory_service/inventory_service.py"),
        .code("service_name", "error", in: "OrderTracing/functions/shared/order_events.py"),
        .declared(.orderTracing, "aws_lambda_function.order")),
      Requirement(
        "code-S4", "Subsegments, annotations, the end of the old loggers and correlation ids",
        .code(
          "circuit_breaker_load", "circuit_breaker_save", "audit_trail_persist", "downstream_notification_publish",
          "timeseries_fanout_batch_write", "self_healing_item_fetch", "parallel_fetcher_errors",
          in: "SentimentAnalyzer/functions/ingestion/ingestion.py"),
        .code("sendgrid_send", in: "SentimentAnalyzer/functions/notification/notification.py"),
        .code(
          "dynamodb_poll", "connection_acquire", "sse_event_dispatch",
          in: "SentimentAnalyzer/functions/sse_streaming/sse_streaming.py"),
        .declared(.sentimentAnalyzer, "aws_lambda_function.ingestion", "aws_lambda_function.sse_streaming")),
      Requirement(
        "FR-030", "One mechanism patches a function", .rule(.noADOTExecWrapper),
        .code("test_boto3_is_patched_once", in: "SentimentAnalyzer/test_ingestion.py")),
      Requirement(
        "FR-048", "Annotations have agreed names",
        .code("session_id", in: "SentimentAnalyzer/functions/sse_streaming/sse_streaming.py")),
      Requirement(
        "SC-002..015", "Measures of what the code records",
        .code("test_a_step_that_fails_is_seen_counted_and_survived", in: "SentimentAnalyzer/test_ingestion.py"),
        .code("test_recipients_are_mailed_each_by_themselves", in: "SentimentAnalyzer/test_other_functions.py"),
        .code("test_a_session_goes_on_over_connections", in: "SentimentAnalyzer/test_streaming.py"),
        .rule(.customMetricAlarm)),
      Requirement(
        "tests", "Test plans, trainings and runbooks",
        .application("the consoles they need are among the outputs"),
        .declared(.orderTracing, "output.xray_traces_url", "output.xray_service_map_url")),
    ])
}
