/// What lets a service in, and for which of its resources: functions by their permissions, queues and topics by their
/// policies.
struct ServiceAdmissions {
  /// A service that calls and sends by itself, not as a role.
  enum Service: String {
    case events = "events.amazonaws.com"
    case topics = "sns.amazonaws.com"
  }

  private let service: Service
  private var sources: [Address: Set<Address>] = [:]
  /// What lets the service in for something that is not declared, but perhaps a pattern that some fit.
  private var openToOthers: Set<Address> = []

  init(of service: Service, _ stack: DeclaredStack, _ functions: FunctionIndex) {
    self.service = service
    for permission in stack.declared(LambdaPermission.self) {
      if let source = permission.caller.source(for: service),
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
    guard service != .topics else { return }  // Topics do not publish on topics.
    for policy in stack.declared(TopicPolicy.self) {
      read(policy.policy, of: stack.target(of: policy.topic.text)?.address, allowing: "sns:Publish", in: stack)
    }
  }

  /// Whether something lets the service in for a rule or a topic, as far as the stack says.
  func isAdmitted(_ source: Address, to destination: Address) -> Bool {
    openToOthers.contains(destination) || sources[destination, default: []].contains(source)
  }

  private mutating func read(
    _ policy: PolicyDocument?, of destination: Address?, allowing action: String, in stack: DeclaredStack
  ) {
    guard let policy, let destination else { return }
    for statement in policy.statements where statement.lets(service, action) {
      admit(statement.source.flatMap { stack.target(of: $0) }, to: destination)
    }
  }

  private mutating func admit(_ source: Declaration?, to destination: Address) {
    if let source {
      sources[destination, default: []].insert(source.address)
    } else {
      openToOthers.insert(destination)
    }
  }
}

extension LambdaPermission.Caller {
  /// What a service may act for.
  fileprivate func source(for service: ServiceAdmissions.Service) -> Text? {
    switch self {
    case .eventRule(let rule): service == .events ? rule.text : nil
    case .topic(let topic): service == .topics ? topic.text : nil
    case .service(let name, let source): name == service.rawValue ? source : nil
    case .api, .bucket, .functionURL: nil
    }
  }
}

extension Statement {
  fileprivate func lets(_ service: ServiceAdmissions.Service, _ action: String) -> Bool {
    guard effect == .allow, principal == .anyone || principal == .service(service.rawValue) else { return false }
    return actions.contains { matches(action, pattern: $0) }
  }

  /// `aws:SourceArn`, whatever the operator.
  fileprivate var source: Text? {
    conditions.values.lazy.flatMap { $0 }.first { $0.key.lowercased() == "aws:sourcearn" }?.value
  }
}
