import InfraModel

/// Shows what watches each resource of the stacks, or of plans.
struct CoverageCommand: Command {
  static let name = "coverage"
  static let summary = "show what watches each function, API, queue, table, service, database and other resource"
  static let operands = StacksOrPlans.operands
  private static let formats: [Format] = [.text, .markdown, .json]
  private static let comparison = StacksOrPlans.Comparison(
    against: "show what was lost and gained since out/ at the Git revision REV",
    failingOnLoss: "with --against, exit with 2 if anything was lost")
  static let options = comparison.options + [Format.option(formats)]
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

  let subjects: StacksOrPlans
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    format = try Format(words, among: Self.formats)
    subjects = try StacksOrPlans(&words, Self.comparison)
  }

  func run(in program: Program) throws -> Outcome {
    guard subjects.paths.isEmpty else {
      let stacks = try subjects.planned(in: program)
      return Outcome(
        output: coverageReport(stacks.map { Coverage(of: $0) }, as: format), log: Unexamined(stacks).text)
    }
    let stacks = try subjects.selection.declared(in: program)
    guard let against = subjects.against else {
      return Outcome(
        output: coverageReport(stacks.map { Coverage(of: $0) }, as: format), log: Unexamined(stacks).text)
    }
    let changes = try changes(to: stacks, since: against, in: program)
    let isLoss = changes.contains { !$0.lost.isEmpty || !$0.removed.isEmpty }
    return Outcome(
      output: coverageChangesReport(changes, since: against, as: format), log: Unexamined(stacks).text,
      code: subjects.failsOnLoss && isLoss ? .differences : .success)
  }

  private func changes(
    to stacks: [DeclaredStack], since revision: String, in program: Program
  ) throws -> [CoverageChanges] {
    let past = try PastFolder(at: revision, of: subjects.out, in: program.workingDirectory)
    func coverage(_ identity: StackIdentity) throws -> Coverage {
      Coverage(of: try subjects.stack(identity, of: past))
    }
    let isEverything = subjects.selection.isEverything
    let gone = isEverything ? past.written.filter { !program.identities.contains($0) } : []
    return try stacks.map { stack in
      CoverageChanges(from: try coverage(stack.identity), to: Coverage(of: stack), destination: stack.moves.destination)
    } + gone.map { CoverageChanges(from: try coverage($0), to: .nothing(of: $0)) }
  }
}
