/// Who hears what is published on which topic.
struct SubscriptionIndex {
  private let stack: DeclaredStack
  private var byTopic: [Text: [TopicSubscription.Subscriber]] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for subscription in stack.declared(TopicSubscription.self) {
      byTopic[stack.simplified(subscription.topic.text), default: []].append(subscription.subscriber)
    }
  }

  subscript(topic: ARN<Topic>) -> [TopicSubscription.Subscriber] {
    byTopic[stack.simplified(topic.text), default: []]
  }
}
