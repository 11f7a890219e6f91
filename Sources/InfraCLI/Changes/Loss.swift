import InfraModel
import TFEmit

/// Data, an alarm, an action, tracing or a permission that a change removes: what a reviewer must not overlook.
struct Loss: Equatable {
  enum Kind: String {
    case data
    case alarm
    case action
    case tracing
    case permission
  }

  let kind: Kind
  let address: String
  /// The rest of the sentence that the address begins.
  let message: String
}

extension Loss {
  /// The loss that comes with the removal of a resource, if any.
  init?(ofRemoved address: String) {
    guard let facts = ResourceCatalog.aws.facts[String(address.prefix { $0 != "." })] else { return nil }
    if let data = facts.data {
      self.init(kind: .data, address: address, message: "is removed, with the \(data.holder) and its \(data.content)")
      return
    }
    switch facts.removal {
    case .alarm: self.init(kind: .alarm, address: address, message: "is removed")
    case .subscriber:
      self.init(kind: .action, address: address, message: "is removed: its topic has one subscriber fewer")
    case .tracing: self.init(kind: .tracing, address: address, message: "is removed")
    case .permission: self.init(kind: .permission, address: address, message: "is removed")
    case nil: return nil
    }
  }
}

/// What a changed resource loses.
func lossesByChange(of address: String, from old: JSON, to new: JSON) -> [Loss] {
  lostData(of: address, from: old, to: new) + lostActions(of: address, from: old, to: new)
    + lostTracing(of: address, from: old, to: new)
    + lostPermissions(of: address, from: old, to: new)
}

/// AWS cannot rename resources, so Terraform replaces a resource whose name changes.
private func lostData(of address: String, from old: JSON, to new: JSON) -> [Loss] {
  guard let data = ResourceCatalog.aws.facts[String(address.prefix { $0 != "." })]?.data,
    let argument = data.nameArgument, let name = old[argument], let newName = new[argument], name != newName
  else { return [] }
  return [
    Loss(
      kind: .data, address: address,
      message: "gets a new name, so Terraform creates a new \(data.holder) without the \(data.content) (\(argument))")
  ]
}

private func lostActions(of address: String, from old: JSON, to new: JSON) -> [Loss] {
  var losses = ["alarm_actions", "ok_actions", "insufficient_data_actions"].flatMap { name in
    Set(texts(old[name])).subtracting(texts(new[name])).sorted().map { action in
      Loss(kind: .action, address: address, message: "no longer has the action \(action) (\(name))")
    }
  }
  if old["actions_enabled"] != .bool(false), new["actions_enabled"] == .bool(false) {
    losses.append(Loss(kind: .action, address: address, message: "no longer runs its actions (actions_enabled)"))
  }
  return losses
}

private func lostTracing(of address: String, from old: JSON, to new: JSON) -> [Loss] {
  let words = [
    "tracing_config.mode": (old["tracing_config"]?["mode"], new["tracing_config"]?["mode"], JSON.string("Active")),
    "tracing_config": (old["tracing_config"], new["tracing_config"], .string("Active")),
    "xray_tracing_enabled": (old["xray_tracing_enabled"], new["xray_tracing_enabled"], .bool(true)),
    "tracing_configuration.enabled": (
      old["tracing_configuration"]?["enabled"], new["tracing_configuration"]?["enabled"], .bool(true)
    ),
  ]
  return words.sorted { $0.key < $1.key }.compactMap { name, change in
    let (before, after, traced) = change
    guard before == traced, after != traced else { return nil }
    return Loss(kind: .tracing, address: address, message: "is no longer traced (\(name))")
  }
}

/// JSON policies: the actions that a statement allowed and no statement allows now.
private func lostPermissions(of address: String, from old: JSON, to new: JSON) -> [Loss] {
  ["policy", "assume_role_policy"].flatMap { name in
    Set(allowedActions(old[name])).subtracting(allowedActions(new[name])).sorted().map { action in
      Loss(kind: .permission, address: address, message: "no longer allows \(action) (\(name))")
    }
  }
}

private func allowedActions(_ policy: JSON?) -> [String] {
  guard let text = policy?.string, let document = document(in: text) else { return [] }
  return (document["Statement"]?.elements ?? []).filter { $0["Effect"]?.string == "Allow" }.flatMap { statement in
    texts(statement["Action"])
  }
}

/// One string or a list of strings, as AWS policies allow.
private func texts(_ value: JSON?) -> [String] {
  value?.elements.compactMap(\.string) ?? []
}
