import TerraformModel

extension ResourceCatalog {
  /// Streams and brokers of messages.
  static let streams: [ResourceFacts] = [
    ResourceFacts(
      "aws_kinesis_stream",
      documentation: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html",
      name: NamingRule(length: 1...128, characters: .alphanumerics(and: "_.-")),
      data: StatefulData("records", in: "stream"),
      iamPrefix: "kinesis", dimension: NamedDimension("StreamName", attributes: ["name"]),
      metrics: StreamMetrics.kinesis,
      // https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
      recordAge: .hours(argument: "retention_period", default: 24),
      safeguards: [
        Safeguard(.encryption, "encryption_type", .word("KMS"), "stores its records unencrypted")
      ],
      alarms: [
        NeededAlarm(
          "how far its readers are behind", in: "AWS/Kinesis",
          high: "GetRecords.IteratorAgeMilliseconds SubscribeToShardEvent.MillisBehindLatest",
          because: "records that are not read before the retention period ends are lost"
        ).or(in: "AWS/Lambda", high: "IteratorAge")
      ],
      rates: [
        BaseRate(
          .shard, times: [.number("shard_count", default: nil)],
          when: [.word("stream_mode_details.stream_mode", of: ["PROVISIONED"], orAbsent: true)]),
        BaseRate(.stream, when: [.word("stream_mode_details.stream_mode", of: ["ON_DEMAND"])]),
      ], part: RequestPart(.stream)),
    ResourceFacts(
      "aws_kinesis_firehose_delivery_stream",
      documentation: "https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html",
      iamPrefix: "firehose", dimension: NamedDimension("DeliveryStreamName", attributes: ["name"]),
      metrics: StreamMetrics.firehose,
      alarms: [
        NeededAlarm(
          "its deliveries", in: "AWS/Firehose",
          high: "DeliveryToS3.DataFreshness DeliveryToHttpEndpoint.DataFreshness DeliveryToSplunk.DataFreshness "
            + "DeliveryToAmazonOpenSearchService.DataFreshness DeliveryToAmazonOpenSearchServerless.DataFreshness "
            + "DeliveryToSnowflake.DataFreshness BackupToS3.DataFreshness ThrottledRecords",
          low:
            "DeliveryToS3.Success DeliveryToRedshift.Success DeliveryToHttpEndpoint.Success DeliveryToSplunk.Success "
            + "DeliveryToElasticsearch.Success DeliveryToAmazonOpenSearchService.Success "
            + "DeliveryToAmazonOpenSearchServerless.Success DeliveryToSnowflake.Success DeliveryToIceberg.SuccessfulRows",
          because: "a delivery stream that cannot write retries for a while and then drops the records")
      ],
      part: RequestPart(
        .stream, from: ["kinesis_source_configuration.kinesis_stream_arn"], to: ["extended_s3_configuration.bucket_arn"]
      )),
    // Its actions have two prefixes, `kafka` and `kafka-cluster`.
    ResourceFacts(
      "aws_msk_cluster", documentation: "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html",
      name: NamingRule(argument: "cluster_name", length: 1...64, characters: .alphanumerics(and: "-")),
      data: StatefulData("messages", in: "Kafka cluster", named: "cluster_name"),
      rates: [
        BaseRate(
          .broker, size: [BaseRate.SizeWord("broker_node_group_info.instance_type")],
          times: [.number("number_of_broker_nodes", default: nil)]),
        BaseRate(
          .brokerStorage,
          times: [
            .number("broker_node_group_info.storage_info.ebs_storage_info.volume_size", default: nil),
            .number("number_of_broker_nodes", default: nil),
          ], when: [.present("broker_node_group_info.storage_info.ebs_storage_info.volume_size")]),
      ], part: RequestPart(.stream)),
    ResourceFacts(
      "aws_mq_broker", documentation: "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html",
      name: NamingRule(argument: "broker_name", length: 1...50, characters: .alphanumerics(and: "-_")),
      identifiedBy: ["arn", "id"],
      data: StatefulData("messages", in: "message broker", named: "broker_name"),
      iamPrefix: "mq",
      safeguards: [
        Safeguard(.isolation, "publicly_accessible", .isFalse, isDefault: true, "has an address on the internet")
      ], secrets: [SecretArgument("user.password")],
      rates: [
        BaseRate(
          .messageBroker, size: [BaseRate.SizeWord("host_instance_type")],
          times: [
            .word(
              "deployment_mode",
              ["SINGLE_INSTANCE": 1, "ACTIVE_STANDBY_MULTI_AZ": 2, "CLUSTER_MULTI_AZ": 3], default: 1)
          ])
      ], part: RequestPart(.stream)),
  ]
}
