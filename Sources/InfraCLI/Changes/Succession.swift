import InfraModel
import TFEmit

/// What Terraform managed before: the ledger of the manifest, and the configuration that was written with it.
struct Predecessor {
  let ledger: [String: String]
  let configuration: WrittenConfiguration

  init(of identity: StackIdentity, in out: OutFolder) throws {
    // What cannot be read has been edited, and whoever wanted it overwritten has been heard by now.
    let bytes = try out.configuration(of: identity)
    let written = (try? InfraCLI.configuration(bytes, of: identity)) ?? WrittenConfiguration()
    let known = (try? out.manifest(of: identity))?.resources ?? [:]
    configuration = written
    // Without a manifest, as after a merge gone wrong, the configuration still says what there was.
    let found = written.blocks.keys.filter { Address(managed: $0) != nil && known[$0] == nil }
    ledger = known.merging(found.map { ($0, "") }) { first, _ in first }
  }
}

/// A change that would make Terraform destroy what nobody said may be destroyed.
struct SuccessionFault: Equatable {
  /// Of the resource that is to take the place; `nil` where there is none.
  let location: SourceLocation?
  let message: String
  let fix: String
}

/// Compares a stack with what Terraform manages already.
///
/// - Parameter written: The stack's configuration, which is read only where something is gone.
func successionFaults(
  from old: Predecessor, to stack: DeclaredStack, written: () throws -> WrittenConfiguration
) throws -> [SuccessionFault] {
  let allowed = Set(stack.destructions.map(\.address))
  var newcomers: Newcomers?
  return try old.ledger.keys.sorted().compactMap { key in
    guard let address = Address(managed: key), !allowed.contains(address) else { return nil }
    if let heir = stack.declaration(at: stack.destination(of: address)) {
      return replacementFault(of: address, by: heir, in: old)
    }
    guard !stack.leavesAlone(address) else { return nil }
    let candidates = try newcomers ?? Newcomers(in: stack, since: old, written: written())
    newcomers = candidates
    return renameFault(of: address, from: old, to: candidates) ?? lossFault(of: address, in: old)
  }
}

/// What a stack declares that was not there before, by what is the same under another name: a fleet that shrinks by ten
/// thousand is not to be compared each with each.
private struct Newcomers {
  private struct Likeness: Hashable {
    let type: String
    let lines: [String]
  }

  private let declarations: [Declaration]
  private let byBlock: [Likeness: Int]
  private let bySignature: [Likeness: Int]

  init(in stack: DeclaredStack, since old: Predecessor, written: WrittenConfiguration) {
    var declarations: [Declaration] = []
    var byBlock: [Likeness: Int] = [:]
    var bySignature: [Likeness: Int] = [:]
    for declaration in stack.declarations where declaration.address.mode == .managed {
      let key = "\(declaration.address)"
      guard old.ledger[key] == nil, let block = written.blocks[key] else { continue }
      let likenesses = Self.likenesses(of: block, at: declaration.address)
      byBlock[likenesses.block] = byBlock[likenesses.block] ?? declarations.count
      bySignature[likenesses.signature] = bySignature[likenesses.signature] ?? declarations.count
      declarations.append(declaration)
    }
    self.declarations = declarations
    self.byBlock = byBlock
    self.bySignature = bySignature
  }

  /// The first that is like a block in all but its label.
  func heir(of block: JSON, at address: Address) -> Declaration? {
    guard !declarations.isEmpty else { return nil }
    let likenesses = Self.likenesses(of: block, at: address)
    return [byBlock[likenesses.block], bySignature[likenesses.signature]].compactMap { $0 }.min().map {
      declarations[$0]
    }
  }

  private static func likenesses(of block: JSON, at address: Address) -> (block: Likeness, signature: Likeness) {
    let lines = json(Value(block)).split(separator: "\n").map(String.init)
    return (
      Likeness(type: address.type, lines: lines),
      Likeness(type: address.type, lines: signature(of: lines, named: address.name))
    )
  }
}

private func renameFault(of address: Address, from old: Predecessor, to newcomers: Newcomers) -> SuccessionFault? {
  guard let former = old.configuration.blocks["\(address)"] else { return nil }
  let heir = newcomers.heir(of: former, at: address)
  guard let heir else { return nil }
  let name = spelled(address.name, in: old.ledger["\(address)"] ?? "")
  let move =
    heir.path.calls.count == 1
    ? "add `.renamed(from: \"\(name)\")` to '\(heir.resource.name)'"
    : "add `stack.add(StateChange.moved(from: \(swift(address)), to: \(swift(heir.address))))`"
  return SuccessionFault(
    location: heir.location,
    message: "'\(address)' is gone, and '\(heir.address)' is like it but for the name: Terraform would destroy the one "
      + "and create the other",
    fix: "\(move), or, where they are two things, `\(permission(for: address))`")
}

private func lossFault(of address: Address, in old: Predecessor) -> SuccessionFault? {
  guard let content = content(of: address, in: old) else { return nil }
  return SuccessionFault(
    location: nil, message: "'\(address)' is gone, and Terraform would destroy \(content)",
    fix: "add `\(permission(for: address))`, or leave it alone with "
      + "`stack.add(StateChange.removed(\(swift(address))))`")
}

private func replacementFault(of address: Address, by heir: Declaration, in old: Predecessor) -> SuccessionFault? {
  guard let content = content(of: address, in: old), let name = old.ledger["\(address)"], !name.isEmpty,
    let newName = heir.physicalName, newName != name
  else { return nil }
  return SuccessionFault(
    location: heir.location,
    message: "'\(heir.address)' is called '\(newName)' now and was '\(name)', and AWS renames nothing: Terraform would "
      + "destroy \(content)",
    fix: "keep the name with `named: \"\(name)\"`, or add `\(permission(for: address))`")
}

/// What would be lost with a resource; `nil` for what can be made again.
private func content(of address: Address, in old: Predecessor) -> String? {
  switch address.type {
  case "aws_dynamodb_table": return "the table with its items"
  case "aws_s3_bucket": return "the bucket with its objects"
  case "aws_cloudwatch_log_group": return "the log group with its events"
  case "aws_sqs_queue": return "the queue with its messages"
  case "aws_sns_topic":
    let isSubscribed = old.configuration.blocks.contains { key, block in
      key.hasPrefix("aws_sns_topic_subscription.") && block["topic_arn"]?.string == "${\(address).arn}"
    }
    return isSubscribed ? "the topic, and people would have to confirm their subscriptions anew" : nil
  default: return nil
  }
}

/// The lines of a block in which the label, however it is spelled, has no part.
private func signature(of lines: [String], named label: String) -> [String] {
  let hyphenated = label.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
  return lines.map { line in
    [label, hyphenated].reduce(line) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "\0")
    }
  }
}

/// The name in Swift, of which Terraform's label has lost the hyphens, as the physical name still has them.
private func spelled(_ label: String, in physicalName: String) -> String {
  let hyphenated = label.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
  return physicalName.contains(hyphenated) ? hyphenated : label
}

private func permission(for address: Address) -> String {
  "stack.allowDestruction(of: \(swift(address)), because: \"…\")"
}

private func swift(_ address: Address) -> String {
  "Address(type: \"\(address.type)\", name: \"\(address.name)\")"
}

extension Address {
  /// The address of something that Terraform manages; `nil` for `data.…`, `output.…` and their like.
  init?(managed key: String) {
    let words = key.split(separator: ".", omittingEmptySubsequences: false)
    // Every resource type has its provider's name before an underscore; no section of a configuration has one.
    guard words.count == 2, words[0].contains("_") else { return nil }
    self.init(type: String(words[0]), name: String(words[1]))
  }
}

/// Faults as findings are written.
func successionText(_ faults: [SuccessionFault], in identity: StackIdentity, relativeTo directory: String) -> String {
  faults.map { fault in
    let place = fault.location.map { "\($0.text(relativeTo: directory)): " } ?? "\(identity): "
    return "\(place)error: \(fault.message)\n    in     \(identity)\n    fix    \(fault.fix)\n"
  }.joined()
}
