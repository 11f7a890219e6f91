import InfraModel

/// Shows what watches each function of a plan.
struct CoverageCommand: Command {
  static let name = "coverage"
  static let summary = "show what watches each function of plans and states"
  static let operands = [Operand.several("PLAN", .file)]
  static let options = [Format.option([.text, .markdown, .json])]
  static let details = """
    PLAN is what `terraform show -json` writes of a plan or a state, or - for standard input. Each cell is yes, no,
    unknown, or - where the question does not arise.
    """
  static let examples = [
    Example("coverage plan.json", "the table of a plan"),
    Example("coverage --format markdown plan.json", "for a pull request"),
  ]

  let paths: [String]
  let format: Format

  init(_ words: inout Words) throws {
    format = try Format(words, among: [.text, .markdown, .json])
    paths = words.all()
    guard !paths.isEmpty else { throw UsageError.missingOperand("PLAN", command: Self.name) }
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try paths.map {
      try AuditedPlan($0, source: nil, waivers: nil, in: program.workingDirectory).stack
    }
    return Outcome(output: coverageReport(stacks.map { ($0.identity.stack, Coverage(of: $0)) }, as: format))
  }
}
