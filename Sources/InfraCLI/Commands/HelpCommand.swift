/// Prints the commands, or one command's help.
struct HelpCommand {
  /// The command to explain; `nil` for all of them.
  let topic: String?
}

extension HelpCommand: Command {
  static let name = "help"
  static let summary = "show the commands, or one command with its options"
  static let operands = [Operand.optional("COMMAND", .command)]
  static let examples = [Example("help check", "what `check` does, with its options")]

  init(_ words: inout ArgumentParser) {
    topic = words.next()
  }

  func run(in program: Program) throws -> Outcome {
    guard let topic else { return Outcome(output: overview(of: program.name)) }
    return Outcome(output: helpText(of: try commandType(named: topic), as: program.name))
  }
}

private func overview(of run: ProgramName) -> String {
  """
  infra-gen checks AWS serverless infrastructure for gaps in observability. `audit` checks the plan or state of existing
  Terraform; `check` checks stacks declared in Swift, and `synth` writes them as Terraform JSON.

  usage: \(run("COMMAND [options]"))

  \(table(commands.map { ["  " + $0.name, $0.summary] }))
  `\(run("COMMAND --help"))` explains a command, with examples. Every command takes `--color auto|always|never`.

  Exit codes: 0 success, 1 errors found, 2 differences, 3 nothing to examine, 64 invalid command line, 65 invalid input
  file, 70 internal error, 73 and 74 a file cannot be created, read or written. The help of a command says what they mean
  for it.

  """
}

/// The summary, usage, options, details and examples of a command.
func helpText(of command: any Command.Type, as run: ProgramName) -> String {
  let operands = command.operands.map { " \($0.usage)" }.joined()
  let options = command.options.isEmpty ? "" : " [options]"
  let sections = [
    command.summary + "\n",
    "usage: \(run(command.name))\(operands)\(options)\n",
    table(command.options.map { ["  " + $0.usage, $0.summary] }),
    command.details.isEmpty ? "" : command.details + "\n",
    "examples:\n" + command.examples.map { "  \(run($0.arguments(of: run)))\n      \($0.meaning)\n" }.joined(),
  ]
  return sections.filter { !$0.isEmpty }.joined(separator: "\n")
}

extension Operand {
  /// `RULE`, `[COMMAND]`, `FILE …`
  fileprivate var usage: String {
    let several = isRepeatable ? "\(placeholder) …" : placeholder
    return isOptional ? "[\(several)]" : several
  }
}
