/// What S3 publishes to CloudWatch. Requests are counted only for a metrics
/// configuration of the bucket, which `FilterId` names.
///
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
enum S3Metrics {
  static let namespace = MetricNamespace(
    "AWS/S3", by: [["BucketName", "FilterId"]], isComplete: false,
    [
      MetricGroup(
        .level, .notReportedYet, every: .seconds(86_400), by: .these([["BucketName", "StorageType"]]),
        ["BucketSizeBytes", "NumberOfObjects"]),
      MetricGroup(
        .count, .noEvents,
        [
          "AllRequests", "GetRequests", "PutRequests", "DeleteRequests", "HeadRequests", "PostRequests",
          "ListRequests", "SelectRequests",
        ]),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          BytesPendingReplication OperationsFailedReplication OperationsPendingReplication ReplicationLatency \
          SelectReturnedBytes SelectScannedBytes
          """),
      MetricGroup(.outcome, .noEvents, ["4xxErrors", "5xxErrors"]),
      MetricGroup(.amount, .noEvents, ["BytesDownloaded", "BytesUploaded"]),
      MetricGroup(.briefTime(.milliseconds), .noActivity, ["FirstByteLatency", "TotalRequestLatency"]),
    ])
}
