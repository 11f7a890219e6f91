public import TerraformModel

/// Who may publish to a topic (`aws_sns_topic_policy`). It replaces the default policy, which allows the topic's account.
public struct TopicPolicy: ResourceModel {
  public static let type = "aws_sns_topic_policy"

  public let name: String
  /// `arn`
  public var topic: ARN<Topic>
  /// `policy`
  public var policy: PolicyDocument

  public init(_ name: String, of topic: ARN<Topic>, _ policy: PolicyDocument) {
    self.name = name
    self.topic = topic
    self.policy = policy
  }

  public static let arguments = ArgumentTable<TopicPolicy> { table in
    table.add("arn", \.topic, .arn)
    table.add("policy", \.policy)
  }

  /// Its `arn` is that of the topic.
  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html", identifiedBy: [],
    iamPrefix: "sns", policies: [PolicyDocumentLocation("policy", .resource, upTo: 30_720, of: "arn")],
    removal: .permission)
}

extension TopicPolicy: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let policy = BlockView<Self>(block)
    self.init(name, of: try policy[\.topic], try policy[\.policy])
  }
}
