public import TerraformModel

/// A queue of messages that wait to be processed (`aws_sqs_queue`).
public struct Queue: ResourceModel {
  public static let type = "aws_sqs_queue"

  public let name: String
  public var physicalName: PhysicalName
  /// `message_retention_seconds`: one minute to fourteen days.
  public var retention: Duration
  /// `visibility_timeout_seconds`: how long a received message is hidden from other consumers; up to twelve hours.
  /// AWS recommends six times the timeout of the function that reads the queue.
  public var visibilityTimeout: Duration
  /// `redrive_policy`: where a message goes that consumers fail to process. Without it such a message is received again
  /// until `retention` is over, and is then lost.
  public var redrive: Redrive?
  public var encryption: Encryption
  /// `policy`: who may send besides the account's own roles. Written here rather than as a `QueuePolicy` it saves
  /// Terraform half a minute of waiting, twice.
  public var policy: PolicyDocument?

  /// The dead-letter queue, and when messages move to it.
  public struct Redrive: Hashable, Sendable {
    /// `deadLetterTargetArn`: a queue of the same account and region.
    public var deadLetters: ARN<Queue>
    /// `maxReceiveCount`: how many times a message is received, 1 to 1,000.
    public var receives: Int

    public init(to deadLetters: ARN<Queue>, afterReceives receives: Int) {
      self.deadLetters = deadLetters
      self.receives = receives
    }
  }

  /// Who holds the key that encrypts messages. AWS rejects both arguments together, so this is one choice.
  public enum Encryption: Hashable, Sendable {
    /// `sqs_managed_sse_enabled`: SQS does, and senders need no further permission.
    case managed
    /// `kms_master_key_id`: a key whose policy allows the senders; `alias/aws/sqs` does not allow SNS or EventBridge.
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

  public static let arguments = ArgumentTable<Queue> { table in
    table.duration(
      "message_retention_seconds", \.retention, in: .seconds, 60...1_209_600, default: .seconds(345_600))
    table.duration(
      "visibility_timeout_seconds", \.visibilityTimeout, in: .seconds, 0...43_200, default: .seconds(30))
    table.document("redrive_policy", \.redrive)
    table.add("policy", \.policy)
    table.written("sqs_managed_sse_enabled") { $0.encryption == .managed ? true : nil }
    table.add("kms_master_key_id", \.encryption.key, .identifier)
    table.derived(\.encryption) { queue throws(DecodingFailure) in
      try queue[\.encryption.key].map { .key($0) } ?? .managed
    }
    table.unmodeled("delay_seconds", .range(0...900), default: 0)
    table.unmodeled("receive_wait_time_seconds", .range(0...20), default: 0)
    table.unmodeled("max_message_size", .range(1_024...1_048_576))
    table.constraint("is a FIFO queue without '.fifo' at the end of its name", fix: "add '.fifo' to `name`") { queue in
      !queue.isTrue("fifo_queue") || queue.text("name")?.hasSuffix(".fifo") ?? true
    }
    table.constraint(
      "is encrypted both by SQS and with a key", fix: "set either `sqs_managed_sse_enabled` or `kms_master_key_id`"
    ) { !$0.isTrue("sqs_managed_sse_enabled") || !$0.has("kms_master_key_id") }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html",
    name: NamingRule(length: 1...80, characters: .alphanumerics(and: "-_")), identifiedBy: ["arn", "url"],
    data: StatefulData("messages", in: "queue"), iamPrefix: "sqs", hasParts: false,
    dimension: NamedDimension("QueueName", attributes: ["name"]),
    metrics: MetricNamespace(
      "AWS/SQS", by: [["QueueName"]],
      [
        MetricGroup(
          .age(.seconds), .noEvents,
          ["ApproximateAgeOfOldestMessage", "ApproximateAgeOfOldestMessageInQuietGroups"]),
        MetricGroup(
          .level, .noEvents,
          [
            "ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed", "ApproximateNumberOfGroupsWithInflightMessages",
            "ApproximateNumberOfNoisyGroups", "ApproximateNumberOfMessagesVisibleInQuietGroups",
            "ApproximateNumberOfMessagesNotVisibleInQuietGroups", "ApproximateNumberOfMessagesDelayedInQuietGroups",
          ]),
        MetricGroup(
          .count, .noEvents,
          [
            "NumberOfMessagesSent", "NumberOfMessagesReceived", "NumberOfMessagesDeleted", "NumberOfEmptyReceives",
            "NumberOfDeduplicatedSentMessages",
          ]),
        MetricGroup(.amount, .noActivity, ["SentMessageSize"]),
      ],
      concerns: [
        .waiting: [["ApproximateAgeOfOldestMessage"]], .backlog: [["ApproximateNumberOfMessagesVisible"]],
      ]),
    policies: [PolicyDocumentLocation("policy", .resource, upTo: 10_240)], sendAction: "sqs:SendMessage",
    useActions: [
      "sqs:SendMessage", "sqs:ReceiveMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:PurgeQueue",
    ])
}

extension Queue.Redrive: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("deadLetterTargetArn", \.deadLetters, .arn)
    table.add("maxReceiveCount", \.receives, .range(1...1_000))
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(to: try block[\.deadLetters], afterReceives: try block[\.receives])
  }
}

extension Queue.Encryption {
  /// `kms_master_key_id`
  var key: Text? {
    switch self {
    case .managed: nil
    case .key(let key): key
    }
  }
}

extension DeclaredResource<Queue> {
  public var arn: ARN<Queue> { ARN(attribute("arn")) }
  public var queueURL: Text { attribute("url") }
  public var queueName: Text { attribute("name") }

  /// The messages that wait. For a dead-letter queue, any value above zero needs attention.
  public var waitingMessages: Metric { metric("ApproximateNumberOfMessagesVisible") }
  /// How many seconds the oldest message has been waiting.
  public var oldestMessageAge: Metric { metric("ApproximateAgeOfOldestMessage") }
}

extension Queue: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name, retention: try block.secondsIfPresent("message_retention_seconds") ?? .seconds(345_600),
      visibilityTimeout: try block.secondsIfPresent("visibility_timeout_seconds") ?? .seconds(30),
      // A value that is known only after apply is no problem for any rule.
      redrive: (try? block.documentIfPresent("redrive_policy")).flatMap { Redrive(reading: $0) },
      encryption: try block.textIfPresent("kms_master_key_id").map { .key($0) } ?? .managed,
      policy: try block.policyIfPresent("policy"))
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
