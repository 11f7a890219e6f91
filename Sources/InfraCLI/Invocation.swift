/// A command line, understood.
struct Invocation {
  let command: any Command

  init(_ arguments: [String]) throws {
    var words = Words(arguments)
    guard let name = words.next() else { throw UsageError.noCommand }
    if ["help", "--help", "-h"].contains(name) {
      command = HelpCommand(topic: words.next())
      return
    }
    guard let type = commands.first(where: { $0.name == name }) else {
      throw UsageError.unknownCommand(name, known: commands.map { $0.name })
    }
    if words.contains("--help") || words.contains("-h") {
      command = HelpCommand(topic: name)
      return
    }
    command = try type.init(&words)
    if let rest = words.next() { throw UsageError.unexpected(rest, command: name) }
  }
}

/// Every command, in the order in which people meet them.
let commands: [any Command.Type] = [
  SynthCommand.self, CheckCommand.self, ListCommand.self, BlameCommand.self, WaiversCommand.self, RulesCommand.self,
  ExplainCommand.self,
]

protocol Command: Sendable {
  static var name: String { get }
  /// One line for the list of commands.
  static var summary: String { get }
  /// What `--help` says below the summary.
  static var usage: String { get }

  /// Takes from the words what belongs to the command.
  init(_ words: inout Words) throws
  func run(in program: Program) throws -> Outcome
}

/// The words of a command line, taken one by one.
struct Words {
  private var words: [String]

  init(_ words: [String]) {
    // `--stack=x` is `--stack x`.
    self.words = words.flatMap { word -> [String] in
      guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return [word] }
      return [String(word[..<equals]), String(word[word.index(after: equals)...])]
    }
  }

  mutating func next() -> String? {
    words.isEmpty ? nil : words.removeFirst()
  }

  func contains(_ word: String) -> Bool {
    words.contains(word)
  }

  /// Takes every `option value` out and returns the values.
  mutating func values(of option: String) throws -> [String] {
    var values: [String] = []
    while let position = words.firstIndex(of: option) {
      guard position + 1 < words.count, !words[position + 1].hasPrefix("--") else {
        throw UsageError.missingValue(option)
      }
      values.append(words[position + 1])
      words.removeSubrange(position...position + 1)
    }
    return values
  }

  /// Takes a word that stands for itself, and says whether it was there.
  mutating func flag(_ option: String) -> Bool {
    let count = words.count
    words.removeAll { $0 == option }
    return words.count < count
  }

  /// Takes `option value` out; given twice, the last one counts.
  mutating func value(of option: String) throws -> String? {
    try values(of: option).last
  }
}
