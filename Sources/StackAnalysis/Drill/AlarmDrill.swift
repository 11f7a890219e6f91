import AWSModel
public import TerraformModel

/// An alarm to set off on purpose, to test that its subscribers are notified.
public struct AlarmDrill: Sendable {
  public let address: Address
  public let kind: Kind
  /// What AWS knows it by; `nil` where only Terraform knows.
  public let name: String?
  public let region: Region
  /// The subscribers that are notified when it fires.
  public let subscribers: [Subscriber]
  /// Composite alarms that look at it, and may fire with it.
  public let composites: [String]

  public enum Kind: String, Sendable {
    case metric = "MetricAlarm"
    case composite = "CompositeAlarm"
  }

  /// A subscriber that an alarm notifies, and the topic in between.
  public struct Subscriber: Hashable, Sendable {
    public let topic: String
    /// The subscriber's endpoint; `nil` if the stack declares no subscriber of the topic.
    public let name: String?
  }
}

extension AlarmDrill.Subscriber: CustomStringConvertible {
  public var description: String {
    name.map { "\($0) by topic '\(topic)'" } ?? "topic '\(topic)', which has no subscriber in this stack"
  }
}

extension DeclaredStack {
  /// Every alarm in the order of declaration, those first that look at metrics: composite alarms look at them.
  public var drills: [AlarmDrill] {
    let index = SubscriptionIndex(self)
    let composites = declared(CompositeAlarm.self)
    let all = alarms.map { alarm in
      AlarmDrill(
        address: alarm.declaration.address,
        kind: alarm.declaration.address.type == CompositeAlarm.type ? .composite : .metric,
        name: alarm.declaration.physicalName, region: alarm.region,
        subscribers: (alarm.alarmActions ?? []).flatMap { subscribers(of: $0, index) },
        composites: composites.filter { composite in
          composite.region == alarm.region
            && composite.rule.alarmNames.contains { resolved($0) == alarm.declaration.physicalName }
        }.map(\.physicalName))
    }
    return all.filter { $0.kind == .metric } + all.filter { $0.kind == .composite }
  }

  private func subscribers(of topic: Text, _ index: SubscriptionIndex) -> [AlarmDrill.Subscriber] {
    let name = target(of: topic).map { $0.physicalName ?? $0.resource.name } ?? spelled(topic)
    let subscribers = index[topic].map { AlarmDrill.Subscriber(topic: name, name: words(for: $0)) }
    return subscribers.isEmpty ? [AlarmDrill.Subscriber(topic: name, name: nil)] : subscribers
  }

  private func words(for subscription: SubscriptionIndex.Subscription) -> String {
    guard let subscriber = try? Subject<TopicSubscription>(subscription.declaration, in: self)?[\.subscriber] else {
      guard case .text(let endpoint) = subscription.declaration.block["endpoint"] else {
        let name = subscription.declaration.resource.name
        return subscription.way == "chat" ? "chat channel '\(name)'" : name
      }
      return name(of: endpoint)
    }
    return switch subscriber {
    case .email(let address): name(of: address)
    case .textMessage(let number): number
    case .https(let url): url
    case .function(let function): "function '\(name(of: function.text))'"
    case .queue(let queue, _): "queue '\(name(of: queue.text))'"
    }
  }

  private func name(of arn: Text) -> String {
    target(of: arn).map { $0.physicalName ?? $0.resource.name } ?? spelled(arn)
  }
}
