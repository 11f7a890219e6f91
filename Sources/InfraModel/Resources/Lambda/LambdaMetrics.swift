/// What Lambda publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
enum LambdaMetrics {
  static let namespace = MetricNamespace(
    "AWS/Lambda",
    by: [["FunctionName"], ["FunctionName", "Resource"], ["FunctionName", "Resource", "ExecutedVersion"], []],
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "Invocations", "Errors", "Throttles", "DeadLetterErrors", "DestinationDeliveryFailures",
          "ProvisionedConcurrencyInvocations", "ProvisionedConcurrencySpilloverInvocations",
          "RecursiveInvocationsDropped", "AsyncEventsReceived", "AsyncEventsDropped", "UrlRequestCount", "Url4xxCount",
          "Url5xxCount",
        ]),
      // Published on demand for one event source mapping.
      MetricGroup(
        .count, .nothingHappened, by: .unsure,
        [
          "PolledEventCount", "FilteredOutEventCount", "InvokedEventCount", "FailedInvokeEventCount",
          "DroppedEventCount", "OnFailureDestinationDeliveredEventCount", "DeletedEventCount", "CommittedEventCount",
          "PollingErrorCount", "InvokeErrorCount", "OnFailureDestinationDeliveryErrorCount",
          "SchemaRegistryErrorCount", "CommitErrorCount", "OversizedRecordCount", "SignatureValidationErrors",
        ]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["Duration", "PostRuntimeExtensionsDuration"]),
      MetricGroup(.time(.milliseconds), .nothingMeasured, ["UrlRequestLatency"]),
      MetricGroup(.age(.milliseconds), .nothingMeasured, ["AsyncEventAge", "IteratorAge"]),
      MetricGroup(
        .level, .nothingHappened, ["ConcurrentExecutions", "ProvisionedConcurrentExecutions"]),
      MetricGroup(.share, .nothingHappened, ["ProvisionedConcurrencyUtilization"]),
      MetricGroup(.level, .nothingHappened, by: .unsure, ["OffsetLag", "ProvisionedPollers"]),
      MetricGroup(
        .level, .nothingHappened, by: .these([[]]), ["UnreservedConcurrentExecutions", "ClaimedAccountConcurrency"]),
    ], concerns: [.failure: [["Errors"]], .slowness: [["Duration"]], .refusal: [["Throttles"]]])
}
