public import TerraformModel

/// A dead-letter queue, and an alarm on the first message in it. The queue retains messages for fourteen days, the
/// longest retention period that SQS supports.
public struct DeadLetters: Component {
  public var name: String
  /// The topics whose subscriptions use it as dead-letter queue; SNS needs permission for each.
  public var topics: [ARN<Topic>]
  /// The rules whose targets use it as dead-letter queue; EventBridge needs permission for each.
  public var rules: [ARN<EventRule>]
  public var alerts: ARN<Topic>

  public init(
    _ name: String = "dead-letters", of topics: [ARN<Topic>] = [], rules: [ARN<EventRule>] = [], alerts: ARN<Topic>
  ) {
    self.name = name
    self.topics = topics
    self.rules = rules
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Queue> {
    let queue = stack.add(Queue(name, retention: .seconds(14 * 86_400), policy: policy(in: &stack)))
    stack.add(
      MetricAlarm(
        "\(name)-waiting", when: queue.waitingMessages, .maximum, threshold: .above(0), evaluation: .once,
        missingData: .notBreaching, notify: [alerts], okActions: [alerts],
        description: "Something could not be delivered or handled and waits in \(queue.physicalName) for fourteen days")
    )
    return queue
  }

  /// A queue cannot refer to its own ARN, so the ARN is composed from its parts.
  private func policy(in stack: inout StackBuilder) -> PolicyDocument? {
    let senders = topics.map(Statement.Sender.topic) + rules.map(Statement.Sender.eventRule)
    guard !senders.isEmpty else { return nil }
    let account = stack.callerIdentity().accountID
    let queue = ARN<Queue>("arn:aws:sqs:\(stack.currentRegion):\(account):\(stack.conventionalName(for: name))")
    return PolicyDocument(senders.map { .send(to: queue, from: $0) })
  }
}
