/// What a stack's roles are allowed on everything (`*`), as far as the stack says.
struct RoleGrants {
  private var allowed: [Address: [String]] = [:]
  private var denied: [Address: [String]] = [:]
  /// Roles with a policy from elsewhere, whose content nobody here knows.
  private var unknown: Set<Address> = []

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

  /// Why nobody here knows what a role may do; `nil` where the stack says all of it.
  func reasonForDoubt(about role: ARN<Role>, of user: String, in stack: DeclaredStack) -> String? {
    guard let target = stack.target(of: role.text), target.resource is Role else {
      return "the role of \(user) is declared elsewhere"
    }
    return unknown.contains(target.address) ? "a policy on the role of \(user) is declared elsewhere" : nil
  }

  /// Those of the actions that the role surely lacks: none where a policy from elsewhere may grant them.
  func lacking(_ actions: [String], role: Address) -> [String] {
    guard !unknown.contains(role) else { return [] }
    return actions.filter { action in
      let isAllowed = allowed[role, default: []].contains { matches(action, pattern: $0) }
      let isDenied = denied[role, default: []].contains { matches(action, pattern: $0) }
      return !isAllowed || isDenied
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
    guard let path = text.literal?.utf8.split(separator: UInt8(ascii: "/")), let name = path.last,
      Substring(path[0]).hasPrefix("arn:"), Substring(path[0]).hasSuffix(":iam::aws:policy")
    else { return nil }
    return String(Substring(name))
  }
}
