import InfraModel
import TFEmit

/// Shows what watches each resource of the stacks, or of plans.
struct CoverageCommand: Command {
  static let name = "coverage"
  static let summary = "show what watches each function, API, topic, queue, table and state machine"
  static let operands = [Operand(placeholder: "PLAN", values: .file, isOptional: true, isRepeatable: true)]
  private static let formats: [Format] = [.text, .markdown, .json]
  private static let revision = Option.value(
    "--against", "REV", .anything, "show what was lost and gained since out/ at the Git revision REV")
  private static let failing = Option.flag("--fail-on-loss", "with --against, exit with 2 if anything was lost")
  static let options = Selection.options + [SynthCommand.outOption, revision, failing, Format.option(formats)]
  static let details = """
    Without PLAN, the command covers the program's own stacks. PLAN is the output of `terraform show -json` for a plan or
    a state, or - for standard input. Each cell is yes, no, unknown, or - for not applicable. With --against, what the
    older configuration does not determine is listed as undetermined, neither lost nor gained.

    Exit codes:
      0   the coverage was shown, even if some is missing; `check` and `audit` fail instead
      2   with --fail-on-loss: something was lost
      3   a PLAN is not valid or has no AWS resource
      65  REV does not exist, or has a file that is not valid
      74  a file cannot be read
    """
  static let examples = [
    Example("coverage --env prod", "every stack in production"),
    Example("coverage --against main --format markdown", "what a branch loses and gains, for a pull request"),
    Example("coverage plan.json", "a plan: `terraform show -json tfplan > plan.json`"),
  ]

  let selection: Selection
  let paths: [String]
  let out: String
  let against: String?
  let failsOnLoss: Bool
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    format = try Format(words, among: Self.formats)
    selection = Selection(words)
    out = outFolder(words.value(of: SynthCommand.outOption))
    against = words.value(of: Self.revision)
    failsOnLoss = words.has(Self.failing)
    paths = words.all()
    if !paths.isEmpty, let option = Self.ofStacks.first(where: { words.has($0) }) {
      throw UsageError.notOfPlans(option.name)
    }
    if failsOnLoss, against == nil { throw UsageError.needsOption(Self.failing.name, Self.revision.name) }
  }

  /// Options that do not apply to plans.
  private static let ofStacks = Selection.options + [SynthCommand.outOption, revision]

  func run(in program: Program) throws -> Outcome {
    guard paths.isEmpty else {
      let plans = try AuditedPlan.all(at: paths, source: nil, waivers: nil, in: program.workingDirectory)
      let stacks = plans.map(\.stack)
      return Outcome(
        output: coverageReport(stacks.map { Coverage(of: $0) }, as: format), log: Unexamined(stacks).text)
    }
    let stacks = try selection.declared(in: program)
    guard let against else {
      return Outcome(
        output: coverageReport(stacks.map { Coverage(of: $0) }, as: format), log: Unexamined(stacks).text)
    }
    let changes = try changes(to: stacks, since: against, in: program)
    let isLoss = changes.contains { !$0.lost.isEmpty || !$0.removed.isEmpty }
    return Outcome(
      output: coverageChangesReport(changes, since: against, as: format), log: Unexamined(stacks).text,
      code: failsOnLoss && isLoss ? .differences : .success)
  }

  private func changes(
    to stacks: [DeclaredStack], since revision: String, in program: Program
  ) throws -> [CoverageChanges] {
    let past = try PastFolder(at: revision, of: out, in: program.workingDirectory)
    func coverage(_ identity: StackIdentity) throws -> Coverage {
      let path = "\(out)/\(identity)/\(GeneratedFolder.configurationName)"
      let place = SourceLocation(fileID: path, path: path, line: 1, column: 1)
      return Coverage(of: try configuration(past.sources(identity), of: identity).stack(identity, at: place))
    }
    let gone = selection.isEverything ? past.written.filter { !program.identities.contains($0) } : []
    return try stacks.map { stack in
      CoverageChanges(from: try coverage(stack.identity), to: Coverage(of: stack), destination: stack.moves.destination)
    } + gone.map { CoverageChanges(from: try coverage($0), to: .nothing(of: $0)) }
  }
}
