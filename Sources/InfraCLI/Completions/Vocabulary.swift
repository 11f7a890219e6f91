import InfraModel

/// The words that can stand in each place of this program's command lines.
struct Vocabulary {
  let stacks: [String]
  let environments: [String]
  let rules: [String]

  init(of program: Program) {
    stacks = program.stacks.map { $0.name }
    environments = unique(program.stacks.flatMap { $0.environmentNames })
    rules = program.policy().descriptions.map(\.id.rawValue)
  }

  /// The words to choose from; `nil` where nobody can list them.
  func words(for values: WordValues) -> [String]? {
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
