/// A topic that alarms of its region can publish on and that somebody hears: `aws_sns_topic` with its policy and
/// subscriptions.
public struct AlertTopic: Component {
  public var name: String
  public var physicalName: PhysicalName
  /// Who hears it. By name, so that a change of one leaves the others alone.
  public var subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional,
    tells subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  ) {
    self.name = name
    self.physicalName = physicalName
    self.subscribers = subscribers
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Topic> {
    let account = stack.callerIdentity().accountID
    let topic = stack.add(Topic(name, named: physicalName))
    stack.add(
      TopicPolicy(
        name, of: topic.arn,
        PolicyDocument([
          Statement(
            id: "AlarmsOfThisAccount", to: .service("cloudwatch.amazonaws.com"), ["sns:Publish"],
            on: [topic.arn.text], where: ["StringEquals": ["aws:SourceAccount": account]])
        ])))
    for (subscriber, endpoint) in subscribers {
      stack.add(TopicSubscription("\(name)-\(subscriber)", to: topic.arn, endpoint))
    }
    return topic
  }
}
