package import AWSModel
package import TerraformModel

/// What a stack's roles are allowed, as far as the stack says.
package struct RoleGrants {
  fileprivate struct Grants: Sendable {
    var statements: [Address: [PolicyStatement]] = [:]
    /// AWS's own policies of each role, by name.
    var policiesOfAWS: [Address: [String]] = [:]
    /// Policies with known statements of which the role is unknown.
    var unattached: [Unattached] = []
    /// Policies whose content the stack does not say, by the role they are on.
    var unknown = Evidence<Address, Void>()
  }

  private let stack: DeclaredStack
  private let grants: Grants

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    grants = stack.cached { Grants($0) }
  }

  /// The declaration of a role of which the stack says all that it may do.
  ///
  /// - Throws: Where the role, or a policy on it, is declared elsewhere.
  package func known(
    _ role: ARN<Role>, of user: String, in stack: DeclaredStack
  ) throws(DecodingFailure) -> Declaration {
    guard let target = try stack.target(of: role.text, in: "role"), target.address.type == Role.type,
      target.address.mode == .managed
    else {
      throw DecodingFailure(argument: "role", reason: .elsewhere("the role of \(user) is declared elsewhere"))
    }
    guard try grants.unknown.all(for: target.address).isEmpty else {
      throw DecodingFailure(
        argument: "role", reason: .elsewhere("a policy on the role of \(user) is declared elsewhere"))
    }
    return target
  }

  /// Those of the actions that the role is known to lack on everything (`*`): none where a policy from elsewhere may
  /// grant them.
  ///
  /// - Throws: Where a policy may be on the role that says something of the actions.
  package func lacking(_ actions: [String], role: Address) throws(DecodingFailure) -> [String] {
    guard (try? grants.unknown.all(for: role))?.isEmpty == true else { return [] }
    let own = grants.statements[role, default: []]
    let ofAWS = grants.policiesOfAWS[role, default: []]
    let lacking = lacking(actions, among: own, ofAWS)
    let possible = grants.unattached.filter { $0.isAbout(actions) }
    guard let policy = possible.first else { return lacking }
    // What is lacking with every policy that may be on the role is lacking whatever is on it.
    let certain = self.lacking(
      actions, among: own + possible.flatMap(\.statements).filter(\.isAllowing),
      ofAWS + possible.compactMap(\.policyOfAWS))
    if certain.isEmpty { throw policy.error }
    return certain
  }

  private func lacking(_ actions: [String], among statements: [PolicyStatement], _ policies: [String]) -> [String] {
    let onEverything = statements.filter { $0.resources.contains("*") && !$0.exceptsResources }
    let ofAWS = policies.flatMap { tracingActions[$0, default: []] }
    return actions.filter { action in
      let isAllowed =
        onEverything.contains { $0.allows(action) } || ofAWS.contains { matches(action, pattern: $0) }
      let isDenied = onEverything.contains { !$0.isAllowing && $0.conditions.isEmpty && $0.names(action) }
      return !isAllowed || isDenied
    }
  }

  /// Whether a role of this stack is not allowed to do something with a resource of this stack.
  ///
  /// - Throws: Where nothing is known to allow it, and a policy that the stack does not say may.
  package func refuses(
    _ action: String, on thing: Declaration, to role: ARN<Role>, of user: String
  ) throws(DecodingFailure) -> Bool {
    guard let target = try stack.target(of: role.text, in: "role"), target.address.type == Role.type,
      target.address.mode == .managed
    else {
      throw DecodingFailure(argument: "role", reason: .elsewhere("the role of \(user) is declared elsewhere"))
    }
    let isAllowed = grants.statements[target.address, default: []].contains { statement in
      statement.allows(action) && (statement.exceptsResources || statement.resources.contains { mayBe(thing, $0) })
    }
    if isAllowed { return false }
    for policy in grants.unattached where policy.isAbout([action]) { throw policy.error }
    let others = grants.policiesOfAWS[target.address, default: []].filter { !policiesOfRunning.contains($0) }
    if let policy = others.first {
      throw DecodingFailure(
        argument: "role", reason: .elsewhere("what the AWS managed policy '\(policy)' allows is not checked"))
    }
    _ = try known(role, of: user, in: stack)
    return true
  }

  /// The resources of a role's statements that allow an action on a thing of this stack, or on parts of it.
  package func resources(allowing action: String, on thing: Declaration, to role: Text) -> [Text] {
    guard let role = stack.target(of: role) else { return [] }
    let allowing = grants.statements[role.address, default: []].filter { $0.allows(action) && !$0.exceptsResources }
    return allowing.flatMap(\.resources).filter { resource in
      resource.references.contains { $0.address == thing.address }
        || thing.physicalName.map { name in resource.literal?.hasPrefix("arn:aws:s3:::\(name)/") ?? false } ?? false
    }
  }

  /// Whether an ARN may be the resource's, as one with a pattern or from another stack may.
  private func mayBe(_ thing: Declaration, _ resource: Text) -> Bool {
    guard let reference = resource.references.first else { return true }
    return resource.partCount > 1 || reference.address == thing.address
  }
}

/// A policy of which it is unknown on which role it is.
private struct Unattached: Sendable {
  var statements: [PolicyStatement] = []
  /// The name of one of AWS's own policies.
  var policyOfAWS: String?
  let error: DecodingFailure

  /// Whether it allows or denies any of the actions.
  func isAbout(_ actions: [String]) -> Bool {
    if let policyOfAWS {
      if policiesOfRunning.contains(policyOfAWS), tracingActions[policyOfAWS] == nil { return false }
      guard let patterns = tracingActions[policyOfAWS] else { return actions.contains { !$0.hasPrefix("xray:") } }
      return actions.contains { action in patterns.contains { matches(action, pattern: $0) } }
    }
    return actions.contains { action in statements.contains { $0.names(action) } }
  }
}

extension RoleGrants.Grants {
  init(_ stack: DeclaredStack) {
    let roles = stack.managed("aws_iam_role")
    let byName = Dictionary(
      roles.compactMap { role in role.block["name"]?.knownText.map { ($0, role.address) } },
      uniquingKeysWith: { first, _ in first })
    func role(_ value: Value?, in argument: String) throws(DecodingFailure) -> Address? {
      guard case .text(let text) = value else { return nil }
      return try stack.target(of: text, in: argument)?.address ?? stack.resolved(text).flatMap { byName[$0] }
    }

    var managed: [Address: DeclaredPolicy] = [:]
    for policy in stack.policies where policy.place.kind == .identity {
      if policy.declaration.resourceType == "aws_iam_policy" { managed[policy.declaration.address] = policy }
      let holder: Address?
      do throws(DecodingFailure) {
        holder =
          if let argument = policy.place.holder {
            try role(policy.declaration.block[argument], in: argument)
          } else {
            policy.declaration.address
          }
      } catch {
        if policy.isKnown {
          unattached.append(Unattached(statements: policy.statements, error: error.asEvidence(policy.declaration)))
        } else {
          unknown.addUnclear(policy.declaration, error)
        }
        continue
      }
      if let holder { take(policy, for: holder) }
    }
    for attachment in stack.managed("aws_iam_role_policy_attachment") {
      do throws(DecodingFailure) {
        if let role = try role(attachment.block["role"], in: "role"), let policy = attachment.block["policy_arn"] {
          attach(policy, of: attachment, to: role, among: managed, in: stack)
        }
      } catch {
        let error = error.asEvidence(attachment)
        guard case .text(let arn)? = attachment.block["policy_arn"] else { continue }
        if let policy = stack.target(of: arn).flatMap({ managed[$0.address] }), policy.isKnown {
          unattached.append(Unattached(statements: policy.statements, error: error))
        } else if let name = arn.nameOfAWSPolicy {
          unattached.append(Unattached(policyOfAWS: name, error: error))
        } else {
          unknown.addUnclear(attachment, error)
        }
      }
    }
    for role in roles {
      guard let policies = role.block["managed_policy_arns"] else { continue }
      for policy in policies.entries { attach(policy, of: role, to: role.address, among: managed, in: stack) }
    }
  }

  private mutating func attach(
    _ policy: Value, of declaration: Declaration, to role: Address, among managed: [Address: DeclaredPolicy],
    in stack: DeclaredStack
  ) {
    guard case .text(let arn) = policy else { return }
    if let policy = stack.target(of: arn).flatMap({ managed[$0.address] }) {
      take(policy, for: role)
    } else if let name = arn.nameOfAWSPolicy {
      policiesOfAWS[role, default: []].append(name)
    } else if arn.isUndecided {
      unknown.addUnclear(declaration, DecodingFailure(argument: "policy_arn", reason: .knownAfterApply)) { $0 == role }
    } else {
      unknown.add(role)
    }
  }

  private mutating func take(_ policy: DeclaredPolicy, for role: Address) {
    statements[role, default: []] += policy.statements
    if !policy.isKnown {
      let error = DecodingFailure(argument: policy.place.path, reason: .knownAfterApply)
      unknown.addUnclear(policy.declaration, error) { $0 == role }
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
