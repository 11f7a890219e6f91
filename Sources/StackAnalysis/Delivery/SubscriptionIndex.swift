import AWSModel
package import TerraformModel

/// The subscriptions of a stack by topic, declared by type or not.
package struct SubscriptionIndex {
  /// One subscription.
  package struct Subscription {
    package let declaration: Declaration
    /// `protocol`, or `chat` for a chat channel; `nil` where it is not known before Terraform runs.
    let way: String?

    /// Whether a message goes on through AWS.
    var isPartOfRequest: Bool {
      way.map { ["lambda", "sqs", "firehose"].contains($0) } ?? false
    }

    /// Whether a message reaches people directly.
    package var isPerson: Bool {
      way.map { ["email", "email-json", "sms", "http", "https", "application", "chat"].contains($0) } ?? true
    }
  }

  fileprivate struct Subscriptions: Sendable {
    var byTopic = Evidence<Text, Subscription>()
  }

  private let stack: DeclaredStack
  private let subscriptions: Subscriptions

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    subscriptions = stack.cached { Subscriptions($0) }
  }

  /// The subscriptions that are known to be of a topic.
  package subscript(topic: Text) -> [Subscription] { subscriptions.byTopic[stack.simplified(topic)] }

  /// Every subscription of a topic.
  ///
  /// - Throws: Where a subscription may be one more.
  func all(of topic: Text) throws(DecodingFailure) -> [Subscription] {
    try subscriptions.byTopic.all(for: stack.simplified(topic))
  }

  /// The first subscription of a topic that is what a rule looks for.
  ///
  /// - Throws: Where none is known to be, and one may be.
  package func first(
    of topic: Text, where isMeant: (Subscription) -> Bool = { _ in true }
  ) throws(DecodingFailure) -> Subscription? {
    try subscriptions.byTopic.first(for: stack.simplified(topic), where: isMeant)
  }
}

extension SubscriptionIndex {
  /// Whether a topic passes requests on to a function, a queue or a delivery stream, and not to people only.
  ///
  /// - Throws: Where no subscription is known to be of this kind, and one may be.
  package func passesRequestsOn(_ topic: Declaration) throws(DecodingFailure) -> Bool {
    let arn = stack.arn(of: topic)
    if self[arn].contains(where: \.isPartOfRequest) { return true }
    if let unclear = try all(of: arn).first(where: { $0.way == nil }) {
      throw DecodingFailure(argument: "protocol", reason: .knownAfterApply).asEvidence(unclear.declaration)
    }
    return false
  }

  /// The topic that a destination is, where nothing subscribes to it: what is sent there is lost.
  ///
  /// - Throws: Where the destination, or a subscription that may be of it, is known only after apply.
  package func silentTopic(_ destination: Text, in argument: String) throws(DecodingFailure) -> Declaration? {
    guard let topic = try stack.target(of: destination, in: argument), topic.address.type == Topic.type else {
      return nil
    }
    return try first(of: stack.arn(of: topic)) == nil ? topic : nil
  }
}

extension DeclaredStack {
  /// The reference to a resource's ARN.
  package func arn(of declaration: Declaration) -> Text {
    Text(Reference(address: declaration.address, attribute: "arn", stack: identity))
  }
}

extension SubscriptionIndex.Subscriptions {
  init(_ stack: DeclaredStack) {
    for subscription in stack.subjects(TopicSubscription.self) {
      byTopic.record(subscription.declaration) { () throws(DecodingFailure) in
        let topic = try subscription[\.topic].text
        try topic.expectDecided(in: "topic_arn")
        let way = subscription.declaration.block["protocol"]?.text(in: stack)
        return [
          (stack.simplified(topic), SubscriptionIndex.Subscription(declaration: subscription.declaration, way: way))
        ]
      }
    }
    for (argument, channels) in stack.managed(by: { ResourceCatalog.aws.facts[$0]?.showsTopics }) {
      for channel in channels {
        byTopic.record(channel) { () throws(DecodingFailure) in
          try BlockDecoder(channel.block).texts(argument).map { topic throws(DecodingFailure) in
            try topic.expectDecided(in: argument)
            return (stack.simplified(topic), SubscriptionIndex.Subscription(declaration: channel, way: "chat"))
          }
        }
      }
    }
  }
}
