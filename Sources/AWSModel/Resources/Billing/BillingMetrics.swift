import TerraformModel

/// What AWS Billing publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html
enum BillingMetrics {
  static let namespace = MetricNamespace(
    "AWS/Billing",
    by: [
      ["Currency"], ["Currency", "ServiceName"], ["Currency", "LinkedAccount"],
      ["Currency", "LinkedAccount", "ServiceName"],
    ], only: .usEast1,
    [MetricGroup(.runningTotal, .notReportedYet, every: .seconds(21_600), ["EstimatedCharges"])])
}
