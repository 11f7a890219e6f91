import InfraModel

/// Estimates the monthly cost of the stacks, or of plans.
struct CostCommand: Command {
  static let name = "cost"
  static let summary = "estimate the monthly cost, and the share of requests that X-Ray records"
  static let operands = StacksOrPlans.operands
  static let allOption = Option.flag(
    "--all", "add what AWS charges while resources exist, used or not, such as databases and gateways")
  static let options = Selection.options + [allOption, Format.option([.text, .json, .markdown])]
  static let details = """
    The estimate uses the load that a stack declares (`stack.expect`), the calls of its schedules, and AWS's list prices
    of us-east-1. It includes the complete cost of observability, and the cost of the workload as far as the declared
    load determines it; it excludes data transfer, storage and tax. AWS grants the free tier once per account, so every
    sum has two values: with the free tier, and without it.

    --all adds what is charged by the hour or the month, and lists each resource without a price. Without PLAN, the
    command estimates the program's own stacks. PLAN is the output of `terraform show -json` for a plan or a state, or -
    for standard input; no load is known of a plan.
    """
  static let examples = [
    Example("cost --env prod", "the monthly cost of every stack in production"),
    Example("cost --all --env prod", "the same, with databases, gateways and whatever else is charged by the hour"),
    Example("cost --all plan.json", "a plan: `terraform show -json tfplan > plan.json`"),
    Example("cost --format markdown", "the same for a pull request, all environments"),
  ]

  let selection: Selection
  let format: Format
  let includesAll: Bool
  let paths: [String]

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json, .markdown])
    includesAll = words.has(Self.allOption)
    paths = words.all()
    if !paths.isEmpty, let option = Selection.options.first(where: { words.has($0) }) {
      throw UsageError.notOfPlans(option.name)
    }
  }

  func run(in program: Program) throws -> Outcome {
    let stacks =
      paths.isEmpty
      ? try selection.declared(in: program)
      : try AuditedPlan.all(at: paths, source: nil, waivers: nil, in: program.workingDirectory).map(\.stack)
    let costs = stacks.map { StackCost(of: $0, includesAll: includesAll) }
    let output =
      switch format {
      case .json: costJSON(costs)
      case .markdown: costMarkdown(costs)
      default: costText(costs)
      }
    return Outcome(output: output, log: Unexamined(stacks).text)
  }
}
