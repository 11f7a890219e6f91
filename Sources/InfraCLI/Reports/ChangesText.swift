import InfraModel
import TFEmit

/// Changes for reviewers: losses first, then added, removed, forgotten, moved and changed resources.
func changesText(_ folders: [FolderChanges]) -> String {
  folders.map { folder in
    let changes = folder.configuration
    var lines = ["\(folder.identity): \(summary(of: changes))"]
    lines += changes.losses.map { "  ! \($0.kind.rawValue) lost: \($0.address) \($0.message)" }
    lines += changes.added.map { "  + \($0)" }
    lines += changes.removed.map { "  - \($0)" }
    lines += changes.left.map { "  < \($0) is forgotten: Terraform no longer manages it, and destroys nothing" }
    lines += changes.moved.map { "  > \($0.old) is now \($0.new)" }
    for change in changes.changed {
      lines.append("  ~ \(change.address)")
      lines += change.arguments.map { "      \($0.path): \(words(for: $0))" }
    }
    return lines.map { "\(inLine($0))\n" }.joined()
  }.joined(separator: "\n")
}

private func summary(of changes: ConfigurationChanges) -> String {
  let counts: [(count: Int, name: String)] = [
    (changes.losses.count, "lost"), (changes.added.count, "added"), (changes.removed.count, "removed"),
    (changes.left.count, "forgotten"), (changes.moved.count, "moved"), (changes.changed.count, "changed"),
  ]
  return counts.filter { $0.count > 0 }.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
}

/// The value before and after; if it is too long for its line, the parts that differ.
private func words(for change: ConfigurationChanges.ArgumentChange) -> String {
  if case .array(let old)? = change.old, case .array(let new)? = change.new, isLong(old) || isLong(new) {
    let gone = old.filter { !new.contains($0) }.map { "− \(text(of: $0))" }
    let elements = gone + new.filter { !old.contains($0) }.map { "+ \(text(of: $0))" }
    // Otherwise the same elements are in another order.
    if !elements.isEmpty { return elements.joined(separator: "  ") }
  }
  if case .string(let old)? = change.old, case .string(let new)? = change.new, old.count + new.count > longestValue {
    let (before, after) = differing(old, new)
    return "\(text(of: .string(before))) → \(text(of: .string(after)))"
  }
  return "\(text(of: change.old)) → \(text(of: change.new))"
}

/// Two texts without their common beginning and end, except for the words next to the difference.
private func differing(_ old: String, _ new: String) -> (String, String) {
  let start = zip(old, new).prefix { $0 == $1 }.count
  let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
  let (gone, kept) = (max(0, start - context), max(0, end - context))
  func middle(_ text: String) -> String {
    var lead = text.prefix(start).dropFirst(gone)
    if gone > 0, let space = lead.firstIndex(of: " ") { lead = lead[space...] }
    return "\(gone > 0 ? "…" : "")\(lead)\(text.dropFirst(start).dropLast(kept))\(kept > 0 ? "…" : "")"
  }
  return (middle(old), middle(new))
}

/// The number of characters that are printed next to a difference.
private let context = 20

private func isLong(_ elements: [JSON]) -> Bool {
  compact(.array(elements)).count > longestValue
}

private func text(of value: JSON?) -> String {
  guard let value else { return "(none)" }
  // One line for each argument, whatever its value; `--format json` has all of it.
  let line = compact(value)
  return line.count > longestValue ? "\(line.prefix(longestValue - 3))…" : line
}

/// The characters of a value that are printed.
private let longestValue = 160

/// A document on one line, its members sorted.
private func compact(_ value: JSON) -> String {
  switch value {
  case .null: "null"
  case .array(let elements): "[\(elements.map(compact).joined(separator: ", "))]"
  case .object(let members):
    "{\(members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(compact($0.value))" }.joined(separator: ", "))}"
  case .string(let string): quoted(string)
  case .bool, .integer, .number: trimmed(json(Value(value)))
  }
}

private func quoted(_ string: String) -> String { trimmed(json(.literal(string))) }

private func trimmed(_ line: String) -> String { String(line.dropLast()) }
