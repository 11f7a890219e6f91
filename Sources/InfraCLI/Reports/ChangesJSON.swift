import InfraModel
import TFEmit

/// Changes for scripts; `schemaVersion` increases with each incompatible change.
func changesJSON(_ folders: [FolderChanges], against: String) -> String {
  json([
    "schemaVersion": 1,
    "against": .literal(against),
    "stacks": .list(folders.map(members)),
  ])
}

private func members(of folder: FolderChanges) -> Value {
  let changes = folder.configuration
  return [
    "stack": .literal(folder.identity.stack),
    "environment": .literal(folder.identity.environment),
    "lost": .list(
      changes.losses.map {
        [
          "kind": .literal($0.kind.rawValue), "address": .literal($0.address), "message": .literal($0.message),
        ]
      }),
    "added": .list(changes.added.map(Value.literal)),
    "removed": .list(changes.removed.map(Value.literal)),
    "left": .list(changes.left.map(Value.literal)),
    "moved": .list(changes.moved.map { ["from": .literal($0.old), "to": .literal($0.new)] }),
    "changed": .list(
      changes.changed.map { change in
        ["address": .literal(change.address), "arguments": .list(change.arguments.map(members))]
      }),
  ]
}

/// An added argument has no `from`, a removed one no `to`.
private func members(of change: ConfigurationChanges.ArgumentChange) -> Value {
  var members: [String: Value] = ["path": .literal(change.path)]
  if let old = change.old { members["from"] = Value(old) }
  if let new = change.new { members["to"] = Value(new) }
  return .map(members)
}
