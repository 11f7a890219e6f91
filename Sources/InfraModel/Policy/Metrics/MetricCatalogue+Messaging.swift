/// SQS, SNS, EventBridge and its scheduler (aws-facts 1.14 to 1.16).
let messagingNamespaces: [MetricNamespace] = [
  MetricNamespace(
    "AWS/SNS", by: [["TopicName"], []],
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "NumberOfMessagesPublished", "NumberOfNotificationsDelivered", "NumberOfNotificationsFailed",
          "NumberOfNotificationsFilteredOut", "NumberOfNotificationsFilteredOut-InvalidAttributes",
          "NumberOfNotificationsFilteredOut-NoMessageAttributes", "NumberOfNotificationsFilteredOut-MessageAttributes",
          "NumberOfNotificationsFilteredOut-InvalidMessageBody", "NumberOfNotificationsFilteredOut-MessageBody",
          "NumberOfNotificationsRedrivenToDlq", "NumberOfNotificationsFailedToRedriveToDlq",
        ]),
      MetricGroup(.amount, .nothingMeasured, ["PublishSize"]),
      MetricGroup(.share, .nothingMeasured, by: .unsure, ["SMSSuccessRate"]),
      MetricGroup(.runningTotal, .notReportedYet, by: .unsure, ["SMSMonthToDateSpentUSD"]),
    ]),
  // None of them comes while it is nought. By the rule's name alone they are of the default bus.
  MetricNamespace(
    "AWS/Events", by: [["RuleName"], ["EventBusName", "RuleName"], ["EventBusName"], []],
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "MatchedEvents", "TriggeredRules", "Invocations", "InvocationAttempts", "InvocationsCreated",
          "SuccessfulInvocationAttempts", "RetryInvocationAttempts", "FailedInvocations", "ThrottledRules",
          "DeadLetterInvocations", "InvocationsSentToDlq", "InvocationsFailedToBeSentToDlq",
        ]),
      MetricGroup(
        .time(.milliseconds), .nothingMeasured,
        [
          "IngestionToInvocationStartLatency", "IngestionToInvocationCompleteLatency",
          "IngestionToInvocationSuccessLatency",
        ]),
      MetricGroup(
        .count, .nothingHappened, by: .unsure,
        [
          "Events", "PutEventsApproximateCallCount", "PutEventsApproximateFailedCount",
          "PutEventsApproximateSuccessCount", "PutEventsApproximateThrottledCount", "PutEventsEntriesCount",
          "PutEventsFailedEntriesCount", "PutPartnerEventsApproximateCallCount",
          "PutPartnerEventsApproximateFailedCount", "PutPartnerEventsApproximateSuccessCount",
          "PutPartnerEventsApproximateThrottledCount", "PutPartnerEventsEntriesCount",
          "PutPartnerEventsFailedEntriesCount",
        ]),
      MetricGroup(
        .amount, .nothingMeasured, by: .unsure,
        ["PutEventsLatency", "PutEventsRequestSize", "PutPartnerEventsLatency"]),
    ]),
  // Some names end in the code of an error.
  MetricNamespace(
    "AWS/Scheduler", by: [["ScheduleGroup"], []], isComplete: false,
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "InvocationAttemptCount", "InvocationThrottleCount", "InvocationDroppedCount", "TargetErrorCount",
          "TargetErrorThrottledCount", "InvocationsSentToDeadLetterCount",
          "InvocationsFailedToBeSentToDeadLetterCount",
        ])
    ]),
]
