import InfraModel

/// Shows which failures of the stacks, or of plans, are noticed, by which alarm, and after how long.
struct DetectionCommand: Command {
  static let name = "detection"
  static let summary = "show which alarm notices each failure, after how long, and who is notified"
  static let operands = StacksOrPlans.operands
  private static let formats: [Format] = [.text, .markdown, .json]
  private static let comparison = StacksOrPlans.Comparison(
    against: "show what is noticed no longer, later or earlier than by out/ at the Git revision REV",
    failingOnLoss: "with --against, exit with 2 if a failure is no longer noticed")
  private static let load = Option.value(
    "--load", "FILE", .file, "the expected load of a PLAN, as JSON")
  static let options = comparison.options + [load, Format.option(formats)]
  static let details = """
    The times are simulated: requests arrive at random at the load that a stack declares (`stack.expect`), the failure
    begins at any time of the day, and alarms are evaluated as CloudWatch evaluates them. The median and the 95th
    percentile are over \(DetectionMatrix.runs) runs with fixed seeds, so that the same stack gives the same times. A failure that no alarm
    notices within \(DetectionMatrix.horizonHours) hours is not noticed. Only alarms on a resource's own metrics count.

    Without PLAN, the command simulates the program's own stacks. PLAN is the output of `terraform show -json` for a plan
    or a state, or - for standard input; FILE has its load:
    {"schemaVersion": 1, "load": [{"address": "aws_lambda_function.a", "requestsPerMonth": 90000, "medianMilliseconds": 120,
    "errorRate": 0.001}]}. The address of an API's load is that of its stage; every number is optional.

    Exit codes:
      0   the times were shown, even if a failure is not noticed
      2   with --fail-on-loss: a failure is no longer noticed
      3   a PLAN is not valid or has no AWS resource
      65  REV does not exist, or FILE or a file of REV is not valid
      74  a file cannot be read
    """
  static let examples = [
    Example("detection --env prod", "every failure of every stack in production"),
    Example("detection --against main --format markdown", "what a branch notices earlier or later, for a pull request"),
    Example("detection plan.json --load load.json", "a plan: `terraform show -json tfplan > plan.json`"),
  ]

  let subjects: StacksOrPlans
  let loadPath: String?
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    format = try Format(words, among: Self.formats)
    loadPath = words.value(of: Self.load)
    subjects = try StacksOrPlans(&words, Self.comparison)
    if subjects.paths.isEmpty, loadPath != nil { throw UsageError.onlyOfPlans(Self.load.name) }
  }

  func run(in program: Program) throws -> Outcome {
    guard subjects.paths.isEmpty else {
      let load = try loadPath.map { try LoadFile($0) }
      let stacks = try subjects.planned(in: program)
      if let load, let stranger = load.strangers(in: stacks).first {
        throw InputError.badLoad(path: load.path, reason: "no PLAN has '\(stranger)'")
      }
      return Outcome(
        output: detectionReport(stacks.map { DetectionMatrix(of: $0, load: load?.load(of: $0)) }, as: format),
        log: Unexamined(stacks).text)
    }
    let stacks = try subjects.selection.declared(in: program)
    let matrices = stacks.map { DetectionMatrix(of: $0) }
    guard let against = subjects.against else {
      return Outcome(output: detectionReport(matrices, as: format), log: Unexamined(stacks).text)
    }
    let past = try PastFolder(at: against, of: subjects.out, in: program.workingDirectory)
    let changes = try zip(stacks, matrices).map { stack, matrix in
      // Today's load, because out/ has none.
      DetectionChanges(
        from: DetectionMatrix(of: try subjects.stack(stack.identity, of: past), load: stack.load), to: matrix,
        destination: stack.moves.destination)
    }
    return Outcome(
      output: detectionChangesReport(changes, since: against, as: format), log: Unexamined(stacks).text,
      code: subjects.failsOnLoss && changes.contains { !$0.lost.isEmpty } ? .differences : .success)
  }
}
