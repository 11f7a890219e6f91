/// Which rules may send to which queues.
struct QueueSenders {
  private var rules: [Address: Set<Address>] = [:]
  /// Queues that let EventBridge send for something that is no declared rule, such as all of an account.
  private var openToOthers: Set<Address> = []

  init(_ stack: DeclaredStack) {
    let inline = stack.declared(Queue.self).map { ($0.address, $0.policy?.statements ?? []) }
    let apart = stack.declared(QueuePolicy.self).compactMap { policy in
      stack.target(of: policy.queueURL).map { ($0.address, policy.policy.statements) }
    }
    for (queue, statements) in inline + apart {
      for statement in statements where statement.letsEventBridgeSend {
        if let source = statement.source, let rule = stack.target(of: source) {
          rules[queue, default: []].insert(rule.address)
        } else {
          openToOthers.insert(queue)
        }
      }
    }
  }

  /// Whether a queue lets a rule send, as far as its policies say.
  func `let`(_ rule: Address, sendTo queue: Address) -> Bool {
    openToOthers.contains(queue) || rules[queue, default: []].contains(rule)
  }
}

extension Statement {
  fileprivate var letsEventBridgeSend: Bool {
    guard effect == .allow, principal == .anyone || principal == .service("events.amazonaws.com") else { return false }
    return actions.contains { matches("sqs:SendMessage", pattern: $0) }
  }

  /// `aws:SourceArn`, whatever the operator.
  fileprivate var source: Text? {
    conditions.values.lazy.flatMap { $0 }.first { $0.key.lowercased() == "aws:sourcearn" }?.value
  }
}
