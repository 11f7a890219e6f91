/// An alarm to set off on purpose, to see whether who should hear of it does.
public struct AlarmDrill: Sendable {
  public let address: Address
  public let kind: Kind
  /// What AWS knows it by; `nil` where only Terraform knows.
  public let name: String?
  public let region: Region
  /// Who is told when it fires.
  public let listeners: [Listener]
  /// Composite alarms that look at it, and may fire with it.
  public let composites: [String]

  public enum Kind: String, Sendable {
    case metric = "MetricAlarm"
    case composite = "CompositeAlarm"
  }

  /// A subscriber that an alarm notifies, and the topic in between.
  public struct Listener: Hashable, Sendable {
    public let topic: String
    /// `nil` if the stack declares no subscriber of the topic.
    public let subscriber: String?
  }
}

extension AlarmDrill.Listener: CustomStringConvertible {
  public var description: String {
    subscriber.map { "\($0) by topic '\(topic)'" } ?? "topic '\(topic)', which has no subscriber in this stack"
  }
}

extension DeclaredStack {
  /// Every alarm in the order of declaration, those first that look at metrics: composite alarms look at them.
  public var drills: [AlarmDrill] {
    let subscribers = SubscriptionIndex(self)
    let composites = declared(CompositeAlarm.self)
    let all = alarms.map { alarm in
      AlarmDrill(
        address: alarm.declaration.address,
        kind: alarm.declaration.address.type == CompositeAlarm.type ? .composite : .metric,
        name: alarm.declaration.physicalName, region: alarm.region,
        listeners: (alarm.alarmActions ?? []).flatMap { listeners(to: $0, subscribers) },
        composites: composites.filter { composite in
          composite.region == alarm.region
            && composite.rule.alarmNames.contains { resolved($0) == alarm.declaration.physicalName }
        }.map(\.physicalName))
    }
    return all.filter { $0.kind == .metric } + all.filter { $0.kind == .composite }
  }

  private func listeners(to topic: Text, _ subscribers: SubscriptionIndex) -> [AlarmDrill.Listener] {
    let name = target(of: topic).map { $0.physicalName ?? $0.resource.name } ?? spelled(topic)
    let heard = subscribers[topic].map { AlarmDrill.Listener(topic: name, subscriber: words(for: $0)) }
    return heard.isEmpty ? [AlarmDrill.Listener(topic: name, subscriber: nil)] : heard
  }

  private func words(for subscription: SubscriptionIndex.Subscription) -> String {
    guard let subscriber = try? Subject<TopicSubscription>(subscription.declaration, in: self)?[\.subscriber] else {
      guard case .text(let endpoint) = subscription.declaration.block["endpoint"] else {
        return subscription.declaration.resource.name
      }
      return name(of: endpoint)
    }
    return switch subscriber {
    case .email(let address): address
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
