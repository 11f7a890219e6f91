import InfraModel

/// Holds stacks to the rules and writes nothing.
struct CheckCommand: Command {
  static let name = "check"
  static let summary = "hold the stacks to the rules, and write nothing"
  static let usage = """
    usage: infra-gen check [options]

    \(Selection.usage)
    \(Format.usage)

    Exit code 0 where no error stands, 1 where one does.
    """

  let selection: Selection
  let format: Format

  init(_ words: inout Words) throws {
    selection = try Selection(&words)
    format = try Format(&words)
  }

  func run(in program: Program) throws -> Outcome {
    let verdicts = Verdicts(of: try selection.declared(in: program), by: program)
    let code = verdicts.passes ? ExitCode.success : .findings
    switch format {
    case .json:
      return Outcome(output: findingsJSON(verdicts), code: code)
    case .text:
      let next = verdicts.passes ? "infra-gen synth" : "mend them, then infra-gen check"
      return Outcome(output: findingsText(verdicts) + verdicts.summary(next: next), code: code)
    }
  }
}

/// The verdicts on all that was selected.
struct Verdicts {
  let verdicts: [Verdict]
  let ruleCount: Int
  let workingDirectory: String

  init(of stacks: [DeclaredStack], by program: Program) {
    let policy = Policy(rules: program.rules, today: program.today)
    verdicts = stacks.map(policy.verdict)
    ruleCount = program.rules.count
    workingDirectory = program.workingDirectory
  }

  var passes: Bool { verdicts.allSatisfy { $0.validated != nil } }
  var examined: Int { verdicts.reduce(0) { $0 + $1.stack.declarations.count } }

  /// One line that says what was looked at, what was found, and what to run next.
  func summary(next: String) -> String {
    let findings = verdicts.flatMap(\.findings)
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let waived = verdicts.reduce(0) { $0 + $1.waived.count }
    let found = counts + (waived == 0 ? [] : ["\(waived) waived"])
    let looked =
      "\(counted(examined, "resource")) in \(counted(verdicts.count, "environment")), \(counted(ruleCount, "rule"))"
    return "\(looked): \(found.isEmpty ? "nothing found" : found.joined(separator: ", ")); next: \(next)\n"
  }
}

/// `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
