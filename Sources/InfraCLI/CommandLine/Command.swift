/// A command of the program. Its name, operands and options are data, so that help, completions and argument parsing
/// cannot disagree.
protocol Command: Sendable {
  static var name: String { get }
  /// Former names, which still work but are not in the help.
  static var formerNames: [String] { get }
  /// One line for the list of commands.
  static var summary: String { get }
  /// The operands after the name.
  static var operands: [Operand] { get }
  static var options: [Option] { get }
  /// The text that `--help` prints below the options.
  static var details: String { get }
  static var examples: [Example] { get }

  /// Parses the command's arguments.
  init(_ words: inout ArgumentParser) throws
  func run(in program: Program) throws -> Outcome
}

extension Command {
  static var formerNames: [String] { [] }
  static var operands: [Operand] { [] }
  static var options: [Option] { [] }
  static var details: String { "" }
}

/// An operand of a command.
struct Operand {
  /// As help writes it, such as `RULE`.
  let placeholder: String
  let values: WordValues
  var isOptional = false
  var isRepeatable = false

  static func required(_ placeholder: String, _ values: WordValues) -> Operand {
    Operand(placeholder: placeholder, values: values)
  }

  static func optional(_ placeholder: String, _ values: WordValues) -> Operand {
    Operand(placeholder: placeholder, values: values, isOptional: true)
  }

  static func several(_ placeholder: String, _ values: WordValues) -> Operand {
    Operand(placeholder: placeholder, values: values, isRepeatable: true)
  }
}

/// `--name`, with or without a value.
struct Option {
  /// With its two hyphens.
  let name: String
  /// One letter with its hyphen, such as `-s`.
  var short: String? = nil
  let argument: Argument?
  let summary: String

  struct Argument {
    /// As help writes it, such as `FILE`.
    let placeholder: String
    let values: WordValues
  }

  /// An option without a value.
  static func flag(_ name: String, _ summary: String) -> Option {
    Option(name: name, argument: nil, summary: summary)
  }

  /// An option with a value after it.
  static func value(
    _ name: String, short: String? = nil, _ placeholder: String, _ values: WordValues, _ summary: String
  ) -> Option {
    Option(name: name, short: short, argument: Argument(placeholder: placeholder, values: values), summary: summary)
  }

  /// `-n, --name PLACEHOLDER`
  var usage: String {
    (short.map { "\($0), " } ?? "") + name + (argument.map { " \($0.placeholder)" } ?? "")
  }
}

/// The possible values of an argument, for completion.
enum WordValues: Equatable {
  case anything
  case file
  case folder
  case stack
  case environment
  case rule
  case command
  case oneOf([String])
}

/// An example of a command line.
struct Example {
  /// Without the program's name at the start; elsewhere `NAME` is its placeholder.
  let arguments: String
  let meaning: String

  init(_ arguments: String, _ meaning: String) {
    self.arguments = arguments
    self.meaning = meaning
  }

  func arguments(of program: ProgramName) -> String {
    arguments.split(separator: "NAME", omittingEmptySubsequences: false).joined(separator: program.name)
  }
}
