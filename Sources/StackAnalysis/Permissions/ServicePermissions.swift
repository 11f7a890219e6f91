import AWSModel
package import TerraformModel

/// Which services may call or send to which resources, and on whose behalf: functions by their permissions, queues and
/// topics by their policies.
package struct ServicePermissions: Sendable {
  private struct Grantee: Hashable, Sendable {
    let service: String
    let destination: Address
  }

  /// The sources that a service is admitted for by the policy of a queue or a topic; `nil` for one that the stack does
  /// not declare, which may be a pattern that fits a declared one.
  private var sources = Evidence<Grantee, Address?>()
  /// The permissions of functions, by service and function.
  private var permissions = Evidence<Grantee, Permission>()
  /// What policies admit of which it is unknown to what they are attached.
  private var unattached: [Unattached] = []

  private struct Unattached: Sendable {
    let error: DecodingFailure
    /// By service.
    let sources: [String: [Address?]]
  }

  private struct Permission: Sendable {
    let declaration: Declaration
    /// `nil` if it is not restricted to something that the stack declares.
    let source: Address?
    let qualifier: CalledFunction.Qualifier
  }

  package init(_ stack: DeclaredStack) {
    let calls = CalledFunctions(stack)
    for permission in stack.managed(LambdaPermission.type) { add(permission, calls, in: stack) }
    for policy in stack.policies where policy.place.kind == .resource { add(policy, in: stack) }
  }

  /// Whether the policy of a queue or a topic allows a service to send to it for a source.
  ///
  /// - Throws: Where nothing is known to, and a permission or a policy may.
  package func isAdmitted(
    _ service: String, for source: Address, to destination: Address
  ) throws(DecodingFailure) -> Bool {
    let grantee = Grantee(service: service, destination: destination)
    func isMeant(_ admitted: Address?) -> Bool { admitted == nil || admitted == source }
    if sources[grantee].contains(where: isMeant) { return true }
    for policy in unattached where policy.sources[service, default: []].contains(where: isMeant) { throw policy.error }
    return try sources.first(for: grantee, where: isMeant) != nil
  }

  /// Whether a function allows a service to call it for a source, at the qualifier that is called.
  ///
  /// - Parameter source: `nil` if it is not known for what the service calls.
  /// - Throws: If no permission is known to, and one may.
  package func isAdmitted(
    _ service: String, for source: Address?, to called: CalledFunction
  ) throws(DecodingFailure) -> Bool {
    if !permissions(of: service, for: source, to: called).isEmpty { return true }
    for service in [service, "*"] {
      _ = try permissions.all(for: Grantee(service: service, destination: called.function.address))
    }
    return false
  }

  /// The permissions by which a function allows a service to call it.
  package func permissions(of service: String, for source: Address?, to called: CalledFunction) -> [Declaration] {
    let granted = [service, "*"].flatMap { service in
      permissions[Grantee(service: service, destination: called.function.address)]
    }
    let fitting = granted.filter { permission in
      let isForSource = permission.source == nil || source == nil || permission.source == source
      return isForSource && permission.qualifier.mayBe(called.qualifier)
    }
    return fitting.map(\.declaration)
  }

  /// Whether a function allows a service to call it for a source at another qualifier than the one that is called.
  package func isAdmittedElsewhere(
    _ service: String, for source: Address?, to called: CalledFunction
  ) throws(DecodingFailure) -> Bool {
    try isAdmitted(service, for: source, to: CalledFunction(function: called.function, qualifier: .unknown))
  }

  private mutating func add(_ permission: Declaration, _ calls: CalledFunctions, in stack: DeclaredStack) {
    let block = permission.block
    func word(_ argument: String) throws(DecodingFailure) -> String? {
      guard let value = block[argument] else { return nil }
      guard let word = value.text(in: stack) else {
        throw DecodingFailure(argument: argument, reason: .knownAfterApply)
      }
      return word
    }
    let service = (try? word("principal"))?.flatMap { $0 }?.withoutRegion
    let function = calls.called(by: block["function_name"], in: permission.region)
    permissions.record(
      permission,
      mayConcern: { grantee in
        (service == nil || grantee.service == service)
          && (function == nil || grantee.destination == function?.function.address)
      },
      { () throws(DecodingFailure) in
        if let action = try word("action"), !matches("lambda:InvokeFunction", pattern: action) { return [] }
        guard let called = function else {
          // Of another stack, unless the name is unknown.
          _ = try word("function_name")
          return []
        }
        guard let principal = try word("principal") else { return [] }
        let qualifier = calls.qualifier(block["qualifier"], of: called)
        let grantee = Grantee(service: principal.withoutRegion, destination: called.function.address)
        let sources = block["source_arn"]?.references.map(\.address) ?? []
        let comparable = sources.allSatisfy { comparableSources.contains($0.type) && stack.declares($0) }
        return (comparable && !sources.isEmpty ? sources.map(Optional.some) : [nil]).map { source in
          (grantee, Permission(declaration: permission, source: source, qualifier: qualifier))
        }
      })
  }

  private mutating func add(_ policy: DeclaredPolicy, in stack: DeclaredStack) {
    let holder: Declaration?
    do throws(DecodingFailure) { holder = try policy.knownHolder(in: stack) } catch {
      let error = error.asEvidence(policy.declaration)
      var admitted: [String: [Address?]] = [:]
      for statement in policy.statements where ResourceCatalog.aws.sendActions.contains(where: statement.allows) {
        let sources = statement.values(of: "aws:SourceArn").map { stack.target(of: $0)?.address }
        for service in statement.services { admitted[service, default: []] += sources.isEmpty ? [nil] : sources }
      }
      if !policy.isKnown { for service in publishers { admitted[service] = [nil] } }
      unattached.append(Unattached(error: error, sources: admitted))
      return
    }
    guard let holder, let action = ResourceCatalog.aws.facts[holder.resourceType]?.sendAction else { return }
    let destination = holder.address
    if !policy.isKnown {
      let error = DecodingFailure(argument: policy.place.path, reason: .knownAfterApply)
      sources.addUnclear(policy.declaration, error) { $0.destination == destination }
    }
    for statement in policy.statements where statement.allows(action) {
      let arns = statement.values(of: "aws:SourceArn")
      for service in statement.services {
        let grantee = Grantee(service: service, destination: destination)
        sources.record(
          policy.declaration, mayConcern: { $0 == grantee },
          { () throws(DecodingFailure) in
            guard !arns.isEmpty else { return [(grantee, nil)] }
            return try arns.map { arn throws(DecodingFailure) in
              (grantee, try stack.target(of: arn, in: policy.place.path)?.address)
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

/// The services that send by themselves, for policies that allow everyone.
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
