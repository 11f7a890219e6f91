/// What CloudWatch Logs publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/userguide/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
enum LogsMetrics {
  static let namespace = MetricNamespace(
    "AWS/Logs", by: [["LogGroupName"], []], isComplete: false,
    [
      MetricGroup(.count, .nothingHappened, ["IncomingLogEvents"]),
      MetricGroup(.amount, .nothingHappened, ["IncomingBytes"]),
      MetricGroup(
        .count, .nothingHappened, by: .unsure, ["ForwardedLogEvents", "DeliveryErrors", "DeliveryThrottling"]),
      MetricGroup(.amount, .nothingHappened, by: .unsure, ["ForwardedBytes"]),
    ])
}
