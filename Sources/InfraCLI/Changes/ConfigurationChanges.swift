import InfraModel
import TFEmit

/// The differences between two configurations of one stack in one environment.
struct ConfigurationChanges: Equatable {
  /// One argument with another value, or one that only one of the two has.
  struct ArgumentChange: Equatable {
    /// `alarm_actions[0]`, `policy.Statement[1].Action`: JSON within a string is addressed by path, too.
    let path: String
    let old: JSON?
    let new: JSON?
  }

  struct Change: Equatable {
    let address: String
    let arguments: [ArgumentChange]
  }

  struct Move: Equatable {
    let old: String
    let new: String
  }

  var added: [String] = []
  var removed: [String] = []
  /// Resources that Terraform no longer manages and does not destroy (`removed`).
  var left: [String] = []
  var moved: [Move] = []
  var changed: [Change] = []
  var losses: [Loss] = []

  var isEmpty: Bool { added.isEmpty && removed.isEmpty && left.isEmpty && moved.isEmpty && changed.isEmpty }

  init(from old: WrittenConfiguration, to new: WrittenConfiguration) {
    // A move that is in both configurations happened before.
    moved = new.origins.filter { old.blocks[$0.value] != nil && new.blocks[$0.value] == nil }
      .map { Move(old: $0.value, new: $0.key) }.sorted { $0.new < $1.new }
    let origins = Dictionary(moved.map { ($0.new, $0.old) }, uniquingKeysWith: { first, _ in first })
    let sources = Set(moved.map(\.old))
    left = old.blocks.keys.filter { new.blocks[$0] == nil && new.blocks["removed.\($0)"] != nil }.sorted()
    let said = Set(left.map { "removed.\($0)" })
    for (address, block) in new.blocks.sorted(by: { $0.key < $1.key }) where !said.contains(address) {
      guard let former = old.blocks[origins[address] ?? address] else {
        added.append(address)
        continue
      }
      let arguments = argumentChanges(of: address, from: former, to: block)
      guard !arguments.isEmpty else { continue }
      changed.append(Change(address: address, arguments: arguments))
      losses += lossesByChange(of: address, from: former, to: block)
    }
    removed = old.blocks.keys.filter { address in
      new.blocks[address] == nil && !sources.contains(address) && !said.contains("removed.\(address)")
    }.sorted()
    losses = removed.compactMap { Loss(ofRemoved: $0) } + losses
    losses = losses.filter { $0.kind == .data } + losses.filter { $0.kind != .data }
  }
}

private typealias ArgumentChange = ConfigurationChanges.ArgumentChange

private func argumentChanges(of address: String, from old: JSON, to new: JSON) -> [ArgumentChange] {
  var (old, new) = (old, new)
  var changes: [ArgumentChange] = []
  for name in hiddenArguments(of: address, old, new) where old[name] != new[name] {
    func shown(_ value: JSON?) -> JSON? {
      value.map { $0.isReference ? $0 : .string(SensitiveText.placeholder) }
    }
    changes.append(ArgumentChange(path: name, old: shown(old[name]), new: shown(new[name])))
    (old, new) = (old.without(name), new.without(name))
  }
  collect(from: old, to: new, at: "", into: &changes)
  return changes
}

/// The arguments of a block whose values Terraform does not show.
private func hiddenArguments(of address: String, _ old: JSON, _ new: JSON) -> [String] {
  let kind = String(address.prefix { $0 != "." })
  let isMarked = [old, new].contains { $0["sensitive"] == .bool(true) }
  switch kind {
  // A condition may name the values that it takes.
  case "variable": return isMarked ? ["default", "validation"] : []
  case "output": return isMarked ? ["value"] : []
  default: return Set(old.members.keys).union(new.members.keys).filter { isSensitive($0, of: kind) }.sorted()
  }
}

private func collect(from old: JSON?, to new: JSON?, at path: String, into changes: inout [ArgumentChange]) {
  guard old != new else { return }
  switch (old, new) {
  case (.object(let old)?, .object(let new)?):
    for name in Set(old.keys).union(new.keys).sorted() {
      collect(from: old[name], to: new[name], at: path.isEmpty ? name : "\(path).\(name)", into: &changes)
    }
  case (.array(let old)?, .array(let new)?) where (old + new).allSatisfy(\.isObject):
    for index in 0..<max(old.count, new.count) {
      let (before, after) = (index < old.count ? old[index] : nil, index < new.count ? new[index] : nil)
      collect(from: before, to: after, at: "\(path)[\(index)]", into: &changes)
    }
  case (.string(let old)?, .string(let new)?):
    if let old = document(in: old), let new = document(in: new) {
      // Documents that differ only in whitespace are equal.
      collect(from: old, to: new, at: path, into: &changes)
    } else {
      changes.append(ArgumentChange(path: path, old: .string(old), new: .string(new)))
    }
  default:
    changes.append(ArgumentChange(path: path, old: old, new: new))
  }
}

/// The JSON document in a string, such as a policy or a dashboard's body.
func document(in text: String) -> JSON? {
  guard text.hasPrefix("{") || text.hasPrefix("[") else { return nil }
  return try? JSON(reading: Array(text.utf8))
}

extension JSON {
  fileprivate func without(_ name: String) -> JSON { .object(members.filter { $0.key != name }) }

  /// Whether it is a string with exactly one reference, such as `${var.password}`.
  fileprivate var isReference: Bool {
    guard case .string(let text) = self, text.hasPrefix("${"), text.hasSuffix("}") else { return false }
    return text.dropFirst(2).dropLast().allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "_-.[]".contains($0))
    }
  }

  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }
}
