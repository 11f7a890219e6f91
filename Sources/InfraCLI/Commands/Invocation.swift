/// A parsed command line.
struct Invocation {
  let command: any Command

  init(_ arguments: [String]) throws {
    guard let name = arguments.first else { throw UsageError.noCommand }
    let rest = Array(arguments.dropFirst())
    switch name {
    case "--version":
      command = VersionCommand()
    case "--help", "-h":
      command = HelpCommand(topic: nil)
    default:
      command = try commandType(named: name).command(from: rest)
    }
  }
}

/// Names that other tools use, and the corresponding commands here.
private let commandsOfOtherTools = [
  "lint": "check", "validate": "check", "test": "check", "scan": "audit", "plan": "diff", "generate": "synth",
  "build": "synth", "write": "synth", "ls": "list", "where": "origin", "docs": "explain", "new": "init",
  "convert": "import",
]

/// - Throws: If there is no command of the name.
func commandType(named name: String) throws -> any Command.Type {
  if let type = commands.first(where: { $0.name == name || $0.formerNames.contains(name) }) { return type }
  if let command = commandsOfOtherTools[name] { throw UsageError.commandOfOtherTool(name, here: command) }
  throw UsageError.unknownCommand(name, known: commands.map { $0.name })
}

extension Command {
  fileprivate static func command(from arguments: [String]) throws -> any Command {
    guard !arguments.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) else {
      return HelpCommand(topic: name)
    }
    var words = try ArgumentParser(arguments, of: name, options: options)
    let command = try Self(&words)
    if let rest = words.next() { throw UsageError.unexpected(rest, command: name) }
    return command
  }
}
