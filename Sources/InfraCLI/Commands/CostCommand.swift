import InfraModel

/// What the stacks cost in a month.
struct CostCommand: Command {
  static let name = "cost"
  static let summary = "reckon what a month costs, and how much of what comes is recorded"
  static let options = Selection.options + [Format.option([.text, .json, .markdown])]
  static let details = """
    Reckons with what a stack says it expects (`stack.expect`), what its schedules call, and AWS's list prices of
    us-east-1. What seeing costs is all there; of the work itself there is what the load counts, and no data
    transfer, storage or tax. What is free each month is free once for each account, so every sum has two values: in
    an account of its own, and where other stacks have used up what is free.
    """
  static let examples = [
    Example("cost --env prod", "a month of every stack in production"),
    Example("cost --format markdown", "the same for a pull request, all environments"),
  ]

  let selection: Selection
  let format: Format

  init(_ words: inout Words) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json, .markdown])
  }

  func run(in program: Program) throws -> Outcome {
    let estimates = try selection.declared(in: program).map { CostEstimate(of: $0) }
    return switch format {
    case .json: Outcome(output: costJSON(estimates))
    case .markdown: Outcome(output: costMarkdown(estimates))
    default: Outcome(output: costText(estimates))
    }
  }
}
