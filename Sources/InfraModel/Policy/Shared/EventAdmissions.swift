/// What lets which rules of EventBridge in: functions by their permissions, queues and topics by their policies.
struct EventAdmissions {
  private var rules: [Address: Set<Address>] = [:]
  /// What lets EventBridge in for something that is no declared rule, but perhaps a pattern that some fit.
  private var openToOthers: Set<Address> = []

  init(_ stack: DeclaredStack, _ functions: FunctionIndex) {
    for permission in stack.declared(LambdaPermission.self) {
      if let source = permission.caller.ruleSource,
        let function = functions.function(named: permission.function, in: permission.region)
      {
        admit(stack.target(of: source), to: function.address)
      }
    }
    for queue in stack.declared(Queue.self) {
      read(queue.policy, of: queue.address, allowing: "sqs:SendMessage", in: stack)
    }
    for policy in stack.declared(QueuePolicy.self) {
      read(policy.policy, of: stack.target(of: policy.queueURL)?.address, allowing: "sqs:SendMessage", in: stack)
    }
    for policy in stack.declared(TopicPolicy.self) {
      read(policy.policy, of: stack.target(of: policy.topic.text)?.address, allowing: "sns:Publish", in: stack)
    }
  }

  /// Whether something lets a rule in, as far as the stack says.
  func isAdmitted(_ rule: Address, to destination: Address) -> Bool {
    openToOthers.contains(destination) || rules[destination, default: []].contains(rule)
  }

  private mutating func read(
    _ policy: PolicyDocument?, of destination: Address?, allowing action: String, in stack: DeclaredStack
  ) {
    guard let policy, let destination else { return }
    for statement in policy.statements where statement.letsEventBridge(action) {
      admit(statement.source.flatMap { stack.target(of: $0) }, to: destination)
    }
  }

  private mutating func admit(_ rule: Declaration?, to destination: Address) {
    if let rule {
      rules[destination, default: []].insert(rule.address)
    } else {
      openToOthers.insert(destination)
    }
  }
}

extension LambdaPermission.Caller {
  /// What EventBridge may act for.
  fileprivate var ruleSource: Text? {
    switch self {
    case .eventRule(let rule): rule.text
    case .service("events.amazonaws.com", let source): source
    case .service, .topic, .api, .bucket, .functionURL: nil
    }
  }
}

extension Statement {
  fileprivate func letsEventBridge(_ action: String) -> Bool {
    guard effect == .allow, principal == .anyone || principal == .service("events.amazonaws.com") else { return false }
    return actions.contains { matches(action, pattern: $0) }
  }

  /// `aws:SourceArn`, whatever the operator.
  fileprivate var source: Text? {
    conditions.values.lazy.flatMap { $0 }.first { $0.key.lowercased() == "aws:sourcearn" }?.value
  }
}
