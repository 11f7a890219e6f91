public import TerraformModel

/// A channel that messages are published to (`aws_sns_topic`).
public struct Topic: ResourceModel {
  public static let type = "aws_sns_topic"

  public let name: String
  public var physicalName: PhysicalName
  /// `tracing_config`: `.active` adds the topic to the trace of a sampled request of the publisher. It needs a
  /// `TracingPolicy` (T8).
  public var tracing: TracingMode
  /// `kms_master_key_id`: a key whose policy allows the publishers; CloudWatch alarms cannot publish under `alias/aws/sns`.
  public var encryptionKey: Text?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, tracing: TracingMode = .passThrough,
    encryptionKey: Text? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.tracing = tracing
    self.encryptionKey = encryptionKey
  }

  public static let arguments = ArgumentTable<Topic> { table in
    table.add("tracing_config", \.tracing, .word(["Active", "PassThrough"]), default: .passThrough)
    table.add("kms_master_key_id", \.encryptionKey, .identifier)
    table.unmodeled("display_name", .characters(0...100))
    table.constraint("is a FIFO topic without '.fifo' at the end of its name", fix: "add '.fifo' to `name`") { topic in
      !topic.isTrue("fifo_topic") || topic.text("name")?.hasSuffix(".fifo") ?? true
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
    name: NamingRule(length: 1...256, characters: .alphanumerics(and: "-_")), isARNItsID: true, iamPrefix: "sns",
    hasParts: false,
    dimension: NamedDimension("TopicName", attributes: ["name"]),
    metrics: MetricNamespace(
      "AWS/SNS", by: [["TopicName"], []],
      [
        MetricGroup(
          .count, .noEvents,
          [
            "NumberOfMessagesPublished", "NumberOfNotificationsDelivered", "NumberOfNotificationsFailed",
            "NumberOfNotificationsFilteredOut", "NumberOfNotificationsFilteredOut-InvalidAttributes",
            "NumberOfNotificationsFilteredOut-NoMessageAttributes",
            "NumberOfNotificationsFilteredOut-MessageAttributes",
            "NumberOfNotificationsFilteredOut-InvalidMessageBody", "NumberOfNotificationsFilteredOut-MessageBody",
            "NumberOfNotificationsRedrivenToDlq", "NumberOfNotificationsFailedToRedriveToDlq",
          ]),
        MetricGroup(.amount, .noActivity, ["PublishSize"]),
        MetricGroup(.share, .noActivity, by: .unsure, ["SMSSuccessRate"]),
        MetricGroup(.runningTotal, .notReportedYet, by: .unsure, ["SMSMonthToDateSpentUSD"]),
      ],
      concerns: [.failure: [["NumberOfNotificationsFailed"], ["NumberOfNotificationsRedrivenToDlq"]]]),
    policies: [PolicyDocumentLocation("policy", .resource, upTo: 30_720)], sendAction: "sns:Publish",
    useActions: ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"])
}

extension DeclaredResource<Topic> {
  public var arn: ARN<Topic> { ARN(attribute("arn")) }
  public var topicName: Text { attribute("name") }
}

extension Topic: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let topic = BlockView<Self>(block)
    self.init(name, tracing: try topic[\.tracing], encryptionKey: try topic[\.encryptionKey])
  }
}
