/// A topic that alarms of its region can publish on and that somebody hears: `aws_sns_topic` with its policy and
/// subscriptions.
public struct AlertTopic: Component {
  public var name: String
  public var physicalName: PhysicalName
  /// Who hears it. By name, so that a change of one leaves the others alone.
  public var subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  /// Whether EventBridge's rules may publish too, such as one for the insights of X-Ray.
  public var takesEvents: Bool

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, takesEvents: Bool = false,
    tells subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  ) {
    self.name = name
    self.physicalName = physicalName
    self.takesEvents = takesEvents
    self.subscribers = subscribers
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
    return topic
  }

  /// Without a condition: SNS knows none for what EventBridge publishes.
  private func events(to topic: Declared<Topic>) -> Statement {
    Statement(id: "Events", to: .service("events.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
  }
}
