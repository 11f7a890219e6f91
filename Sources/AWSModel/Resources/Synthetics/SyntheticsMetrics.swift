/// What CloudWatch Synthetics publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_metrics.html
enum SyntheticsMetrics {
  static let namespace = MetricNamespace(
    "CloudWatchSynthetics", by: [["CanaryName"], ["CanaryName", "StepName"], []], isComplete: false,
    [
      MetricGroup(.percentage, .stopped, ["SuccessPercent", "VisualMonitoringSuccessPercent"]),
      MetricGroup(.unexamined, .undeclared, by: .unsure, ["VisualMonitoringTotalComparisons"]),
      MetricGroup(.time(.milliseconds), .noActivity, ["Duration"]),
      MetricGroup(.count, .noEvents, ["Failed", "Failed requests", "2xx", "4xx", "5xx"]),
    ])
}
