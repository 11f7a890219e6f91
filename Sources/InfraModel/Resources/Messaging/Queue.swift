/// Messages that wait to be worked on (`aws_sqs_queue`).
public struct Queue: Resource {
  public static let type = "aws_sqs_queue"
  public static let namingRule: NamingRule? = NamingRule(length: 1...80, characters: .alphanumerics(and: "-_"))

  public let name: String
  public var physicalName: PhysicalName
  /// `message_retention_seconds`: one minute to fourteen days.
  public var retention: Duration
  /// `visibility_timeout_seconds`: how long a message that somebody works on is hidden from others; up to twelve hours.
  /// AWS asks for six times the timeout of the function that reads the queue.
  public var visibilityTimeout: Duration
  /// `redrive_policy`: where a message goes that nobody can work on. Without it such a message comes back until
  /// `retention` is over, and then it is lost.
  public var redrive: Redrive?
  public var encryption: Encryption
  /// `policy`: who may send besides the account's own roles. Written here rather than as a `QueuePolicy` it saves
  /// terraform half a minute of waiting, twice.
  public var policy: PolicyDocument?

  /// A queue for what this one gives up on, and when it does.
  public struct Redrive: Hashable, Sendable {
    /// `deadLetterTargetArn`: a queue of the same account and region.
    public var deadLetters: ARN<Queue>
    /// `maxReceiveCount`: how many times a message is handed out, 1 to 1,000.
    public var receives: Int

    public init(to deadLetters: ARN<Queue>, afterReceives receives: Int) {
      self.deadLetters = deadLetters
      self.receives = receives
    }
  }

  /// Who holds the key that messages are kept under. Both arguments at once are refused, so this is one choice.
  public enum Encryption: Hashable, Sendable {
    /// `sqs_managed_sse_enabled`: SQS does, and everybody who may send can.
    case managed
    /// `kms_master_key_id`: a key whose policy lets the senders use it; `alias/aws/sqs` shuts out SNS and EventBridge.
    case key(Text)
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, retention: Duration,
    visibilityTimeout: Duration = .seconds(30), redrive: Redrive? = nil, encryption: Encryption = .managed,
    policy: PolicyDocument? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.retention = retention
    self.visibilityTimeout = visibilityTimeout
    self.redrive = redrive
    self.encryption = encryption
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("message_retention_seconds", retention)
    block.set("visibility_timeout_seconds", visibilityTimeout)
    if let redrive {
      block["redrive_policy"] = .json([
        "deadLetterTargetArn": redrive.deadLetters.value, "maxReceiveCount": redrive.receives.value,
      ])
    }
    block.set("policy", policy)
    switch encryption {
    case .managed: block.set("sqs_managed_sse_enabled", true)
    case .key(let key): block.set("kms_master_key_id", key)
    }
  }
}

extension Declared<Queue> {
  public var arn: ARN<Queue> { ARN(attribute("arn")) }
  public var queueURL: Text { attribute("url") }
  public var queueName: Text { attribute("name") }

  /// Messages that wait. For a dead-letter queue, anything above nought is news.
  public var waitingMessages: Metric { metric("ApproximateNumberOfMessagesVisible", silence: .nothingHappened) }
  /// How many seconds the oldest message has been waiting.
  public var oldestMessageAge: Metric { metric("ApproximateAgeOfOldestMessage", silence: .nothingHappened) }

  private func metric(_ name: String, silence: Silence) -> Metric {
    Metric(name, in: "AWS/SQS", dimensions: ["QueueName": queueName], silence: silence)
  }
}

extension Queue: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, retention: try block.secondsIfAny("message_retention_seconds") ?? .seconds(345_600),
      visibilityTimeout: try block.secondsIfAny("visibility_timeout_seconds") ?? .seconds(30),
      // Where it is known only after apply, no rule is the worse for it.
      redrive: (try? block.documentIfAny("redrive_policy")).flatMap { Redrive(reading: $0) },
      encryption: try block.textIfAny("kms_master_key_id").map { .key($0) } ?? .managed,
      policy: try block.policyIfAny("policy"))
  }
}

extension Queue.Redrive {
  fileprivate init?(reading document: Value) {
    guard case .map(let members) = document, case .text(let queue)? = members["deadLetterTargetArn"],
      let receives = members["maxReceiveCount"].flatMap({ try? Int(reading: $0) })
    else { return nil }
    self.init(to: ARN(queue), afterReceives: receives)
  }
}
