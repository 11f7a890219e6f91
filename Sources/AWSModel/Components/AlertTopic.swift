public import TerraformModel

/// A topic that the alarms of its region can publish to and that has subscribers: `aws_sns_topic` with its policy and
/// subscriptions.
public struct AlertTopic: Component {
  public var name: String
  public var physicalName: PhysicalName
  /// The subscribers, by name, so that a change to one does not affect the others.
  public var subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  /// The chat channels that show its messages, by name.
  public var chat: KeyValuePairs<String, ChatChannel>
  /// Whether EventBridge rules may publish too, such as one for X-Ray insights.
  public var takesEvents: Bool

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, takesEvents: Bool = false,
    subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>, chat: KeyValuePairs<String, ChatChannel> = [:]
  ) {
    self.name = name
    self.physicalName = physicalName
    self.takesEvents = takesEvents
    self.subscribers = subscribers
    self.chat = chat
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Topic> {
    let account = stack.callerIdentity().accountID
    let topic = stack.add(Topic(name, named: physicalName))
    stack.add(
      TopicPolicy(
        name, of: topic.arn,
        PolicyDocument(
          [
            Statement(
              id: "AlarmsOfThisAccount", to: .service("cloudwatch.amazonaws.com"), ["sns:Publish"],
              on: [topic.arn.text], where: ["StringEquals": ["aws:SourceAccount": account]])
          ] + (takesEvents ? [events(to: topic)] : []))))
    for (subscriber, endpoint) in subscribers {
      stack.add(TopicSubscription("\(name)-\(subscriber)", to: topic.arn, endpoint))
    }
    for (channelName, channel) in chat {
      stack.add(ChatNotification(name: "\(name)-\(channelName)", channel: channel, topic: topic.arn))
    }
    return topic
  }

  /// Without a condition: SNS supports none for messages that EventBridge publishes.
  private func events(to topic: Declared<Topic>) -> Statement {
    Statement(id: "Events", to: .service("events.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
  }
}
