/// The metrics that X-Ray publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html
enum XRayMetrics {
  static let namespace = MetricNamespace(
    "AWS/X-Ray", by: [["GroupName", "ServiceName", "ServiceType"]],
    [
      MetricGroup(.count, .nothingHappened, by: .these([["GroupName"]]), ["ApproximateTraceCount"]),
      MetricGroup(.count, .nothingHappened, ["TracedRequestCount"]),
      // Published by few services, and in a unit that AWS does not document.
      MetricGroup(.amount, .nothingMeasured, ["ResponseTime", "FaultRate", "ErrorRate", "ThrottleRate", "OkRate"]),
    ])
}
