package import TerraformModel

/// Which services can use the keys that a stack's topics and queues are encrypted with.
package struct EncryptionKeys {
  private let stack: DeclaredStack
  private let policies: KeyPolicies

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    policies = stack.cached { KeyPolicies($0) }
  }

  /// Why a service cannot publish or send to a topic or a queue, as a clause after its name: `whose key …`. `nil` where
  /// it can, as far as the stack declares.
  ///
  /// - Throws: Where the key or its policy is known only after apply.
  package func trouble(of resource: Declaration, using service: String) throws(DecodingFailure) -> String? {
    guard case .text(let key) = resource.block["kms_master_key_id"] else { return nil }
    try key.expectDecided(in: "kms_master_key_id")
    if let name = stack.resolved(key) {
      // The policy of an AWS managed key cannot be changed, and it names none of the services that publish.
      return name.contains("alias/aws/") ? "whose AWS managed key '\(name)' \(service) may not use" : nil
    }
    guard let declared = key.references.first.flatMap({ self.key(at: $0.address) }) else { return nil }
    // A policy of its own takes the place of the key's.
    if let policy = policies.byKey[declared.address].first {
      return try trouble(of: declared, by: policy, using: service)
    }
    guard let clause = try troubleByItself(of: declared, using: service) else { return nil }
    _ = try policies.byKey.all(for: declared.address)
    return clause
  }

  /// The trouble that a key without a policy of its own makes.
  private func troubleByItself(of key: Declaration, using service: String) throws(DecodingFailure) -> String? {
    if key.block["policy"] != nil { return try trouble(of: key, by: key, using: service) }
    return "whose key '\(key.resource.name)' has AWS's default key policy, which does not name \(service)"
  }

  /// - Parameter holder: The declaration with the policy.
  private func trouble(
    of key: Declaration, by holder: Declaration, using service: String
  ) throws(DecodingFailure) -> String? {
    let reading = try PolicyReading(of: holder, in: stack)
    let missing = ["kms:GenerateDataKey", "kms:Decrypt"].filter { !reading.admits(service, to: $0) }
    if missing.isEmpty { return nil }
    try reading.expectComplete(holder)
    return "whose key '\(key.resource.name)' does not allow \(service) \(quoted(missing))"
  }

  /// The key at the address, or the key that an alias there refers to.
  private func key(at address: Address) -> Declaration? {
    guard let declaration = stack.declaration(at: address), address.mode == .managed else { return nil }
    switch declaration.address.type {
    case "aws_kms_key": return declaration
    case "aws_kms_alias":
      guard case .text(let target) = declaration.block["target_key_id"], let key = stack.target(of: target),
        key.address.type == "aws_kms_key", key.address.mode == .managed
      else { return nil }
      return key
    default: return nil
    }
  }
}

/// The resources that hold the policies of keys, by key (`aws_kms_key_policy`).
private struct KeyPolicies: Sendable {
  var byKey = Evidence<Address, Declaration>()

  init(_ stack: DeclaredStack) {
    for policy in stack.managed("aws_kms_key_policy") {
      byKey.record(policy) { () throws(DecodingFailure) in
        guard case .text(let id)? = policy.block["key_id"] else {
          throw DecodingFailure(argument: "key_id", reason: .missing)
        }
        return try stack.target(of: id, in: "key_id").map { [($0.address, policy)] } ?? []
      }
    }
  }
}
