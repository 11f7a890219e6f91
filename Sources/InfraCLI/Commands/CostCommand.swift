import InfraModel

/// Estimates the monthly cost of the stacks.
struct CostCommand: Command {
  static let name = "cost"
  static let summary = "estimate the monthly cost, and the share of requests that X-Ray records"
  static let options = Selection.options + [Format.option([.text, .json, .markdown])]
  static let details = """
    The estimate uses the load that a stack declares (`stack.expect`), the calls of its schedules, and AWS's list prices
    of us-east-1. It includes the complete cost of observability, and the cost of the workload as far as the declared
    load determines it; it excludes data transfer, storage and tax. AWS grants the free tier once per account, so every
    sum has two values: with the free tier, and without it.
    """
  static let examples = [
    Example("cost --env prod", "the monthly cost of every stack in production"),
    Example("cost --format markdown", "the same for a pull request, all environments"),
  ]

  let selection: Selection
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json, .markdown])
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    let estimates = stacks.map { CostEstimate(of: $0) }
    let output =
      switch format {
      case .json: costJSON(estimates)
      case .markdown: costMarkdown(estimates)
      default: costText(estimates)
      }
    return Outcome(output: output, log: Unexamined(stacks).text)
  }
}
