import InfraModel

/// The prerequisites of several stacks, as people read them: by kind, with the reason and the way to provide each.
func prerequisitesText(_ stacks: [DeclaredStack], relativeTo directory: String) -> String {
  stacks.map { stack in
    let all = stack.prerequisites
    let parts = Prerequisite.Kind.allCases.compactMap { kind -> String? in
      let entries = all.filter { $0.kind == kind }
      guard !entries.isEmpty else { return nil }
      let time = kind.isAfterApply ? ", after the apply" : ""
      return "  \(kind.title)\(time): \(kind.reason)\n"
        + entries.map { text(of: $0, in: stack, relativeTo: directory) }.joined()
    }
    return "\(inLine("\(stack.identity)")): \(counted(all.count, "prerequisite"))\n\n" + parts.joined(separator: "\n")
  }.joined(separator: "\n")
}

private func text(of prerequisite: Prerequisite, in stack: DeclaredStack, relativeTo directory: String) -> String {
  let region = prerequisite.region == stack.homeRegion ? "" : " in \(prerequisite.region)"
  var lines = "    \(inLine(prerequisite.name.description))\(region)\n"
  let users = prerequisite.addresses.map(\.description)
  if prerequisite.kind != .variable, let first = users.first {
    let others = users.count == 1 ? "" : " and \(users.count - 1) more"
    lines += "        for  \(inLine(first))\(others)\n"
  }
  if let location = prerequisite.location {
    lines += "        at   \(inLine(location.text(relativeTo: directory)))\n"
  }
  return lines + "        do   \(inLine(prerequisite.provision))\n"
}

/// The prerequisites for scripts.
func prerequisitesJSON(_ stacks: [DeclaredStack]) -> String {
  json([
    "schemaVersion": 1,
    "prerequisites": .list(stacks.flatMap { stack in stack.prerequisites.map { members($0, of: stack) } }),
  ])
}

private func members(_ prerequisite: Prerequisite, of stack: DeclaredStack) -> Value {
  var members: [String: Value] = [
    "stack": .literal(stack.identity.stack), "environment": .literal(stack.identity.environment),
    "kind": .literal(prerequisite.kind.rawValue), "name": .literal(prerequisite.name.assumed),
    "variables": .list(prerequisite.name.variables.map { .literal($0) }), "region": .literal("\(prerequisite.region)"),
    "addresses": .list(prerequisite.addresses.map { .literal("\($0)") }),
    "reason": .literal(prerequisite.kind.reason), "provision": .literal(prerequisite.provision),
    "afterApply": .bool(prerequisite.kind.isAfterApply),
  ]
  if let check = prerequisite.check {
    members["check"] = .list(check.words.map { .literal($0.assumed) })
  }
  return .map(members)
}
