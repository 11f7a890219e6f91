/// What a stack's roles are allowed on everything (`*`), as far as the stack says.
struct RoleGrants {
  fileprivate struct Grants {
    var allowed: [Address: [String]] = [:]
    var denied: [Address: [String]] = [:]
    /// Roles with a policy from elsewhere, whose content nobody here knows.
    var unknown: Set<Address> = []
  }

  private let grants: Grants

  init(_ stack: DeclaredStack) {
    grants = stack.fact { Grants($0) }
  }

  /// Why nobody here knows what a role may do; `nil` where the stack says all of it.
  func reasonForDoubt(about role: ARN<Role>, of user: String, in stack: DeclaredStack) -> String? {
    guard let target = stack.target(of: role.text), target.resource is Role else {
      return "the role of \(user) is declared elsewhere"
    }
    return grants.unknown.contains(target.address) ? "a policy on the role of \(user) is declared elsewhere" : nil
  }

  /// Those of the actions that the role surely lacks: none where a policy from elsewhere may grant them.
  func lacking(_ actions: [String], role: Address) -> [String] {
    guard !grants.unknown.contains(role) else { return [] }
    return actions.filter { action in
      let isAllowed = grants.allowed[role, default: []].contains { matches(action, pattern: $0) }
      let isDenied = grants.denied[role, default: []].contains { matches(action, pattern: $0) }
      return !isAllowed || isDenied
    }
  }
}

extension RoleGrants.Grants {
  init(_ stack: DeclaredStack) {
    let roles = stack.declared(Role.self)
    let byName = Dictionary(roles.map { ($0.physicalName, $0.address) }, uniquingKeysWith: { first, _ in first })
    func address(of role: RoleName) -> Address? {
      stack.target(of: role.text)?.address ?? stack.resolved(role.text).flatMap { byName[$0] }
    }

    for policy in stack.declared(RolePolicy.self) {
      guard let role = address(of: policy.role) else { continue }
      take(policy.policy, for: role)
    }
    for attachment in stack.declared(RolePolicyAttachment.self) {
      guard let role = address(of: attachment.role) else { continue }
      if let policy = stack.target(of: attachment.policy.text)?.resource as? ManagedPolicy {
        take(policy.policy, for: role)
      } else if let name = attachment.policy.nameOfAWSPolicy {
        allowed[role, default: []] += tracingActions[name, default: []]
      } else {
        unknown.insert(role)
      }
    }
  }

  private mutating func take(_ policy: PolicyDocument, for role: Address) {
    for statement in policy.statements where statement.resources.contains("*") {
      switch statement.effect {
      case .allow: allowed[role, default: []] += statement.actions
      case .deny where statement.conditions.isEmpty: denied[role, default: []] += statement.actions
      case .deny: break
      }
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

extension ARN<ManagedPolicy> {
  /// The name of one of AWS's own policies, `nil` for a policy of the account's.
  fileprivate var nameOfAWSPolicy: String? {
    guard let arn = text.literal, arn.hasPrefix("arn:"), let first = arn.utf8.firstIndex(of: UInt8(ascii: "/")),
      let last = arn.utf8.lastIndex(of: UInt8(ascii: "/")), String(arn[..<first]).hasSuffix(":iam::aws:policy")
    else { return nil }
    return String(arn[arn.utf8.index(after: last)...])
  }
}
