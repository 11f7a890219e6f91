/// DynamoDB and S3.
let dataNamespaces: [MetricNamespace] = [
  // DynamoDB's metrics come only while they are not nought, and alarms on them ignore gaps whatever they say (T45).
  MetricNamespace(
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
      MetricGroup(.count, .nothingHappened, by: .unsure, ["UserErrors", "FaultInjectionServiceInducedErrors"]),
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
    ]),
  // Requests are counted only for a filter that somebody has set up, which is what FilterId is the name of.
  MetricNamespace(
    "AWS/S3", by: [["BucketName", "FilterId"]], isComplete: false,
    [
      MetricGroup(
        .level, .notReportedYet, every: .seconds(86_400), by: .these([["BucketName", "StorageType"]]),
        ["BucketSizeBytes", "NumberOfObjects"]),
      MetricGroup(
        .count, .nothingHappened,
        [
          "AllRequests", "GetRequests", "PutRequests", "DeleteRequests", "HeadRequests", "PostRequests",
          "ListRequests", "SelectRequests",
        ]),
      MetricGroup(.outcome, .nothingHappened, ["4xxErrors", "5xxErrors"]),
      MetricGroup(.amount, .nothingHappened, ["BytesDownloaded", "BytesUploaded"]),
      MetricGroup(.briefTime(.milliseconds), .nothingMeasured, ["FirstByteLatency", "TotalRequestLatency"]),
    ]),
]
