/// What EventBridge publishes to CloudWatch. It publishes no zeros. With the rule's name alone the metrics are of the
/// default bus.
///
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
enum EventBridgeMetrics {
  static let namespace = MetricNamespace(
    "AWS/Events", by: [["RuleName"], ["EventBusName", "RuleName"], ["EventBusName"], []],
    [
      MetricGroup(
        .count, .noEvents,
        [
          "MatchedEvents", "TriggeredRules", "Invocations", "InvocationAttempts", "InvocationsCreated",
          "SuccessfulInvocationAttempts", "RetryInvocationAttempts", "FailedInvocations", "ThrottledRules",
          "DeadLetterInvocations", "InvocationsSentToDlq", "InvocationsFailedToBeSentToDlq",
        ]),
      MetricGroup(
        .time(.milliseconds), .noActivity,
        [
          "IngestionToInvocationStartLatency", "IngestionToInvocationCompleteLatency",
          "IngestionToInvocationSuccessLatency",
        ]),
      MetricGroup(
        .count, .noEvents, by: .unsure,
        [
          "Events", "PutEventsApproximateCallCount", "PutEventsApproximateFailedCount",
          "PutEventsApproximateSuccessCount", "PutEventsApproximateThrottledCount", "PutEventsEntriesCount",
          "PutEventsFailedEntriesCount", "PutPartnerEventsApproximateCallCount",
          "PutPartnerEventsApproximateFailedCount", "PutPartnerEventsApproximateSuccessCount",
          "PutPartnerEventsApproximateThrottledCount", "PutPartnerEventsEntriesCount",
          "PutPartnerEventsFailedEntriesCount",
        ]),
      MetricGroup(
        .amount, .noActivity, by: .unsure,
        ["PutEventsLatency", "PutEventsRequestSize", "PutPartnerEventsLatency"]),
    ])
}
