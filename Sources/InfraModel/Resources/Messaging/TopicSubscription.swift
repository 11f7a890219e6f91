/// Somebody or something that hears what is published on a topic (`aws_sns_topic_subscription`).
public struct TopicSubscription: Resource {
  public static let type = "aws_sns_topic_subscription"

  public let name: String
  public var topic: ARN<Topic>
  public var subscriber: Subscriber
  /// `redrive_policy`: where a message goes that could not be delivered.
  public var deadLetters: ARN<Queue>?

  /// `protocol` and `endpoint`, which only fit each other.
  public enum Subscriber: Hashable, Sendable {
    /// A mailbox. Nothing arrives before somebody has followed the link in the first mail; Terraform cannot do that.
    case email(String)
    /// A telephone number in E.164, such as `+4915112345678`.
    case textMessage(String)
    /// A web hook, which has to confirm by itself.
    case https(String)
    case function(ARN<LambdaFunction>)
    /// A queue, with the message alone where `raw`, otherwise in SNS's envelope.
    case queue(ARN<Queue>, raw: Bool)
  }

  public init(_ name: String, to topic: ARN<Topic>, _ subscriber: Subscriber, deadLetters: ARN<Queue>? = nil) {
    self.name = name
    self.topic = topic
    self.subscriber = subscriber
    self.deadLetters = deadLetters
  }

  public func encode(into block: inout Block) {
    block.set("topic_arn", topic)
    switch subscriber {
    case .email(let address):
      block.set("protocol", "email")
      block.set("endpoint", address)
    case .textMessage(let number):
      block.set("protocol", "sms")
      block.set("endpoint", number)
    case .https(let url):
      block.set("protocol", "https")
      block.set("endpoint", url)
    case .function(let function):
      block.set("protocol", "lambda")
      block.set("endpoint", function)
    case .queue(let queue, let raw):
      block.set("protocol", "sqs")
      block.set("endpoint", queue)
      block.set("raw_message_delivery", raw)
    }
    if let deadLetters {
      block["redrive_policy"] = .json(["deadLetterTargetArn": deadLetters.value])
    }
  }
}

extension TopicSubscription: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, to: try block.arn("topic_arn"), try Subscriber(reading: block),
      deadLetters: (try? block.documentIfAny("redrive_policy")).flatMap { document in
        guard case .map(let members) = document, case .text(let queue)? = members["deadLetterTargetArn"] else {
          return nil
        }
        return ARN(queue)
      })
  }
}

extension TopicSubscription.Subscriber {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let word = try block.string("protocol")
    switch word {
    case "email", "email-json": self = .email(try block.string("endpoint"))
    case "sms": self = .textMessage(try block.string("endpoint"))
    case "https", "http": self = .https(try block.text("endpoint").known ?? "")
    case "lambda": self = .function(try block.arn("endpoint"))
    case "sqs": self = .queue(try block.arn("endpoint"), raw: try block.boolIfAny("raw_message_delivery") ?? false)
    default: throw block.error("protocol", .unfit("'\(word)'"))
    }
  }
}
