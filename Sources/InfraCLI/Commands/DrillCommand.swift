import InfraModel

/// A script that sets the alarms of one stack off.
struct DrillCommand: Command {
  static let name = "drill"
  static let summary = "write a script that sets the alarms off, to see who hears them"
  static let options = Selection.options
  static let details = """
    The script goes to standard output, for one stack in one environment. Run as it is, it says which alarms it would set
    off and who should be told; with `--run` it calls `aws cloudwatch set-alarm-state`, alarm by alarm, waits, and sets
    each back to the state it was in. An alarm that fires already is left alone.
    """
  static let examples = [
    Example("drill --stack sentiment-analyzer --env dev > drill.sh", "then `sh drill.sh`, and `sh drill.sh --run`")
  ]

  let selection: Selection

  init(_ words: inout Words) throws {
    selection = Selection(words)
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    guard stacks.count == 1 else { throw UsageError.severalStacks(stacks.map(\.identity.description)) }
    return Outcome(output: DrillScript(of: stacks[0]).text)
  }
}
