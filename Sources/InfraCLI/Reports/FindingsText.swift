import InfraModel

/// Findings as a person reads them in a terminal: grouped by rule, with errors last, next to the prompt.
///
/// ```text
/// error[alarm-has-action] not met: Every alarm has an action …
///   why  An alarm without an action …
///   aws_cloudwatch_metric_alarm.ok_only 'orders-ok': alarm 'ok_only' has no alarm action
///     fix  set `alarm_actions` …
/// ```
func findingsText(_ reports: PolicyReports, shown display: FindingDisplay) -> String {
  findingsText(reports, atLeast: display.minimum, withCounts: !display.isQuiet)
}

func findingsText(_ reports: PolicyReports, atLeast minimum: Severity = .note, withCounts: Bool = true) -> String {
  let groups = FindingGroup.all(of: reports, atLeast: minimum)
  let counts = withCounts ? countsText(of: groups) : ""
  return groups.map { $0.text(in: reports) }.joined() + counts
}

/// The number of findings of each rule, if there is more than one rule. It is printed last, because a person reads the
/// end first.
private func countsText(of groups: [FindingGroup]) -> String {
  guard groups.count > 1 else { return "" }
  let rows = groups.map { group in [group.severity.rawValue, "\(group.findings.count)", group.rule.rawValue] }
  return "\n" + table(rows)
}

/// The findings of one rule at one severity.
struct FindingGroup {
  let rule: RuleID
  /// The rule's description, if the policy has the rule.
  let description: RuleDescription?
  let severity: Severity
  private(set) var findings: [SharedFinding]

  /// The groups by severity, errors last, and within a severity in the policy's order of rules.
  static func all(of reports: PolicyReports, atLeast minimum: Severity) -> [FindingGroup] {
    let rules = reports.policy.descriptions
    let position = Dictionary(zip(rules.map(\.id), rules.indices), uniquingKeysWith: { first, _ in first })
    var groups: [Key: FindingGroup] = [:]
    for shared in reports.sharedFindings(atLeast: minimum) {
      let finding = shared.finding
      let index = position[finding.rule]
      let empty = FindingGroup(
        rule: finding.rule, description: index.map { rules[$0] }, severity: finding.severity, findings: [])
      let key = Key(severity: finding.severity, position: index ?? rules.count, rule: finding.rule)
      groups[key, default: empty].findings.append(shared)
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private struct Key: Hashable, Comparable {
    let severity: Severity
    let position: Int
    let rule: RuleID

    static func < (left: Key, right: Key) -> Bool {
      (left.severity, left.position, left.rule) < (right.severity, right.position, right.rule)
    }
  }
}

extension FindingGroup {
  fileprivate func text(in reports: PolicyReports) -> String {
    // A title states what holds where the rule is met.
    let title = description.map { " not met: \($0.title)" } ?? ""
    var lines = ["\(severity.rawValue)[\(rule)]\(inLine(title))"]
    if let rationale = findings.first?.finding.rationale { lines.append("  why  \(inLine(rationale))") }
    let fixes = Set(findings.map(\.finding.fix))
    for place in places {
      lines += place.lines(in: reports, saysFix: fixes.count > 1)
    }
    if fixes.count == 1, let fix = fixes.first { lines.append("  fix  \(inLine(fix))") }
    if canBeWaived, !reports.isAudit {
      lines.append("  waive  waiving: [Waiver(\"\(rule)\", reason: \"…\", owner: \"…\", until: \"yyyy-mm-dd\")]")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Only resources are added with waivers, and a note needs none.
  private var canBeWaived: Bool {
    (description?.isWaivable ?? true) && severity != .note
      && findings.contains { $0.finding.address.mode != .configuration }
  }

  /// The findings by the line that declares them, if a component that is added several times declares them all.
  private var places: [Place] {
    var places: [Place] = []
    var uses: [SourceLocation: Int] = [:]
    for shared in findings {
      if let declaration = shared.finding.componentLine {
        if let index = uses[declaration] {
          places[index].findings.append(shared)
          continue
        }
        uses[declaration] = places.count
      }
      places.append(Place(findings: [shared]))
    }
    return places
  }
}

/// A line of source to change, with all findings that it causes.
private struct Place {
  var findings: [SharedFinding]

  func lines(in reports: PolicyReports, saysFix: Bool) -> [String] {
    guard let first = findings.first else { return [] }
    let directory = reports.workingDirectory
    var lines: [String] = []
    if findings.count == 1 {
      lines.append("  \(subject(of: first, in: reports))")
      let calls = first.finding.notes.filter { $0.role != .related }.map(\.location)
      if !calls.isEmpty {
        lines.append("    by   \(inLine(calls.map { $0.text(relativeTo: directory) }.joined(separator: ", ")))")
      }
      for note in first.finding.notes where note.role == .related && note.location != first.finding.location {
        lines.append("    note \(inLine("\(note.location.text(relativeTo: directory)): \(note.message)"))")
      }
    } else if let line = first.finding.componentLine {
      lines.append("  \(inLine(line.text(relativeTo: directory))): \(findings.count) uses of this line")
      lines += findings.map { "    \(subject(of: $0, in: reports))" }
    }
    if saysFix { lines.append("    fix  \(inLine(first.finding.fix))") }
    return lines
  }

  /// The place, the resource and the cause.
  private func subject(of shared: SharedFinding, in reports: PolicyReports) -> String {
    let finding = shared.finding
    let place = finding.location.text(relativeTo: reports.workingDirectory)
    guard reports.isAudit else { return inLine("\(place): \(finding.message) (\(shared.environments))") }
    let name = reports.physicalName(of: finding).map { " '\($0)'" } ?? ""
    // Without the sources, every resource of a plan is at its first line.
    let isInSource = finding.location.line > 1 || finding.location.column > 1 || reports.reports.count > 1
    // A resource whose name is unknown goes by its address.
    let isAddressed = finding.message.contains("'\(finding.address)'")
    let subject = isAddressed ? "" : "\(finding.address)\(name): "
    return inLine("\(isInSource ? "\(place): " : "")\(subject)\(finding.message)")
  }
}

extension Finding {
  /// The line inside a component that declares the subject, where the finding points at a use of the component.
  fileprivate var componentLine: SourceLocation? {
    notes.last { $0.role == .componentDeclaration }?.location
  }
}

extension PolicyReports {
  /// The subject's physical name, if it differs from the address's name.
  fileprivate func physicalName(of finding: Finding) -> String? {
    let name = reports.lazy.compactMap { $0.stack.declaration(at: finding.address)?.physicalName }.first
    return name.flatMap { finding.message.contains("'\($0)'") ? nil : $0 }
  }
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

extension PolicyReports {
  /// Each finding once, however many environments share it, even if their names occur in its message.
  func sharedFindings(atLeast minimum: Severity = .note) -> [SharedFinding] {
    var order: [FindingKey] = []
    var findings: [FindingKey: SharedFinding] = [:]
    for report in reports {
      let environment = report.stack.identity.environment
      for finding in report.findings where finding.severity >= minimum {
        let key = FindingKey(
          rule: finding.rule, location: finding.location,
          message: isAudit ? finding.message : finding.message.replacing(word: environment, with: "\u{0}"),
          // A plan may be the location of all its resources.
          address: isAudit ? finding.address : nil)
        if findings[key] == nil { order.append(key) }
        findings[key, default: SharedFinding(finding: finding, stacks: [])].stacks.append(report.stack.identity)
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

extension String {
  /// With every occurrence of a word replaced that is no part of a longer one: `dev` in `shop-dev`, not in `device`.
  fileprivate func replacing(word: String, with replacement: String) -> String {
    guard !word.isEmpty, utf8.count >= word.utf8.count else { return self }
    return split(separator: word, omittingEmptySubsequences: false).reduce(into: nil as String?) { result, part in
      guard let before = result else {
        result = String(part)
        return
      }
      let isWord = !(before.last?.isLetter ?? false) && !(part.first?.isLetter ?? false)
      result = before + (isWord ? replacement : word) + part
    } ?? self
  }
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
