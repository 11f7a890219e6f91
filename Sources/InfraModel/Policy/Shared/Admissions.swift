/// What lets which services in, and what for: functions by their permissions, queues and topics by their policies.
struct Admissions: Sendable {
  private struct Door: Hashable, Sendable {
    let service: String
    let destination: Address
  }

  private var sources: [Door: Set<Address>] = [:]
  /// What lets a service in for something that is not declared here, but perhaps a pattern that some of it fits.
  private var openToOthers: Set<Door> = []
  /// Where a policy is that nobody here knows.
  private var unknown: Set<Address> = []
  private var permissions: [Door: [Permission]] = [:]
  /// Whether some permission is for a function, or for a service, that is known only after apply.
  private var hasUnknownPermission = false

  private struct Permission: Sendable {
    let declaration: Declaration
    /// `nil` where it is not restricted to something that the stack declares.
    let source: Address?
    let qualifier: CalledFunction.Qualifier
  }

  init(_ stack: DeclaredStack, _ functions: FunctionIndex) {
    let calls = CalledFunctions(stack)
    for permission in stack.managed(LambdaPermission.type) { admit(permission, calls, in: stack) }
    for policy in stack.policies where policy.place.kind == .resource {
      guard let holder = policy.holder(in: stack), let action = sendingActions[holder.resourceType] else { continue }
      if !policy.isKnown { unknown.insert(holder.address) }
      for statement in policy.statements where statement.allows(action) {
        admit(statement, to: holder.address, in: stack)
      }
    }
  }

  /// Whether something lets a service in for a source, as far as the stack says.
  func isAdmitted(_ service: String, for source: Address, to destination: Address) -> Bool {
    let door = Door(service: service, destination: destination)
    return unknown.contains(destination) || openToOthers.contains(door)
      || sources[door, default: []].contains(source)
  }

  /// Whether a function lets a service call it for a source, at the qualifier that is called.
  ///
  /// - Parameter source: `nil` where it is not known for what the service calls.
  func isAdmitted(_ service: String, for source: Address?, to called: CalledFunction) -> Bool {
    hasUnknownPermission || !permissions(of: service, for: source, to: called).isEmpty
  }

  /// The permissions by which a function lets a service call it.
  func permissions(of service: String, for source: Address?, to called: CalledFunction) -> [Declaration] {
    [service, "*"].flatMap { permissions[Door(service: $0, destination: called.function.address), default: []] }
      .filter { permission in
        (permission.source == nil || source == nil || permission.source == source)
          && permission.qualifier.mayBe(called.qualifier)
      }.map(\.declaration)
  }

  /// Whether a function lets a service call it for a source at another qualifier than the one that is called.
  func isAdmittedElsewhere(_ service: String, for source: Address?, to called: CalledFunction) -> Bool {
    isAdmitted(service, for: source, to: CalledFunction(function: called.function, qualifier: .unknown))
  }

  private mutating func admit(_ permission: Declaration, _ calls: CalledFunctions, in stack: DeclaredStack) {
    let block = permission.block
    if let action = block["action"]?.text(in: stack), !matches("lambda:InvokeFunction", pattern: action) { return }
    guard let principal = block["principal"]?.text(in: stack) else {
      hasUnknownPermission = true
      return
    }
    guard let called = calls.called(by: block["function_name"], in: permission.region) else {
      if block["function_name"]?.text(in: stack) == nil { hasUnknownPermission = true }
      return
    }
    let qualifier = calls.qualifier(block["qualifier"], of: called)
    let door = Door(service: principal.withoutRegion, destination: called.function.address)
    let sources = block["source_arn"]?.references.map(\.address) ?? []
    let comparable = sources.allSatisfy { comparableSources.contains($0.type) && stack.declares($0) }
    for source in comparable && !sources.isEmpty ? sources.map(Optional.some) : [nil] {
      permissions[door, default: []].append(
        Permission(declaration: permission, source: source, qualifier: qualifier))
    }
  }

  private mutating func admit(_ statement: PolicyStatement, to destination: Address, in stack: DeclaredStack) {
    let services = statement.principals.flatMap { principal -> [String] in
      switch principal {
      case .service(let service): [service]
      case .anyone: publishers
      case .account, .federated, .other: []
      }
    }
    let sources = statement.values(of: "aws:SourceArn").map { stack.target(of: $0) }
    for service in services {
      for source in sources.isEmpty ? [nil] : sources { admit(service, for: source, to: destination) }
    }
  }

  private mutating func admit(_ service: String, for source: Declaration?, to destination: Address) {
    let door = Door(service: service, destination: destination)
    if let source {
      sources[door, default: []].insert(source.address)
    } else {
      openToOthers.insert(door)
    }
  }
}

/// What a service has to be allowed that sends to something with a policy.
private let sendingActions = ["aws_sqs_queue": "sqs:SendMessage", "aws_sns_topic": "sns:Publish"]

/// The services that send by themselves, for policies that let in everybody.
private let publishers = ["events.amazonaws.com", "sns.amazonaws.com", "cloudwatch.amazonaws.com", "s3.amazonaws.com"]

/// What services call functions for, where the ARN in a permission is of just that.
private let comparableSources: Set = [
  EventRule.type, Topic.type, Bucket.type, RestAPI.type, HTTPAPI.type, MetricAlarm.type, CompositeAlarm.type,
]

extension String {
  /// `logs.amazonaws.com` for `logs.eu-west-1.amazonaws.com`.
  fileprivate var withoutRegion: String {
    let words = split(separator: ".")
    guard words.count == 4, words[2] == "amazonaws", words[1].contains(where: \.isNumber) else { return self }
    return "\(words[0]).amazonaws.com"
  }
}
