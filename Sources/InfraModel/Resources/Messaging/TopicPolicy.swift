/// Who may publish on a topic (`aws_sns_topic_policy`). It replaces the policy that lets the topic's own account do so.
public struct TopicPolicy: Resource {
  public static let type = "aws_sns_topic_policy"

  public let name: String
  public var topic: ARN<Topic>
  public var policy: PolicyDocument

  public init(_ name: String, of topic: ARN<Topic>, _ policy: PolicyDocument) {
    self.name = name
    self.topic = topic
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("arn", topic)
    block.set("policy", policy)
  }
}

extension TopicPolicy: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try block.arn("arn"), try block.policy("policy"))
  }
}
