/// Who hears what is published on which topic, be the subscription declared by type or not.
struct SubscriptionIndex {
  /// One subscription, in SNS's words.
  struct Subscription {
    let declaration: Declaration
    /// `protocol`; `nil` where it is not known before Terraform runs.
    let way: String?

    /// Whether a message gets to people without more of our own machinery.
    var isPerson: Bool {
      way.map { ["email", "email-json", "sms", "http", "https", "application"].contains($0) } ?? true
    }
  }

  fileprivate struct Subscriptions {
    var byTopic: [Text: [Subscription]] = [:]
  }

  private let stack: DeclaredStack
  private let subscriptions: Subscriptions

  init(_ stack: DeclaredStack) {
    self.stack = stack
    subscriptions = stack.fact { Subscriptions($0) }
  }

  subscript(topic: Text) -> [Subscription] { subscriptions.byTopic[stack.simplified(topic), default: []] }
}

extension SubscriptionIndex.Subscriptions {
  init(_ stack: DeclaredStack) {
    for declaration in stack.managed(TopicSubscription.type) {
      guard case .text(let topic) = declaration.block["topic_arn"] else { continue }
      byTopic[stack.simplified(topic), default: []].append(
        SubscriptionIndex.Subscription(
          declaration: declaration, way: declaration.block["protocol"]?.text(in: stack)))
    }
  }
}
