/// What a stack's roles are allowed, as far as the stack says.
struct RoleGrants {
  fileprivate struct Grants: Sendable {
    var statements: [Address: [PolicyStatement]] = [:]
    /// AWS's own policies of each role, by name.
    var policiesOfAWS: [Address: [String]] = [:]
    /// Roles with a policy from elsewhere, whose content nobody here knows.
    var unknown: Set<Address> = []
  }

  private let stack: DeclaredStack
  private let grants: Grants

  init(_ stack: DeclaredStack) {
    self.stack = stack
    grants = stack.fact { Grants($0) }
  }

  /// The declaration of a role of which the stack says all that it may do.
  ///
  /// - Throws: Where the role, or a policy on it, is declared elsewhere.
  func known(_ role: ARN<Role>, of user: String, in stack: DeclaredStack) throws(Unreadable) -> Declaration {
    guard let target = stack.target(of: role.text), target.address.type == Role.type, target.address.mode == .managed
    else {
      throw Unreadable(argument: "role", reason: .elsewhere("the role of \(user) is declared elsewhere"))
    }
    guard !grants.unknown.contains(target.address) else {
      throw Unreadable(argument: "role", reason: .elsewhere("a policy on the role of \(user) is declared elsewhere"))
    }
    return target
  }

  /// Those of the actions that the role surely lacks on everything (`*`): none where a policy from elsewhere may grant
  /// them.
  func lacking(_ actions: [String], role: Address) -> [String] {
    guard !grants.unknown.contains(role) else { return [] }
    let onEverything = grants.statements[role, default: []].filter {
      $0.resources.contains("*") && !$0.exceptsResources
    }
    let ofAWS = grants.policiesOfAWS[role, default: []].flatMap { tracingActions[$0, default: []] }
    return actions.filter { action in
      let isAllowed =
        onEverything.contains { $0.allows(action) } || ofAWS.contains { matches(action, pattern: $0) }
      let isDenied = onEverything.contains { !$0.isAllowing && $0.conditions.isEmpty && $0.names(action) }
      return !isAllowed || isDenied
    }
  }

  /// Whether a role of this stack surely may not do something with a thing of this stack.
  func refuses(_ action: String, on thing: Text, to role: Text) -> Bool {
    guard let role = stack.target(of: role), role.resourceType == "aws_iam_role",
      !grants.unknown.contains(role.address),
      let thing = stack.target(of: thing),
      grants.policiesOfAWS[role.address, default: []].allSatisfy(policiesOfRunning.contains)
    else { return false }
    return !grants.statements[role.address, default: []].contains { statement in
      statement.allows(action) && (statement.exceptsResources || statement.resources.contains { mayBe(thing, $0) })
    }
  }

  /// The resources of a role's statements that allow an action on a thing of this stack, or on parts of it.
  func resources(allowing action: String, on thing: Declaration, to role: Text) -> [Text] {
    guard let role = stack.target(of: role) else { return [] }
    let allowing = grants.statements[role.address, default: []].filter { $0.allows(action) && !$0.exceptsResources }
    return allowing.flatMap(\.resources).filter { resource in
      resource.references.contains { $0.address == thing.address }
        || thing.physicalName.map { name in resource.literal?.hasPrefix("arn:aws:s3:::\(name)/") ?? false } ?? false
    }
  }

  /// An ARN with a pattern or from elsewhere may well be the thing's.
  private func mayBe(_ thing: Declaration, _ resource: Text) -> Bool {
    guard let reference = resource.references.first else { return true }
    return resource.partCount > 1 || reference.address == thing.address
  }
}

extension RoleGrants.Grants {
  init(_ stack: DeclaredStack) {
    let roles = stack.managed("aws_iam_role")
    let byName = Dictionary(
      roles.compactMap { role in role.block["name"]?.knownText.map { ($0, role.address) } },
      uniquingKeysWith: { first, _ in first })
    func role(_ value: Value?) -> Address? {
      guard case .text(let text) = value else { return nil }
      return stack.target(of: text)?.address ?? stack.resolved(text).flatMap { byName[$0] }
    }

    var managed: [Address: DeclaredPolicy] = [:]
    for policy in stack.policies where policy.place.kind == .identity {
      if policy.declaration.resourceType == "aws_iam_policy" { managed[policy.declaration.address] = policy }
      let holder = policy.place.holder.map { role(policy.declaration.block[$0]) } ?? policy.declaration.address
      if let holder { take(policy, for: holder) }
    }
    for attachment in stack.managed("aws_iam_role_policy_attachment") {
      if let role = role(attachment.block["role"]), let policy = attachment.block["policy_arn"] {
        attach(policy, to: role, among: managed, in: stack)
      }
    }
    for role in roles {
      for policy in role.block["managed_policy_arns"]?.entries ?? [] {
        attach(policy, to: role.address, among: managed, in: stack)
      }
    }
  }

  private mutating func attach(
    _ policy: Value, to role: Address, among managed: [Address: DeclaredPolicy], in stack: DeclaredStack
  ) {
    guard case .text(let arn) = policy else { return }
    if let policy = stack.target(of: arn).flatMap({ managed[$0.address] }) {
      take(policy, for: role)
    } else if let name = arn.nameOfAWSPolicy {
      policiesOfAWS[role, default: []].append(name)
    } else {
      unknown.insert(role)
    }
  }

  private mutating func take(_ policy: DeclaredPolicy, for role: Address) {
    if policy.isKnown {
      statements[role, default: []] += policy.statements
    } else {
      unknown.insert(role)
    }
  }
}

/// What AWS's own policies allow of X-Ray. A policy that is not here allows nothing of it; AWS spells them unevenly.
private let tracingActions: [String: [String]] = [
  "AWSXRayDaemonWriteAccess": [
    "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    "xray:GetSamplingStatisticSummaries",
  ],
  "AWSXrayFullAccess": ["xray:*"],
  "PowerUserAccess": ["*"],
  "AdministratorAccess": ["*"],
]

/// AWS's own policies that allow what every function needs, and nothing of what one function alone would.
private let policiesOfRunning: Set<String> = [
  "AWSLambdaBasicExecutionRole", "AWSLambdaVPCAccessExecutionRole", "AWSXRayDaemonWriteAccess",
  "CloudWatchLambdaInsightsExecutionRolePolicy",
]

extension Text {
  /// The name of one of AWS's own policies, `nil` for a policy of the account's.
  fileprivate var nameOfAWSPolicy: String? {
    // Taken apart as bytes, for there is one in every attachment of thousands.
    literal?.withBytes { bytes in
      guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), let last = bytes.lastIndex(of: UInt8(ascii: "/")),
        bytes.starts(with: "arn:".utf8), bytes[..<slash].suffix(16).elementsEqual(":iam::aws:policy".utf8)
      else { return nil }
      return String(decoding: bytes[(last + 1)...], as: UTF8.self)
    }
  }
}
