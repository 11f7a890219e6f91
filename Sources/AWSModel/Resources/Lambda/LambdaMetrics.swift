/// What Lambda publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
package enum LambdaMetrics {
  package static let namespace = MetricNamespace(
    "AWS/Lambda",
    by: [["FunctionName"], ["FunctionName", "Resource"], ["FunctionName", "Resource", "ExecutedVersion"], []],
    [
      MetricGroup(
        .count, .noEvents,
        [
          "Invocations", "Errors", "Throttles", "DeadLetterErrors", "DestinationDeliveryFailures",
          "ProvisionedConcurrencyInvocations", "ProvisionedConcurrencySpilloverInvocations",
          "RecursiveInvocationsDropped", "AsyncEventsReceived", "AsyncEventsDropped", "UrlRequestCount", "Url4xxCount",
          "Url5xxCount",
        ]),
      // Published on demand for one event source mapping.
      MetricGroup(
        .count, .noEvents, by: .unsure,
        [
          "PolledEventCount", "FilteredOutEventCount", "InvokedEventCount", "FailedInvokeEventCount",
          "DroppedEventCount", "OnFailureDestinationDeliveredEventCount", "DeletedEventCount", "CommittedEventCount",
          "PollingErrorCount", "InvokeErrorCount", "OnFailureDestinationDeliveryErrorCount",
          "SchemaRegistryErrorCount", "CommitErrorCount", "OversizedRecordCount", "SignatureValidationErrors",
        ]),
      MetricGroup(.time(.milliseconds), .noActivity, ["Duration", "PostRuntimeExtensionsDuration"]),
      MetricGroup(.time(.milliseconds), .noActivity, ["UrlRequestLatency"]),
      MetricGroup(.age(.milliseconds), .noActivity, ["AsyncEventAge", "IteratorAge"]),
      MetricGroup(
        .level, .noEvents, ["ConcurrentExecutions", "ProvisionedConcurrentExecutions"]),
      MetricGroup(.share, .noEvents, ["ProvisionedConcurrencyUtilization"]),
      MetricGroup(.level, .noEvents, by: .unsure, ["OffsetLag", "ProvisionedPollers"]),
      MetricGroup(
        .level, .noEvents, by: .these([[]]), ["UnreservedConcurrentExecutions", "ClaimedAccountConcurrency"]),
    ], concerns: [.failure: [["Errors"]], .slowness: [["Duration"]], .refusal: [["Throttles"]]])
}
