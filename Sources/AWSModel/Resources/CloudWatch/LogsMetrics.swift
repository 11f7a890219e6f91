/// What CloudWatch Logs publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/userguide/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
enum LogsMetrics {
  static let namespace = MetricNamespace(
    "AWS/Logs", by: [["LogGroupName"], []], isComplete: false,
    [
      MetricGroup(.count, .noEvents, ["IncomingLogEvents"]),
      MetricGroup(.amount, .noEvents, ["IncomingBytes"]),
      MetricGroup(
        .count, .noEvents, by: .unsure, ["ForwardedLogEvents", "DeliveryErrors", "DeliveryThrottling"]),
      MetricGroup(.amount, .noEvents, by: .unsure, ["ForwardedBytes"]),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          AnomalyCount EMFParsingErrors EMFValidationErrors LogEventsWithFindings TransformationErrors TransformedBytes \
          TransformedLogEvents
          """),
    ])
}
