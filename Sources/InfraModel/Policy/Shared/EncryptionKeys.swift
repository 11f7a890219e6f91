/// Which services can use the keys that a stack's topics and queues are encrypted with.
struct EncryptionKeys {
  private let stack: DeclaredStack

  init(_ stack: DeclaredStack) {
    self.stack = stack
  }

  /// Why a service cannot put anything into a topic or a queue, after its name: `whose key …`. `nil` where it can, as far
  /// as the stack says.
  func trouble(of resource: Declaration, using service: String) -> String? {
    guard case .text(let key) = resource.block["kms_master_key_id"] else { return nil }
    if let name = stack.resolved(key) {
      // AWS's own keys have a policy that nobody can change, and it names none of the services that publish.
      return name.contains("alias/aws/") ? "whose key is AWS's own '\(name)', which \(service) may not use" : nil
    }
    guard let declared = key.references.first.flatMap({ self.key(at: $0.address) }) else { return nil }
    let name = declared.resource.name
    guard let policy = declared.block["policy"] else {
      return "whose key '\(name)' has the policy that AWS gives keys, which does not name \(service)"
    }
    guard let reading = PolicyReading(policy, in: stack) else { return nil }
    let missing = ["kms:GenerateDataKey", "kms:Decrypt"].filter { !reading.admits(service, to: $0) }
    return missing.isEmpty ? nil : "whose key '\(name)' does not let \(service) \(quoted(missing))"
  }

  /// The key itself, which an alias is one step away from.
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
