/// Which services can use the keys that a stack's topics and queues are encrypted with.
struct EncryptionKeys {
  private let stack: DeclaredStack

  init(_ stack: DeclaredStack) {
    self.stack = stack
  }

  /// Why a service cannot publish or send to a topic or a queue, as a clause after its name: `whose key …`. `nil` where
  /// it can, as far as the stack declares.
  func trouble(of resource: Declaration, using service: String) -> String? {
    guard case .text(let key) = resource.block["kms_master_key_id"] else { return nil }
    if let name = stack.resolved(key) {
      // The policy of an AWS managed key cannot be changed, and it names none of the services that publish.
      return name.contains("alias/aws/") ? "whose AWS managed key '\(name)' \(service) may not use" : nil
    }
    guard let declared = key.references.first.flatMap({ self.key(at: $0.address) }) else { return nil }
    let name = declared.resource.name
    guard let policy = declared.block["policy"] else {
      return "whose key '\(name)' has AWS's default key policy, which does not name \(service)"
    }
    guard let reading = PolicyReading(policy, in: stack) else { return nil }
    let missing = ["kms:GenerateDataKey", "kms:Decrypt"].filter { !reading.admits(service, to: $0) }
    return missing.isEmpty ? nil : "whose key '\(name)' does not allow \(service) \(quoted(missing))"
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
