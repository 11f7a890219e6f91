/// Who hears what is published on which topic.
struct SubscriptionIndex {
  fileprivate struct Subscribers {
    var byTopic: [Text: [TopicSubscription.Subscriber]] = [:]
  }

  private let stack: DeclaredStack
  private let subscribers: Subscribers

  init(_ stack: DeclaredStack) {
    self.stack = stack
    subscribers = stack.fact { Subscribers($0) }
  }

  subscript(topic: ARN<Topic>) -> [TopicSubscription.Subscriber] {
    subscribers.byTopic[stack.simplified(topic.text), default: []]
  }
}

extension SubscriptionIndex.Subscribers {
  init(_ stack: DeclaredStack) {
    for subscription in stack.declared(TopicSubscription.self) {
      byTopic[stack.simplified(subscription.topic.text), default: []].append(subscription.subscriber)
    }
  }
}
