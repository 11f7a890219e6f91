/// X-Ray, bills, canaries, browsers and logs (aws-facts 1.12 and 1.13).
let observabilityNamespaces: [MetricNamespace] = [
  MetricNamespace(
    "AWS/X-Ray", by: [["GroupName", "ServiceName", "ServiceType"]],
    [
      MetricGroup(.count, .nothingHappened, by: .these([["GroupName"]]), ["ApproximateTraceCount"]),
      MetricGroup(.count, .nothingHappened, ["TracedRequestCount"]),
      // Published by few, and in a unit that nobody has written down.
      MetricGroup(.amount, .nothingMeasured, ["ResponseTime", "FaultRate", "ErrorRate", "ThrottleRate", "OkRate"]),
    ]),
  MetricNamespace(
    "AWS/Billing",
    by: [
      ["Currency"], ["Currency", "ServiceName"], ["Currency", "LinkedAccount"],
      ["Currency", "LinkedAccount", "ServiceName"],
    ], only: .usEast1,
    [MetricGroup(.runningTotal, .notReportedYet, every: .seconds(21_600), ["EstimatedCharges"])]),
  MetricNamespace(
    "CloudWatchSynthetics", by: [["CanaryName"], ["CanaryName", "StepName"], []], isComplete: false,
    [
      MetricGroup(.percentage, .stopped, ["SuccessPercent", "VisualMonitoringSuccessPercent"]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["Duration"]),
      MetricGroup(.count, .nothingHappened, ["Failed", "Failed requests", "2xx", "4xx", "5xx"]),
    ]),
  MetricNamespace(
    "AWS/RUM", by: [["application_name"]], isComplete: false,
    [
      MetricGroup(
        .count, .nothingHappened,
        ["JsErrorCount", "Http4xxCount", "Http5xxCount", "SessionCount", "PageViewCount", "CrashCount"]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, by: .unsure, ["PerformanceNavigationDuration"]),
      MetricGroup(
        .amount, .nothingMeasured, by: .unsure,
        ["WebVitalsLargestContentfulPaint", "WebVitalsFirstInputDelay", "WebVitalsCumulativeLayoutShift"]),
    ]),
  MetricNamespace(
    "AWS/Logs", by: [["LogGroupName"], []], isComplete: false,
    [
      MetricGroup(.count, .nothingHappened, ["IncomingLogEvents"]),
      MetricGroup(.amount, .nothingHappened, ["IncomingBytes"]),
      MetricGroup(
        .count, .nothingHappened, by: .unsure, ["ForwardedLogEvents", "DeliveryErrors", "DeliveryThrottling"]),
      MetricGroup(.amount, .nothingHappened, by: .unsure, ["ForwardedBytes"]),
    ]),
]
