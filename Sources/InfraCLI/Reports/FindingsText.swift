import InfraModel

/// Findings as a person reads them in a terminal. A finding that several environments share is said once.
func findingsText(_ verdicts: Verdicts, atLeast minimum: Severity = .note) -> String {
  let lasting = Set(verdicts.policy.descriptions.filter { !$0.isWaivable }.map(\.id))
  return verdicts.sharedFindings(atLeast: minimum).map { shared in
    text(
      of: shared, canBeWaived: !lasting.contains(shared.finding.rule), isAudit: verdicts.isAudit,
      relativeTo: verdicts.workingDirectory)
  }.joined()
}

/// A finding, and where it is found.
struct SharedFinding {
  let finding: Finding
  var stacks: [StackIdentity]

  /// `shop dev, prod; website prod`
  var environments: String {
    Dictionary(grouping: stacks, by: \.stack).sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.map(\.environment).joined(separator: ", "))" }.joined(separator: "; ")
  }
}

extension Verdicts {
  /// Each finding once, however many environments share it.
  func sharedFindings(atLeast minimum: Severity = .note) -> [SharedFinding] {
    var order: [FindingKey] = []
    var findings: [FindingKey: SharedFinding] = [:]
    for verdict in verdicts {
      for finding in verdict.findings where finding.severity >= minimum {
        let key = FindingKey(
          rule: finding.rule, location: finding.location, message: finding.message,
          // One plan may be the place of all it holds.
          address: isAudit ? finding.address : nil)
        if findings[key] == nil { order.append(key) }
        findings[key, default: SharedFinding(finding: finding, stacks: [])].stacks.append(verdict.stack.identity)
      }
    }
    return order.compactMap { findings[$0] }
  }
}

private struct FindingKey: Hashable {
  let rule: RuleID
  let location: SourceLocation
  let message: String
  let address: Address?
}

private func text(of shared: SharedFinding, canBeWaived: Bool, isAudit: Bool, relativeTo directory: String) -> String {
  let finding = shared.finding
  let place = finding.location.text(relativeTo: directory)
  var lines = ["\(inLine(place)): \(finding.severity.rawValue)[\(finding.rule)]: \(inLine(finding.message))"]
  for note in finding.notes where note.location != finding.location {
    lines.append("    note   \(inLine("\(note.location.text(relativeTo: directory)): \(note.message)"))")
  }
  lines.append(isAudit ? "    at     \(inLine("\(finding.address)"))" : "    in     \(inLine(shared.environments))")
  lines.append("    why    \(finding.rationale)")
  lines.append("    fix    \(inLine(finding.fix))")
  // Only resources are added with waivers.
  if finding.severity != .note, canBeWaived, finding.address.mode != .configuration, !isAudit {
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
