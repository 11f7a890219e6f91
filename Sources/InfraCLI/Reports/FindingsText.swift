import InfraModel

/// Findings as a person reads them in a terminal. A finding that several environments share is said once.
func findingsText(_ verdicts: Verdicts, atLeast minimum: Severity = .note) -> String {
  var order: [FindingKey] = []
  var findings: [FindingKey: (finding: Finding, in: [StackIdentity])] = [:]
  for verdict in verdicts.verdicts {
    for finding in verdict.findings where finding.severity >= minimum {
      let key = FindingKey(rule: finding.rule, location: finding.location, message: finding.message)
      if findings[key] == nil { order.append(key) }
      findings[key, default: (finding, [])].in.append(verdict.stack.identity)
    }
  }
  return order.compactMap { findings[$0] }
    .map { text(of: $0.finding, in: $0.in, relativeTo: verdicts.workingDirectory) }.joined()
}

private struct FindingKey: Hashable {
  let rule: RuleID
  let location: SourceLocation
  let message: String
}

private func text(of finding: Finding, in stacks: [StackIdentity], relativeTo directory: String) -> String {
  let place = finding.location.text(relativeTo: directory)
  var lines = ["\(place): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)"]
  lines += finding.notes.filter { $0.location != finding.location }.map {
    "    note   \($0.location.text(relativeTo: directory)): \($0.message)"
  }
  let environments = Dictionary(grouping: stacks, by: \.stack).sorted { $0.key < $1.key }
    .map { "\($0.key) \($0.value.map(\.environment).joined(separator: ", "))" }
  lines.append("    in     \(environments.joined(separator: "; "))")
  lines.append("    why    \(finding.rationale)")
  lines.append("    fix    \(finding.fix)")
  // Only resources are added with waivers.
  if finding.severity != .note, finding.address.mode != .configuration {
    lines.append(
      "    waive  waiving: [Waiver(\"\(finding.rule)\", reason: \"…\", owner: \"…\", until: \"yyyy-mm-dd\")]")
  }
  return lines.map { $0 + "\n" }.joined()
}

extension SourceLocation {
  /// `path:line:column`, as editors and terminals link it.
  func text(relativeTo directory: String) -> String {
    "\(file(relativeTo: directory)):\(line):\(column)"
  }

  /// The file's path, shortened where it is below the directory.
  func file(relativeTo directory: String) -> String {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
