import InfraModel

/// A script that sets the alarms of one stack to ALARM and back.
struct TestAlarmsCommand: Command {
  static let name = "test-alarms"
  static let formerNames = ["drill"]
  static let summary = "write a script that triggers each alarm, to test who is notified"
  static let options = Selection.options
  static let details = """
    The script goes to standard output, for one stack in one environment. Without options it lists the alarms that it
    would trigger and who should be notified; with `--run` it calls `aws cloudwatch set-alarm-state` for each alarm, waits,
    and restores the alarm's former state. It skips an alarm that is in ALARM already.
    """
  static let examples = [
    Example(
      "test-alarms --stack sentiment-analyzer --env dev > test-alarms.sh", "then `sh test-alarms.sh`, and with --run")
  ]

  let selection: Selection

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    guard stacks.count == 1 else { throw UsageError.severalStacks(stacks.map(\.identity.description), of: Self.name) }
    return Outcome(output: DrillScript(of: stacks[0]).text)
  }
}
