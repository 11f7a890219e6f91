import InfraModel
import TFEmit

/// A change that would make Terraform destroy a resource without the stack's `allowDestruction`.
struct DestructionFault: Equatable {
  /// The location of the replacement; `nil` if there is none.
  let location: SourceLocation?
  let message: String
  let fix: String
}

/// How a stack changes the resources that Terraform already manages.
struct DestructionCheck {
  let identity: StackIdentity
  /// Resources that would be destroyed although the stack does not allow it.
  let faults: [DestructionFault]
  /// `allowDestruction` calls that no longer apply.
  let idleWords: [AllowedDestruction]
}

extension DestructionCheck {
  /// No resource was removed or renamed.
  init(unchanged stack: DeclaredStack) {
    self.init(identity: stack.identity, faults: [], idleWords: stack.allowedDestructions)
  }

  /// `written`: the stack's configuration, which is read only if a resource was removed.
  init(from old: PreviousState, to stack: DeclaredStack, written: () throws -> WrittenConfiguration) throws {
    let allowed = Set(stack.allowedDestructions.map { $0.address })
    let moves = stack.moves
    var added: AddedResources?
    var faults: [DestructionFault] = []
    var used: Set<Address> = []
    func fault(of address: Address) throws -> DestructionFault? {
      if let replacement = stack.declaration(at: moves.destination(of: address)) {
        return replacementFault(of: address, by: replacement, in: old)
          ?? instanceFault(of: address, by: replacement, in: old, moves)
      }
      guard !stack.leavesAlone(address) else { return nil }
      let candidates = try added ?? AddedResources(in: stack, since: old, written: written())
      added = candidates
      return renameFault(of: address, from: old, to: candidates) ?? idleMoveFault(of: address, from: old, to: stack)
        ?? lossFault(of: address, in: old)
    }
    for address in old.ledger.keys.sorted().compactMap({ Address(managed: $0) }) {
      guard let fault = try fault(of: address) else { continue }
      if allowed.contains(address) { used.insert(address) } else { faults.append(fault) }
    }
    self.init(
      identity: stack.identity, faults: faults,
      idleWords: stack.allowedDestructions.filter { !used.contains($0.address) })
  }
}

private func renameFault(of address: Address, from old: PreviousState, to added: AddedResources) -> DestructionFault? {
  guard let former = old.configuration.blocks["\(address)"] else { return nil }
  let replacement = added.replacement(of: former, at: address)
  guard let replacement else { return nil }
  let move =
    replacement.path.calls.count == 1
    ? "add `\(renames(from: address, in: old))` to '\(replacement.resource.name)'"
    : "add `stack.add(StateChange.moved(from: \(swift(address)), to: \(swift(replacement.address))))`"
  return DestructionFault(
    location: replacement.location,
    message:
      "'\(address)' was removed, and '\(replacement.address)' differs only in name: Terraform would destroy the first "
      + "and create the second",
    fix: "\(move), or, if they are unrelated, `\(permission(for: address))`")
}

/// The fault of a new resource whose former name is not in the ledger, while a resource of its type was removed.
private func idleMoveFault(of address: Address, from old: PreviousState, to stack: DeclaredStack) -> DestructionFault? {
  let moves = stack.moves
  func isNew(_ address: Address) -> Bool { old.ledger["\(address)"] == nil }
  guard
    let move = moves.all.first(where: { move in
      let destination = moves.destination(of: move.old)
      return move.old.type == address.type && isNew(move.old) && isNew(destination) && stack.declares(destination)
        && !moves.all.contains { !isNew($0.old) && moves.destination(of: $0.old) == destination }
    })
  else { return nil }
  return DestructionFault(
    location: move.location,
    message: "'\(address)' was removed, and '\(moves.destination(of: move.old))' is renamed from '\(move.old)', which "
      + "was never written: Terraform would destroy the first and create the second",
    fix: "write `\(renames(from: address, in: old))`, or, if they are unrelated, `\(permission(for: address))`")
}

private func lossFault(of address: Address, in old: PreviousState) -> DestructionFault? {
  guard let content = content(of: address, in: old) else { return nil }
  return DestructionFault(
    location: nil, message: "'\(address)' was removed, and Terraform would destroy \(content)",
    fix: "add `\(permission(for: address))`, or keep the resource outside Terraform with "
      + "`stack.add(StateChange.removed(\(swift(address))))`")
}

/// The fault of a resource that would get another physical name: one that holds data, or was moved to be kept.
private func replacementFault(of address: Address, by replacement: Declaration, in old: PreviousState)
  -> DestructionFault?
{
  let content =
    content(of: address, in: old) ?? (replacement.address == address ? nil : "what was moved, and create it again")
  guard let content, let name = old.ledger["\(address)"], !name.isEmpty, let newName = replacement.physicalName,
    newName != name
  else { return nil }
  return DestructionFault(
    location: replacement.location,
    message:
      "'\(replacement.address)' is renamed from '\(name)' to '\(newName)', and AWS cannot rename it: Terraform would "
      + "destroy \(content)",
    fix: "keep the name with `named: \"\(name)\"`, or add `\(permission(for: address))`")
}

/// The fault of a resource that holds data, of which Terraform would destroy instances.
private func instanceFault(
  of address: Address, by replacement: Declaration, in old: PreviousState, _ moves: StateMoves
) -> DestructionFault? {
  guard let former = old.configuration.blocks["\(address)"], let content = content(of: address, in: old) else {
    return nil
  }
  let lost = InstanceLoss(of: former, to: replacement, moves: moves).addresses
  guard let first = lost.first else { return nil }
  return DestructionFault(
    location: replacement.location,
    message: "'\(replacement.address)' has no instance \(lost.map { "'\($0)'" }.joined(separator: ", ")) any more: "
      + "Terraform would destroy \(content)",
    fix: "say where it is now with `stack.add(StateChange.moved(from: \(swift(first)), to: …))`, or add "
      + "`\(permission(for: address))`")
}

/// What would be lost with a resource; `nil` if it can be recreated.
private func content(of address: Address, in old: PreviousState) -> String? {
  if let data = ResourceCatalog.aws.facts[address.type]?.data { return "the \(data.holder) with its \(data.content)" }
  let isSubscribed = old.configuration.blocks.contains { key, block in
    guard case .subscriber(let argument)? = ResourceCatalog.aws.facts[String(key.prefix { $0 != "." })]?.removal
    else { return false }
    return block[argument]?.string == "${\(address).arn}"
  }
  return isSubscribed ? "the topic, and its subscribers would have to confirm again" : nil
}

/// The modifiers that declare a resource's former name, and the names before it.
private func renames(from address: Address, in old: PreviousState) -> String {
  let physicalName = old.ledger["\(address)"] ?? ""
  var names = [address.name]
  var current = "\(address)"
  while let former = old.configuration.origins[current].flatMap(Address.init(managed:)), !names.contains(former.name) {
    names.append(former.name)
    current = "\(former)"
  }
  return names.map { ".renamed(from: \"\(spelled($0, in: physicalName))\")" }.joined()
}

/// The name in Swift: Terraform's label with the hyphens that the physical name still has.
private func spelled(_ label: String, in physicalName: String) -> String {
  let hyphenated = label.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
  return physicalName.contains(hyphenated) ? hyphenated : label
}

private func permission(for address: Address) -> String {
  "stack.allowDestruction(of: \(swift(address)), because: \"…\")"
}

private func swift(_ address: Address) -> String {
  let index = address.index.isEmpty ? "" : ", index: #\"\(address.index)\"#"
  return "Address(type: \"\(address.type)\", name: \"\(address.name)\"\(index))"
}
