import InfraModel

/// The verdicts on all that was selected.
struct Verdicts {
  let verdicts: [Verdict]
  let policy: Policy
  let workingDirectory: String
  /// Whether Terraform and not Swift declares what was looked at.
  let isAudit: Bool

  init(_ verdicts: [Verdict], policy: Policy, workingDirectory: String, isAudit: Bool) {
    self.verdicts = verdicts
    self.policy = policy
    self.workingDirectory = workingDirectory
    self.isAudit = isAudit
  }

  /// - Throws: Where a stack gives the rules nothing to look at: that it has no findings would say nothing.
  init(of selection: Selection, in program: Program, baseline: Baseline? = nil) throws {
    let stacks = try selection.declared(in: program)
    for (name, environments) in Dictionary(grouping: stacks, by: \.identity.stack).sorted(by: { $0.key < $1.key })
    where environments.allSatisfy(\.declarations.isEmpty) {
      throw InputError.emptyStack(name)
    }
    // They stay until the process ends, which it does after the command: to take a large stack apart, object by object,
    // costs as much as a dozen rules.
    for stack in stacks { _ = Unmanaged.passRetained(stack) }
    policy = program.policy(baseline: baseline)
    verdicts = policy.verdicts(on: stacks, areAll: selection.isEverything, asking: program.asking)
    workingDirectory = program.workingDirectory
    isAudit = false
  }

  var passes: Bool { verdicts.allSatisfy { $0.validated != nil } }
  var examined: Int { verdicts.reduce(0) { $0 + $1.stack.declarations.count } }

  /// Whether warnings stop nothing, or are taken for errors.
  func passes(strictly: Bool) -> Bool {
    passes && !(strictly && verdicts.contains { $0.findings.contains { $0.severity == .warning } })
  }

  /// What was looked at, what was found, and what to run next.
  func summary(next: String) -> String {
    let findings = verdicts.flatMap(\.findings)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let waived = verdicts.reduce(0) { $0 + $1.waived.count }
    let baselined = verdicts.reduce(0) { $0 + $1.baselined.count }
    let found =
      counts + (waived == 0 ? [] : ["\(waived) waived"]) + (baselined == 0 ? [] : ["\(baselined) in the baseline"])
    let looked =
      "\(counted(examined, "resource")) in \(counted(verdicts.count, isAudit ? "plan" : "environment")), "
      + counted(policy.rules.count, "rule")
    let all = "\(looked): \(found.isEmpty ? "nothing found" : found.joined(separator: ", ")); next: \(next)\n"
    return limits.map { "\($0)\n" }.joined() + all
  }

  /// What the rules could not look at, for silence is no approval.
  private var limits: [String] {
    let states = Dictionary(grouping: verdicts.flatMap(\.results), by: \.rule).values.map { $0.map(\.state) }
    let idle = states.count { $0.allSatisfy { $0 == .notApplicable } }
    let off = states.count { $0.allSatisfy { $0 == .off } }
    let unknown = verdicts.flatMap(\.results).reduce(0) { $0 + $1.unknowns.count }
    return [
      idle == 0 ? nil : "\(counted(idle, "rule")) had nothing to look at",
      off == 0 ? nil : "\(counted(off, "rule")) \(off == 1 ? "is" : "are") off",
      unknown == 0 ? nil : "\(counted(unknown, "thing")) could not be told; `--format json` says which and why",
    ].compactMap(\.self)
  }
}

/// `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
