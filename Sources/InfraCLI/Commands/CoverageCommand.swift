import InfraModel

/// Shows what watches each function of the stacks, or of a plan.
struct CoverageCommand: Command {
  static let name = "coverage"
  static let summary = "show what watches each function, of the stacks or of a plan"
  static let operands = [Operand.several("PLAN", .file)]
  static let options = Selection.options + [Format.option([.text, .markdown, .json])]
  static let details = """
    PLAN is what `terraform show -json` writes of a plan or a state, or - for standard input; the stacks
    are looked at where there is none. Each cell is yes, no, unknown, or - where the question does not arise.
    """
  static let examples = [
    Example("coverage", "the table of each stack"), Example("coverage plan.json", "the table of a plan"),
    Example("coverage --format markdown plan.json", "for a pull request"),
  ]

  let paths: [String]
  let selection: Selection
  let format: Format

  init(_ words: inout Words) throws {
    format = try Format(words, among: [.text, .markdown, .json])
    selection = Selection(words)
    paths = words.all()
  }

  func run(in program: Program) throws -> Outcome {
    guard !paths.isEmpty else {
      let stacks = try selection.declared(in: program)
      return Outcome(output: coverageReport(stacks.map { ("\($0.identity)", Coverage(of: $0)) }, as: format))
    }
    let stacks = try paths.map {
      try AuditedPlan($0, source: nil, waivers: nil, in: program.workingDirectory).stack
    }
    return Outcome(output: coverageReport(stacks.map { ($0.identity.stack, Coverage(of: $0)) }, as: format))
  }
}
