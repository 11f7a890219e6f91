/// What CloudWatch RUM publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-metrics.html
enum RUMMetrics {
  static let namespace = MetricNamespace(
    "AWS/RUM", by: [["application_name"]], isComplete: false,
    [
      MetricGroup(
        .count, .noEvents,
        ["JsErrorCount", "Http4xxCount", "Http5xxCount", "SessionCount", "PageViewCount", "CrashCount"]),
      MetricGroup(.time(.milliseconds), .noActivity, by: .unsure, ["PerformanceNavigationDuration"]),
      MetricGroup(
        .amount, .noActivity, by: .unsure,
        ["WebVitalsLargestContentfulPaint", "WebVitalsFirstInputDelay", "WebVitalsCumulativeLayoutShift"]),
    ])
}
