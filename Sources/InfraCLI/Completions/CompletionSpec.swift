import InfraModel

/// The possible words at each position of this program's command lines.
struct CompletionSpec {
  /// What is completed.
  let program: String
  let commands: [any Command.Type]
  /// The same in a comment, which ends with its line.
  var programInComment: String { inLine(program) }
  let stacks: [String]
  let environments: [String]
  let rules: [String]

  init(of program: Program, commands: [any Command.Type]) {
    self.program = program.name.name
    self.commands = commands
    stacks = program.stacks.map { $0.name }
    environments = unique(program.stacks.flatMap { $0.environmentNames })
    rules = program.policy().descriptions.map(\.id.rawValue)
  }

  /// A name that is valid for a shell function.
  var function: String {
    "_"
      + String(
        program.unicodeScalars.map {
          $0.properties.isAlphabetic && $0.isASCII || ("0"..."9").contains($0) ? Character($0) : "_"
        })
  }

  /// The words to choose from; `nil` if they cannot be listed. Bash expands its word list, so words that a shell would
  /// not take literally are omitted.
  func words(for values: WordValues) -> [String]? {
    allWords(for: values)?.filter { shellWord($0) == $0 && !$0.isEmpty }
  }

  private func allWords(for values: WordValues) -> [String]? {
    switch values {
    case .stack: stacks
    case .environment: environments
    case .rule: rules
    case .command: commands.map { $0.name }
    case .oneOf(let words): words
    case .anything, .file, .folder: nil
    }
  }
}
