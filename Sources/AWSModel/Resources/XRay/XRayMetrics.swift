/// The metrics that X-Ray publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html
enum XRayMetrics {
  static let namespace = MetricNamespace(
    "AWS/X-Ray", by: [["GroupName", "ServiceName", "ServiceType"]],
    [
      MetricGroup(.count, .noEvents, by: .these([["GroupName"]]), ["ApproximateTraceCount"]),
      MetricGroup(.count, .noEvents, ["TracedRequestCount"]),
      // Published by few services, and in a unit that AWS does not document.
      MetricGroup(.amount, .noActivity, ["ResponseTime", "FaultRate", "ErrorRate", "ThrottleRate", "OkRate"]),
    ])
}
