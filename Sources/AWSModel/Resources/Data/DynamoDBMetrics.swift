/// What DynamoDB publishes to CloudWatch. It publishes nothing while a count is zero, and alarms
/// on its metrics ignore missing data whatever they say.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
enum DynamoDBMetrics {
  static let namespace = MetricNamespace(
    "AWS/DynamoDB", by: [["TableName"], ["TableName", "GlobalSecondaryIndexName"]], ignoresMissingData: true,
    [
      MetricGroup(
        .count, .noEvents,
        [
          "ReadThrottleEvents", "WriteThrottleEvents", "ReadProvisionedThroughputThrottleEvents",
          "WriteProvisionedThroughputThrottleEvents", "ReadAccountLimitThrottleEvents",
          "WriteAccountLimitThrottleEvents", "ReadKeyRangeThroughputThrottleEvents",
          "WriteKeyRangeThroughputThrottleEvents", "ReadMaxOnDemandThroughputThrottleEvents",
          "WriteMaxOnDemandThroughputThrottleEvents", "ConditionalCheckFailedRequests", "TransactionConflict",
          "TimeToLiveDeletedItemCount", "OnlineIndexThrottleEvents",
        ]),
      MetricGroup(
        .count, .noEvents,
        by: .these([["TableName", "Operation"], ["TableName", "GlobalSecondaryIndexName", "Operation"]]),
        ["SystemErrors", "ThrottledRequests"]),
      // Counted for the account and the region, whatever the table.
      MetricGroup(.count, .noEvents, by: .these([[]]), ["UserErrors"]),
      MetricGroup(.count, .noEvents, by: .unsure, ["FaultInjectionServiceInducedErrors"]),
      MetricGroup(
        .briefTime(.milliseconds), .noActivity, by: .these([["TableName", "Operation"]]),
        ["SuccessfulRequestLatency"]),
      MetricGroup(
        .amount, .noEvents,
        ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "OnlineIndexConsumedWriteCapacity"]),
      MetricGroup(
        .amount, .noActivity, by: .unsure,
        ["ReturnedBytes", "ReturnedItemCount", "ReturnedRecordsCount", "ConsumedChangeDataCaptureUnits"]),
      MetricGroup(
        .level, .noEvents, every: .seconds(300), by: .unsure,
        [
          "ProvisionedReadCapacityUnits", "ProvisionedWriteCapacityUnits", "OnDemandMaxReadRequestUnits",
          "OnDemandMaxWriteRequestUnits", "AccountMaxReads", "AccountMaxWrites", "AccountMaxTableLevelReads",
          "AccountMaxTableLevelWrites", "AccountProvisionedReadCapacityUtilization",
          "AccountProvisionedWriteCapacityUtilization", "MaxProvisionedTableReadCapacityUtilization",
          "MaxProvisionedTableWriteCapacityUtilization", "OnlineIndexPercentageProgress", "PendingReplicationCount",
        ]),
      MetricGroup(
        .age(.milliseconds), .noEvents, by: .unsure, ["AgeOfOldestUnreplicatedRecord", "ReplicationLatency"]),
      MetricGroup(
        .count, .noEvents, by: .unsure, ["FailedToReplicateRecordCount", "ThrottledPutRecordCount"]),
    ],
    concerns: [
      .failure: [["SystemErrors"]],
      .refusal: [["ThrottledRequests"], ["ReadThrottleEvents", "WriteThrottleEvents"]],
    ])
}
