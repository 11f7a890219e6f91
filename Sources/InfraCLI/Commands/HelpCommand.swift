/// What the program can do.
struct HelpCommand {
  /// The command to explain; all of them where `nil`.
  let topic: String?
}

extension HelpCommand: Command {
  static let name = "help"
  static let summary = "say what infra-gen can do"
  static let usage = "usage: infra-gen help [COMMAND]"

  init(_ words: inout Words) {
    topic = words.next()
  }

  func run(in program: Program) throws -> Outcome {
    guard let topic else {
      let list = table(commands.map { ["  " + $0.name, $0.summary] })
      return Outcome(
        output: """
          infra-gen checks AWS serverless stacks declared in Swift and writes them as Terraform JSON.

          usage: infra-gen COMMAND [options]

          \(list)
          `infra-gen COMMAND --help` explains one. Exit codes: 0 fine, 1 findings, 3 nothing examined, 64 usage,
          65 a file we were given is not what it should be, 70 our own fault, 73 and 74 cannot write.

          """)
    }
    guard let command = commands.first(where: { $0.name == topic }) else {
      throw UsageError.unknownCommand(topic, known: commands.map { $0.name })
    }
    return Outcome(output: "\(command.summary)\n\n\(command.usage)\n")
  }
}
