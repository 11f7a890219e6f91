/// A command line, understood.
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

/// - Throws: Where there is no command of the name.
func commandType(named name: String) throws -> any Command.Type {
  guard let type = commands.first(where: { $0.name == name }) else {
    throw UsageError.unknownCommand(name, known: commands.map { $0.name })
  }
  return type
}

extension Command {
  fileprivate static func command(from arguments: [String]) throws -> any Command {
    guard !arguments.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) else {
      return HelpCommand(topic: name)
    }
    var words = try Words(arguments, of: name, options: options)
    let command = try Self(&words)
    if let rest = words.next() { throw UsageError.unexpected(rest, command: name) }
    return command
  }
}
