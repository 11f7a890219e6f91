import InfraModel

/// Prints what the stacks would change, for a reviewer.
struct DiffCommand: Command {
  static let name = "diff"
  static let summary = "show what the stacks change, argument by argument, losses first"
  private static let revision = Option.value(
    "--against", "REV", .anything, "compare with out/ at the Git revision REV instead of the current out/")
  static let options = Selection.options + [SynthCommand.outOption, revision, Format.option([.text, .json])]
  static let details = """
    Lost data, alarms, actions, tracing and permissions come first.

    Exit codes:
      0   no changes
      1   a stack has errors
      2   changes
      3   a stack has no resources
      65  out/ or REV has a file that is not valid, or REV does not exist
      74  a file cannot be read
    """
  static let examples = [
    Example("diff", "what synth would change"),
    Example("diff --against main --format json", "what a branch changes, for scripts"),
  ]

  let selection: Selection
  let out: String
  let against: String?
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    out = outFolder(words.value(of: SynthCommand.outOption))
    against = words.value(of: Self.revision)
    format = try Format(words, among: [.text, .json])
  }

  func run(in program: Program) throws -> Outcome {
    let reports = try PolicyReports(of: selection, in: program)
    guard reports.passes else {
      let summary = reports.summary(next: "fix them; nothing was compared", printing: .warning)
      return Outcome(log: findingsText(reports, atLeast: .warning) + summary, code: .findings)
    }
    guard let against else { return try readOut(at: out) { try outcome(reports, in: program, PastFolder(now: $0)) } }
    return try outcome(reports, in: program, PastFolder(at: against, of: out, in: program.workingDirectory))
  }

  private func outcome(_ reports: PolicyReports, in program: Program, _ past: PastFolder) throws -> Outcome {
    let gone = selection.isEverything ? past.written.filter { !program.identities.contains($0) } : []
    let folders =
      reports.reports.compactMap(\.validated).map(GeneratedFolder.init) + gone.map(GeneratedFolder.init(goneFrom:))
    let changes = try changes(from: past.sources, to: folders)
    let output = format == .json ? changesJSON(changes, against: against ?? out) : changesText(changes)
    let log = changes.isEmpty ? "no changes\n" : "\(counted(changes.count, "environment")) changed\n"
    return Outcome(output: output, log: log, code: changes.isEmpty ? .success : .differences)
  }
}
