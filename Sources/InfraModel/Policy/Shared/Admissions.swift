/// Which services may call or send to which resources, and on whose behalf: functions by their permissions, queues and
/// topics by their policies.
struct Admissions: Sendable {
  private struct Door: Hashable, Sendable {
    let service: String
    let destination: Address
  }

  /// The sources that a service is admitted for; `nil` for one that the stack does not declare, which may be a pattern
  /// that fits a declared one.
  private var sources = Evidence<Door, Address?>()
  /// What policies admit of which it is unknown to what they are attached.
  private var unattached: [Unattached] = []

  private struct Unattached: Sendable {
    let error: Unreadable
    /// By service.
    let sources: [String: [Address?]]
  }

  init(_ stack: DeclaredStack, _ functions: FunctionIndex) {
    for permission in stack.subjects(LambdaPermission.self) { add(permission, in: stack, functions) }
    for policy in stack.policies where policy.place.kind == .resource { add(policy, in: stack) }
  }

  /// Whether something lets a service in for a source.
  ///
  /// - Throws: Where nothing is known to, and a permission or a policy may.
  func isAdmitted(
    _ service: String, for source: Address, to destination: Address
  ) throws(Unreadable) -> Bool {
    let door = Door(service: service, destination: destination)
    func isMeant(_ admitted: Address?) -> Bool { admitted == nil || admitted == source }
    if sources[door].contains(where: isMeant) { return true }
    for policy in unattached where policy.sources[service, default: []].contains(where: isMeant) { throw policy.error }
    return try sources.first(for: door, where: isMeant) != nil
  }

  private mutating func add(
    _ permission: Subject<LambdaPermission>, in stack: DeclaredStack, _ functions: FunctionIndex
  ) {
    func destination() throws(Unreadable) -> Address? {
      try functions.function(named: permission[\.function], in: permission.region, argument: "function_name")?.address
    }
    let service = try? permission[\.caller.principal]
    let function = try? destination()
    sources.record(
      permission.declaration,
      mayConcern: { door in
        (service == nil || door.service == service) && (function == nil || door.destination == function)
      },
      { () throws(Unreadable) in
        guard let destination = try destination() else { return [] }
        let door = Door(service: try permission[\.caller.principal], destination: destination)
        guard let arn = try permission[\.caller.source] else { return [(door, nil)] }
        return [(door, try stack.target(of: arn, in: "source_arn")?.address)]
      })
  }

  private mutating func add(_ policy: DeclaredPolicy, in stack: DeclaredStack) {
    let holder: Declaration?
    do throws(Unreadable) { holder = try policy.knownHolder(in: stack) } catch {
      let error = error.asEvidence(policy.declaration)
      var admitted: [String: [Address?]] = [:]
      for statement in policy.statements where sendingActions.values.contains(where: statement.allows) {
        let sources = statement.values(of: "aws:SourceArn").map { stack.target(of: $0)?.address }
        for service in statement.services { admitted[service, default: []] += sources.isEmpty ? [nil] : sources }
      }
      if !policy.isKnown { for service in publishers { admitted[service] = [nil] } }
      unattached.append(Unattached(error: error, sources: admitted))
      return
    }
    guard let holder, let action = sendingActions[holder.resourceType] else { return }
    let destination = holder.address
    guard policy.isKnown else {
      let error = Unreadable(argument: policy.place.path, reason: .knownAfterApply)
      sources.addUnclear(policy.declaration, error) { $0.destination == destination }
      return
    }
    for statement in policy.statements where statement.allows(action) {
      let arns = statement.values(of: "aws:SourceArn")
      for service in statement.services {
        let door = Door(service: service, destination: destination)
        sources.record(
          policy.declaration, mayConcern: { $0 == door },
          { () throws(Unreadable) in
            guard !arns.isEmpty else { return [(door, nil)] }
            return try arns.map { arn throws(Unreadable) in
              (door, try stack.target(of: arn, in: policy.place.path)?.address)
            }
          })
      }
    }
  }
}

extension PolicyStatement {
  /// The services among its principals that send by themselves.
  fileprivate var services: [String] {
    principals.flatMap { principal -> [String] in
      switch principal {
      case .service(let service): [service]
      case .anyone: publishers
      case .account, .federated, .other: []
      }
    }
  }
}

/// The action that a service needs to send to a resource with a policy.
private let sendingActions = ["aws_sqs_queue": "sqs:SendMessage", "aws_sns_topic": "sns:Publish"]

/// The services that send by themselves, for policies that allow everyone.
private let publishers = ["events.amazonaws.com", "sns.amazonaws.com", "cloudwatch.amazonaws.com", "s3.amazonaws.com"]
