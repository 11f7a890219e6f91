/// Who may send to a queue besides its own account's roles (`aws_sqs_queue_policy`). A service without it loses its
/// messages in silence: SNS and EventBridge do not tell.
public struct QueuePolicy: Resource {
  public static let type = "aws_sqs_queue_policy"

  public let name: String
  /// `queue_url`; AWS refuses the ARN.
  public var queueURL: Text
  public var policy: PolicyDocument

  public init(_ name: String, of queueURL: Text, _ policy: PolicyDocument) {
    self.name = name
    self.queueURL = queueURL
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("queue_url", queueURL)
    block.set("policy", policy)
  }
}

extension Statement {
  /// A service that puts messages into a queue by itself, and the one thing it does so for.
  public enum Sender: Hashable, Sendable {
    /// A subscription of a queue, or the dead letters of any subscription.
    case topic(ARN<Topic>)
    /// A target of a rule, or the dead letters of any target.
    case eventRule(ARN<EventRule>)
  }

  /// Lets a service send to a queue, but only for this topic or rule: otherwise anybody's could.
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

extension QueuePolicy: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try block.text("queue_url"), try block.policy("policy"))
  }
}
