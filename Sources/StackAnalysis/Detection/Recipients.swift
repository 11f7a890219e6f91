import AWSModel
import TerraformModel

/// A subscriber that an alarm notifies.
public struct AlarmRecipient: Hashable, Sendable {
  /// The endpoint, such as an email address; for a topic whose subscribers the stack does not declare, the topic.
  public let endpoint: String
  /// What stacks call it: the topic, and the subscription with and without the topic's name before it.
  public let names: Set<String>
}

extension AlarmRecipient: CustomStringConvertible {
  public var description: String { endpoint }

  /// Whether it is called so, or has this endpoint.
  package func isCalled(_ name: String) -> Bool { endpoint == name || names.contains(name) }
}

/// Who is notified by which alarm.
struct RecipientIndex {
  private var recipients: [Address: [AlarmRecipient]] = [:]

  init(_ stack: DeclaredStack) {
    let index = SubscriptionIndex(stack)
    let words = Dictionary(stack.drills.map { ($0.address, $0.subscribers) }, uniquingKeysWith: { first, _ in first })
    for alarm in stack.alarms where !alarm.isMuted {
      var subscribers = words[alarm.declaration.address, default: []][...]
      for topic in alarm.alarmActions ?? [] {
        let target = stack.target(of: topic)
        let label = target?.resource.name ?? stack.spelled(topic)
        let subscriptions = index[topic]
        for subscription in subscriptions {
          let name = subscription.declaration.resource.name
          let short = name.hasPrefix("\(label)-") ? String(name.dropFirst(label.count + 1)) : name
          let endpoint = subscribers.popFirst()?.name ?? name
          recipients[alarm.declaration.address, default: []].append(
            AlarmRecipient(endpoint: endpoint, names: [label, name, short]))
        }
        guard subscriptions.isEmpty else { continue }
        _ = subscribers.popFirst()
        // The subscribers of another stack's topic are declared there.
        if target == nil {
          recipients[alarm.declaration.address, default: []].append(
            AlarmRecipient(endpoint: "topic '\(label)'", names: [label]))
        }
      }
    }
  }

  subscript(alarm: Address) -> [AlarmRecipient] { recipients[alarm, default: []] }
}
