import InfraModel

/// The reports on all selected stacks.
struct PolicyReports {
  let reports: [PolicyReport]
  let policy: Policy
  let workingDirectory: String
  /// Whether Terraform, not Swift, declares the resources.
  let isAudit: Bool

  init(_ reports: [PolicyReport], policy: Policy, workingDirectory: String, isAudit: Bool) {
    self.reports = reports
    self.policy = policy
    self.workingDirectory = workingDirectory
    self.isAudit = isAudit
  }

  /// - Throws: If a stack has no resources: that it has no findings would mean nothing.
  init(
    of selection: Selection, in program: Program, choosing rules: RuleChoice? = nil, baseline: Baseline? = nil
  ) throws {
    let stacks = try selection.declared(in: program)
    for (name, environments) in Dictionary(grouping: stacks, by: \.identity.stack).sorted(by: { $0.key < $1.key })
    where environments.allSatisfy(\.isEmpty) {
      throw InputError.emptyStack(name)
    }
    program.keep(stacks)
    let whole = program.policy(baseline: baseline)
    policy = try rules?.applied(to: whole) ?? whole
    // A waiver of a rule that is not evaluated may be needed.
    let isEverything = selection.isEverything && rules?.isEverything ?? true
    reports = policy.reports(on: stacks, areAll: isEverything, asking: program.asking)
    workingDirectory = program.workingDirectory
    isAudit = false
  }

  var passes: Bool { reports.allSatisfy { $0.validated != nil } }
  var examined: Int { reports.reduce(0) { $0 + $1.stack.declarations.count } }

  /// Whether there are no errors. Strictly, there are no warnings either, and no rule whose finding would be an error is
  /// undetermined for a resource.
  func passes(strictly: Bool) -> Bool {
    guard passes, strictly else { return passes }
    let hasWarning = reports.contains { $0.findings.contains { $0.severity == .warning } }
    return !hasWarning && undetermined.allSatisfy { severity(of: $0.rule) != .error }
  }

  /// The rules that could not be decided for some resource, with how many.
  var undetermined: [(rule: RuleID, count: Int)] {
    undetermined { _ in true }
  }

  private func undetermined(where isCounted: (Undetermined) -> Bool) -> [(rule: RuleID, count: Int)] {
    let results = Dictionary(grouping: reports.flatMap(\.results), by: \.rule)
    return results.map { rule, results in
      (rule: rule, count: results.reduce(0) { $0 + $1.undetermined.count(where: isCounted) })
    }.filter { $0.count > 0 }.sorted { $0.rule < $1.rule }
  }

  private func severity(of rule: RuleID) -> Severity? {
    if let level = policy.levels[rule] { return level.severity }
    return policy.descriptions.first { $0.id == rule }?.severity(inAudit: isAudit)
  }

  /// The number of resources, the findings, and what to run next. A finding that several environments share counts once,
  /// as it is printed.
  ///
  /// - Parameter minimum: The lowest severity that was printed; the summary marks the others as hidden.
  func summary(next: String?, printing minimum: Severity = .note) -> String {
    let findings = sharedFindings()
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let shared = findings.filter { $0.finding.severity == severity }
      guard !shared.isEmpty else { return nil }
      let count = counted(shared.count, severity.rawValue)
      guard severity >= minimum else {
        let option = severity == .note ? "--notes" : "--severity \(severity.rawValue)"
        return "\(count) (hidden; `\(option)` prints them)"
      }
      let total = shared.reduce(0) { $0 + $1.stacks.count }
      guard total > shared.count, reports.count > 1 else { return count }
      return "\(count) (\(total) across \(isAudit ? "plans" : "environments"))"
    }
    let waived = reports.reduce(0) { $0 + $1.waived.count }
    let baselined = reports.reduce(0) { $0 + $1.baselined.count }
    let found =
      counts + (waived == 0 ? [] : ["\(waived) waived"]) + (baselined == 0 ? [] : ["\(baselined) in the baseline"])
    let looked =
      "\(counted(examined, "resource")) in \(counted(reports.count, isAudit ? "plan" : "environment")), "
      + counted(policy.evaluatedRules.count, "rule")
    let all =
      "\(looked): \(found.isEmpty ? "no findings" : found.joined(separator: ", "))\(next.map { "; next: \($0)" } ?? "")\n"
    return limits.map { "\($0)\n" }.joined() + all
  }

  /// What the rules could not evaluate, because no finding is not the same as no problem.
  private var limits: [String] {
    let states = Dictionary(grouping: reports.flatMap(\.results), by: \.rule).values.map { $0.map(\.state) }
    let idle = states.count { $0.allSatisfy { $0 == .notApplicable } }
    let undeclared = states.count { $0.allSatisfy { $0 == .undeclared } }
    let off = states.count { $0.allSatisfy { $0 == .off } }
    func listed(_ rules: [(rule: RuleID, count: Int)]) -> String {
      rules.map { $0.count > 1 ? "\($0.rule) (\($0.count))" : "\($0.rule)" }.joined(separator: ", ")
    }
    let open = undetermined { !$0.isDecidedByApply }
    let later = undetermined(where: \.isDecidedByApply)
    let reasons = isAudit ? "--verbose" : "--format json"
    return [
      idle == 0 ? nil : "\(counted(idle, "rule")) not applicable: no resource that they check",
      off == 0 ? nil : "\(counted(off, "rule")) \(off == 1 ? "is" : "are") off",
      undeclared == 0
        ? nil : "\(counted(undeclared, "rule")) not evaluated: the repository declares no number to judge by",
      // The notes of an audit list them by plan.
      isAudit ? nil : Unexamined(reports.map(\.stack)).line,
      open.isEmpty ? nil : "undetermined: \(listed(open)); `\(reasons)` lists the reasons",
      later.isEmpty
        ? nil
        : "undetermined before apply: \(listed(later)); "
          + (isAudit
            ? "audit the state, or a plan made after the apply, to decide them"
            : "`\(reasons)` lists the reasons"),
    ].compactMap(\.self)
  }
}

extension DeclaredStack {
  /// Whether it has nothing that Terraform would do anything about: no resource, no module and no output.
  fileprivate var isEmpty: Bool {
    declarations.isEmpty && !configuration.contains { $0.section == .module || $0.section == .output }
  }
}
