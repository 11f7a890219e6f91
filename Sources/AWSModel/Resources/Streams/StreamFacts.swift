import TerraformModel

extension ResourceCatalog {
  /// Streams and brokers of messages.
  static let streams: [ResourceFacts] = [
    ResourceFacts(
      "aws_kinesis_stream",
      documentation: "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html",
      name: NamingRule(length: 1...128, characters: .alphanumerics(and: "_.-")),
      data: StatefulData("records", in: "stream"),
      iamPrefix: "kinesis",
      // https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html
      recordAge: .hours(argument: "retention_period", default: 24)),
    // Its actions have two prefixes, `kafka` and `kafka-cluster`.
    ResourceFacts(
      "aws_msk_cluster", documentation: "https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html",
      name: NamingRule(argument: "cluster_name", length: 1...64, characters: .alphanumerics(and: "-")),
      data: StatefulData("messages", in: "Kafka cluster", named: "cluster_name")),
    ResourceFacts(
      "aws_mq_broker", documentation: "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html",
      name: NamingRule(argument: "broker_name", length: 1...50, characters: .alphanumerics(and: "-_")),
      identifiedBy: ["arn", "id"],
      data: StatefulData("messages", in: "message broker", named: "broker_name"),
      iamPrefix: "mq"),
  ]
}
