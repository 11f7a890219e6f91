public import TerraformModel

/// The result of evaluating the rules on one stack.
public struct PolicyReport: Sendable {
  /// A finding with the waiver that covers it.
  public struct WaivedFinding: Sendable {
    public let finding: Finding
    public let waiver: Waiver
  }

  public let stack: DeclaredStack
  /// The active findings, in source order.
  public let findings: [Finding]
  public let waived: [WaivedFinding]
  /// The findings that the baseline lists.
  public let baselined: [Finding]
  /// Every waiver of the stack, in the order of declaration.
  public let waivers: [DeclaredWaiver]
  /// The result of each of the program's rules, in their order.
  public let results: [RuleResult]
  /// The stack, ready to be written; `nil` while errors remain.
  public let validated: ValidatedStack?
}

/// A stack without errors. Only a policy's report holds one, so an unvalidated stack cannot be emitted.
public struct ValidatedStack: Sendable {
  public let stack: DeclaredStack

  fileprivate init(passed stack: DeclaredStack) {
    self.stack = stack
  }
}

extension PolicyEvaluation {
  var report: PolicyReport {
    let engine = waivers.compactMap { $0.finding(for: policy.program) } + staleEntries.sorted().compactMap(finding)
    let findings = (active + engine.map(withSeverity)).sorted(by: precedes)
    let passes = !findings.contains { $0.severity == .error }
    return PolicyReport(
      stack: stack, findings: findings, waived: waived.sorted { precedes($0.finding, $1.finding) },
      baselined: baselined.sorted(by: precedes), waivers: waivers, results: results,
      validated: passes ? ValidatedStack(passed: stack) : nil)
  }

  private func finding(about entry: FindingIdentity) -> Finding? {
    guard let location = policy.baseline?.location else { return nil }
    return Finding(
      of: Baseline.staleEntry, on: Address(parsing: entry.address), at: location,
      "the baseline lists '\(entry)', which no longer occurs",
      fix:
        "remove the entry, or rewrite the baseline with `\(policy.program) check --write-baseline \(location.fileID)`",
      subject: "\(entry)")
  }
}

/// Source order.
private func precedes(_ first: Finding, _ second: Finding) -> Bool {
  (first.location, first.rule, first.message) < (second.location, second.rule, second.message)
}

extension Address {
  /// An address as a baseline writes it.
  fileprivate init(parsing description: String) {
    let prefixes: [(prefix: String, mode: Address.Mode)] = [
      ("data.", .data), ("ephemeral.", .ephemeral), ("", .managed),
    ]
    let (prefix, mode) = prefixes.first { description.hasPrefix($0.prefix) } ?? ("", .managed)
    let words = description.dropFirst(prefix.count).split(separator: ".", maxSplits: 1)
    self.init(
      mode: mode, type: words.first.map(String.init) ?? "",
      name: words.count > 1 ? String(words[1]) : "")
  }
}
