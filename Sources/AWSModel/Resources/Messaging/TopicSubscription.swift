public import TerraformModel

/// An endpoint that gets the messages published to a topic (`aws_sns_topic_subscription`).
public struct TopicSubscription: ResourceModel {
  public static let type = "aws_sns_topic_subscription"

  public let name: String
  /// `topic_arn`
  public var topic: ARN<Topic>
  /// `protocol` and `endpoint`
  public var subscriber: Subscriber
  /// `redrive_policy.deadLetterTargetArn`: where SNS moves messages that it cannot deliver.
  public var deadLetters: ARN<Queue>?

  /// `protocol` and `endpoint`, which depend on each other.
  public enum Subscriber: Hashable, Sendable {
    /// An email address. SNS delivers once the link in the confirmation mail is followed, which Terraform cannot do.
    case email(Text)
    /// A phone number in E.164, such as `+4915112345678`.
    case textMessage(String)
    /// A web hook, which has to confirm the subscription itself.
    case https(String)
    case function(ARN<LambdaFunction>)
    /// A queue. `raw`, `raw_message_delivery`: whether it gets the message without SNS's envelope.
    case queue(ARN<Queue>, raw: Bool)
  }

  public init(_ name: String, to topic: ARN<Topic>, _ subscriber: Subscriber, deadLetters: ARN<Queue>? = nil) {
    self.name = name
    self.topic = topic
    self.subscriber = subscriber
    self.deadLetters = deadLetters
  }

  public static let arguments = ArgumentTable<TopicSubscription> { table in
    table.add("topic_arn", \.topic, .arn)
    table.add(
      "protocol", \.subscriber.way,
      .word(["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"]))
    table.add("endpoint", \.subscriber.endpoint)
    table.add("raw_message_delivery", \.subscriber.isRaw)
    table.derived(\.subscriber) { subscription throws(DecodingFailure) in try Subscriber(of: subscription) }
    table.document("redrive_policy", \.redrive)
    table.derived(\.deadLetters) { subscription throws(DecodingFailure) in try subscription[\.redrive]?.deadLetters }
    table.unmodeled("filter_policy", .document)
    table.unmodeled("filter_policy_scope", .word(["MessageAttributes", "MessageBody"]))
    table.constraint(
      "has an endpoint that does not fit its protocol", fix: "set `endpoint` to a value that fits `protocol`"
    ) {
      subscription in
      guard let way = subscription.text("protocol"), let endpoint = subscription.text("endpoint") else { return true }
      return isEndpoint(endpoint, for: way)
    }
    table.constraint(
      "has raw message delivery, which its protocol does not support", fix: "remove `raw_message_delivery`"
    ) { subscription in
      guard let way = subscription.text("protocol") else { return true }
      return !subscription.isTrue("raw_message_delivery") || ["sqs", "http", "https", "firehose"].contains(way)
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html", iamPrefix: "sns",
    removal: .subscriber(argument: "topic_arn"))

  /// `redrive_policy`
  struct Redrive: ArgumentBlock {
    /// `deadLetterTargetArn`
    let deadLetters: ARN<Queue>

    static let arguments = ArgumentTable<Redrive> { table in
      table.add("deadLetterTargetArn", \.deadLetters, .arn)
    }

    init(to deadLetters: ARN<Queue>) {
      self.deadLetters = deadLetters
    }

    init(reading block: BlockView<Redrive>) throws(DecodingFailure) {
      deadLetters = try block[\.deadLetters]
    }
  }

  var redrive: Redrive? { deadLetters.map { Redrive(to: $0) } }
}

extension TopicSubscription.Subscriber {
  /// A service of PagerDuty, by the key of its integration `Amazon CloudWatch`. The key can only create incidents; it is
  /// in the configuration and in the state.
  public static func pagerDuty(integrationKey: String) -> TopicSubscription.Subscriber {
    .https("https://events.pagerduty.com/integration/\(integrationKey)/enqueue")
  }

  /// A team of Opsgenie, by the API key of its integration `Amazon CloudWatch`. The key can only create alerts; it is in the
  /// configuration and in the state.
  public static func opsgenie(apiKey: String) -> TopicSubscription.Subscriber {
    .https("https://api.opsgenie.com/v1/json/cloudwatch?apiKey=\(apiKey)")
  }

  /// `protocol`
  package var way: String {
    switch self {
    case .email: "email"
    case .textMessage: "sms"
    case .https: "https"
    case .function: "lambda"
    case .queue: "sqs"
    }
  }

  /// `endpoint`
  package var endpoint: Text {
    switch self {
    case .email(let address): address
    case .textMessage(let number): Text(number)
    case .https(let url): Text(url)
    case .function(let function): function.text
    case .queue(let queue, _): queue.text
    }
  }

  /// `raw_message_delivery`
  var isRaw: Bool? {
    if case .queue(_, let raw) = self { raw } else { nil }
  }

  fileprivate init(of subscription: BlockView<TopicSubscription>) throws(DecodingFailure) {
    let (way, endpoint) = (try subscription[\.subscriber.way], try subscription[\.subscriber.endpoint])
    switch way {
    case "email", "email-json": self = .email(endpoint)
    case "sms": self = .textMessage(try known(endpoint))
    case "https", "http": self = .https(endpoint.known ?? "")
    case "lambda": self = .function(ARN(endpoint))
    case "sqs": self = .queue(ARN(endpoint), raw: try subscription[\.subscriber.isRaw] ?? false)
    default: throw DecodingFailure(argument: "protocol", reason: .unfit("'\(way)'"))
    }
  }
}

private func known(_ endpoint: Text) throws(DecodingFailure) -> String {
  guard let known = endpoint.known else { throw DecodingFailure(argument: "endpoint", reason: endpoint.reasonUnknown) }
  return known
}

private func isEndpoint(_ endpoint: String, for way: String) -> Bool {
  switch way {
  case "email", "email-json":
    let parts = endpoint.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !endpoint.contains(" ")
  case "sms":
    let digits = endpoint.utf8.filter { (48...57).contains($0) }.count
    return endpoint.hasPrefix("+") && (7...15).contains(digits) && !endpoint.contains(where: \.isLetter)
  case "https": return endpoint.hasPrefix("https://")
  case "http": return endpoint.hasPrefix("http://")
  case "lambda", "sqs", "firehose", "application": return endpoint.hasPrefix("arn:")
  default: return true
  }
}

extension TopicSubscription: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let subscription = BlockView<Self>(block)
    self.init(
      name, to: try subscription[\.topic], try subscription[\.subscriber],
      // Rules read the typed model as a whole, and most do not need it.
      deadLetters: try? subscription[\.deadLetters])
  }
}
