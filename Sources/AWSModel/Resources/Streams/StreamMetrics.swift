/// What Kinesis and Firehose publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html
/// - https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html
enum StreamMetrics {
  static let kinesis = MetricNamespace(
    "AWS/Kinesis", by: [["StreamName"], ["StreamName", "ShardId"]], isComplete: false,
    [
      MetricGroup(
        .age(.milliseconds), .undeclared, by: .these([["StreamName"]]), of: "GetRecords.IteratorAgeMilliseconds"),
      MetricGroup(
        .age(.milliseconds), .undeclared, by: .these([["StreamName", "ShardId"]]), of: "IteratorAgeMilliseconds"),
      MetricGroup(
        .unexamined, .undeclared, of: "ReadProvisionedThroughputExceeded WriteProvisionedThroughputExceeded"),
      MetricGroup(.amount, .undeclared, of: "IncomingBytes IncomingRecords"),
      MetricGroup(
        .unexamined, .undeclared, by: .these([["StreamName"]]),
        of: """
          GetRecords.Bytes GetRecords.Latency GetRecords.Records GetRecords.Success PutRecord.Bytes \
          PutRecord.Latency PutRecord.Success PutRecords.Bytes PutRecords.FailedRecords PutRecords.Latency \
          PutRecords.Records PutRecords.Success PutRecords.SuccessfulRecords PutRecords.ThrottledRecords \
          PutRecords.TotalRecords
          """),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          GetRecords.IteratorAge OutgoingBytes OutgoingRecords SubscribeToShard.RateExceeded SubscribeToShard.Success \
          SubscribeToShardEvent.Bytes SubscribeToShardEvent.MillisBehindLatest SubscribeToShardEvent.Records \
          SubscribeToShardEvent.Success MaxAllowedStreamCount
          """),
    ], slips: ["IteratorAge": "GetRecords.IteratorAgeMilliseconds"])

  static let firehose = MetricNamespace(
    "AWS/Firehose", by: [["DeliveryStreamName"]], isComplete: false,
    [
      MetricGroup(
        .age(.seconds), .undeclared,
        of: """
          BackupToS3.DataFreshness DeliveryToAmazonOpenSearchServerless.DataFreshness \
          DeliveryToAmazonOpenSearchService.DataFreshness DeliveryToHttpEndpoint.DataFreshness \
          DeliveryToS3.DataFreshness DeliveryToSplunk.DataFreshness
          """),
      MetricGroup(
        .unexamined, .undeclared,
        of: """
          BackupToS3.Success DeliveryToAmazonOpenSearchServerless.Success DeliveryToAmazonOpenSearchService.Success \
          DeliveryToElasticsearch.Success DeliveryToHttpEndpoint.Success DeliveryToRedshift.Success \
          DeliveryToS3.Success DeliveryToSnowflake.Success DeliveryToSplunk.Success
          """),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActivePartitionsLimit BackupToS3.Bytes BackupToS3.Records BytesPerSecondLimit DataReadFromKinesisStream.Bytes \
          DataReadFromKinesisStream.Records DataReadFromSource.Backpressured DataReadFromSource.Bytes \
          DataReadFromSource.Records DeliveryToAmazonOpenSearchServerless.AuthFailure \
          DeliveryToAmazonOpenSearchServerless.Bytes DeliveryToAmazonOpenSearchServerless.DeliveryRejected \
          DeliveryToAmazonOpenSearchServerless.Records DeliveryToAmazonOpenSearchService.AuthFailure \
          DeliveryToAmazonOpenSearchService.Bytes DeliveryToAmazonOpenSearchService.DeliveryRejected \
          DeliveryToAmazonOpenSearchService.Records DeliveryToElasticsearch.Bytes DeliveryToElasticsearch.Records \
          DeliveryToHttpEndpoint.Bytes DeliveryToHttpEndpoint.ProcessedBytes DeliveryToHttpEndpoint.ProcessedRecords \
          DeliveryToHttpEndpoint.Records DeliveryToIceberg.Bytes DeliveryToIceberg.IncomingRows \
          DeliveryToIceberg.SuccessfulRows DeliveryToRedshift.Bytes DeliveryToRedshift.Records DeliveryToS3.Bytes \
          DeliveryToS3.ObjectCount DeliveryToS3.Records DeliveryToSnowflake.Bytes DeliveryToSnowflake.DataCommitLatency \
          DeliveryToSnowflake.DataFreshness DeliveryToSnowflake.Records DeliveryToSplunk.Bytes \
          DeliveryToSplunk.DataAckLatency DeliveryToSplunk.Records DescribeDeliveryStream.Latency \
          DescribeDeliveryStream.Requests ExecuteProcessing.Duration ExecuteProcessing.Success FailedConversion.Bytes \
          FailedConversion.Records FailedValidation.Bytes FailedValidation.Records IncomingBytes IncomingPutRequests \
          IncomingRecords JQProcessing.Duration KMSKeyAccessDenied KMSKeyDisabled KMSKeyInvalidState KMSKeyNotFound \
          KafkaOffsetLag KinesisMillisBehindLatest ListDeliveryStreams.Latency ListDeliveryStreams.Requests \
          OutputDecompressedBytes.Failed OutputDecompressedBytes.Success OutputDecompressedRecords.Failed \
          OutputDecompressedRecords.Success PartitionCount PartitionCountExceeded PerPartitionThroughput \
          PutRecord.Bytes PutRecord.Latency PutRecord.Requests PutRecordBatch.Bytes PutRecordBatch.Latency \
          PutRecordBatch.Records PutRecordBatch.Requests PutRequestsPerSecondLimit RecordsPerSecondLimit ResourceCount \
          SourceThrottled.Delay SucceedConversion.Bytes SucceedConversion.Records SucceedProcessing.Bytes \
          SucceedProcessing.Records ThrottledDescribeStream ThrottledGetRecords ThrottledGetShardIterator \
          ThrottledRecords UpdateDeliveryStream.Latency UpdateDeliveryStream.Requests
          """),
    ])
}
