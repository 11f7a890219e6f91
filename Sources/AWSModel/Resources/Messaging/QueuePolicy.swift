public import TerraformModel

/// Who may send to a queue besides the roles of its account (`aws_sqs_queue_policy`). SNS and EventBridge drop messages
/// that the policy does not allow, without an error to the sender.
public struct QueuePolicy: ResourceModel {
  public static let type = "aws_sqs_queue_policy"

  public let name: String
  /// `queue_url`; AWS refuses the ARN.
  public var queueURL: Text
  /// `policy`
  public var policy: PolicyDocument

  public init(_ name: String, of queueURL: Text, _ policy: PolicyDocument) {
    self.name = name
    self.queueURL = queueURL
    self.policy = policy
  }

  public static let arguments = ArgumentTable<QueuePolicy> { table in
    table.add("queue_url", \.queueURL, .identifier)
    table.add("policy", \.policy)
  }

  public static let facts = ResourceFacts(
    type,
    documentation:
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html",
    identifiedBy: [], iamPrefix: "sqs",
    policies: [PolicyDocumentLocation("policy", .resource, upTo: 10_240, of: "queue_url")], removal: .permission)
}

extension Statement {
  /// A service that sends to a queue, with the one resource that it sends for.
  public enum Sender: Hashable, Sendable {
    /// A subscription of the queue, or a subscription whose dead-letter queue it is.
    case topic(ARN<Topic>)
    /// A rule whose target it is, or whose target has it as dead-letter queue.
    case eventRule(ARN<EventRule>)
  }

  /// Allows a service to send to a queue for this topic or rule alone; without the condition any account's could.
  public static func send(to queue: ARN<Queue>, from sender: Sender) -> Statement {
    let (service, source) =
      switch sender {
      case .topic(let topic): ("sns.amazonaws.com", topic.text)
      case .eventRule(let rule): ("events.amazonaws.com", rule.text)
      }
    return Statement(
      to: .service(service), ["sqs:SendMessage"], on: [queue.text],
      where: ["ArnEquals": ["aws:SourceArn": source]])
  }
}

extension QueuePolicy: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let policy = BlockView<Self>(block)
    self.init(name, of: try policy[\.queueURL], try policy[\.policy])
  }
}
