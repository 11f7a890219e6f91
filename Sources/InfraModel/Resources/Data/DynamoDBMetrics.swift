/// What DynamoDB publishes to CloudWatch. It publishes nothing while a count is zero, and alarms
/// on its metrics ignore missing data whatever they say.
///
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
enum DynamoDBMetrics {
  static let namespace = MetricNamespace(
    "AWS/DynamoDB", by: [["TableName"], ["TableName", "GlobalSecondaryIndexName"]], ignoresMissingData: true,
    [
      MetricGroup(
        .count, .nothingHappened,
        [
          "ReadThrottleEvents", "WriteThrottleEvents", "ReadProvisionedThroughputThrottleEvents",
          "WriteProvisionedThroughputThrottleEvents", "ReadAccountLimitThrottleEvents",
          "WriteAccountLimitThrottleEvents", "ReadKeyRangeThroughputThrottleEvents",
          "WriteKeyRangeThroughputThrottleEvents", "ReadMaxOnDemandThroughputThrottleEvents",
          "WriteMaxOnDemandThroughputThrottleEvents", "ConditionalCheckFailedRequests", "TransactionConflict",
          "TimeToLiveDeletedItemCount", "OnlineIndexThrottleEvents",
        ]),
      MetricGroup(
        .count, .nothingHappened,
        by: .these([["TableName", "Operation"], ["TableName", "GlobalSecondaryIndexName", "Operation"]]),
        ["SystemErrors", "ThrottledRequests"]),
      // Counted for the account and the region, whatever the table.
      MetricGroup(.count, .nothingHappened, by: .these([[]]), ["UserErrors"]),
      MetricGroup(.count, .nothingHappened, by: .unsure, ["FaultInjectionServiceInducedErrors"]),
      MetricGroup(
        .briefTime(.milliseconds), .nothingMeasured, by: .these([["TableName", "Operation"]]),
        ["SuccessfulRequestLatency"]),
      MetricGroup(
        .amount, .nothingHappened,
        ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "OnlineIndexConsumedWriteCapacity"]),
      MetricGroup(
        .amount, .nothingMeasured, by: .unsure,
        ["ReturnedBytes", "ReturnedItemCount", "ReturnedRecordsCount", "ConsumedChangeDataCaptureUnits"]),
      MetricGroup(
        .level, .nothingHappened, every: .seconds(300), by: .unsure,
        [
          "ProvisionedReadCapacityUnits", "ProvisionedWriteCapacityUnits", "OnDemandMaxReadRequestUnits",
          "OnDemandMaxWriteRequestUnits", "AccountMaxReads", "AccountMaxWrites", "AccountMaxTableLevelReads",
          "AccountMaxTableLevelWrites", "AccountProvisionedReadCapacityUtilization",
          "AccountProvisionedWriteCapacityUtilization", "MaxProvisionedTableReadCapacityUtilization",
          "MaxProvisionedTableWriteCapacityUtilization", "OnlineIndexPercentageProgress", "PendingReplicationCount",
        ]),
      MetricGroup(
        .age(.milliseconds), .nothingHappened, by: .unsure, ["AgeOfOldestUnreplicatedRecord", "ReplicationLatency"]),
      MetricGroup(
        .count, .nothingHappened, by: .unsure, ["FailedToReplicateRecordCount", "ThrottledPutRecordCount"]),
    ],
    concerns: [
      .failure: [["SystemErrors"]],
      .refusal: [["ThrottledRequests"], ["ReadThrottleEvents", "WriteThrottleEvents"]],
    ])
}
