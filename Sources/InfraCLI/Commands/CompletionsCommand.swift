/// What a shell needs to complete our command lines.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "print what a shell needs to complete this program's words"
  static let operands = [Operand.required("SHELL", .oneOf(Shell.allCases.map(\.rawValue)))]
  static let details = """
    SHELL is bash, zsh or fish. Stacks, environments and rules are those of this program when it prints them, so print
    anew what a new stack should be completed from. It completes the program's name, wherever that is on the path, and
    not `swift run`.
    """
  static let examples = [
    Example("completions bash > ~/.local/share/bash-completion/completions/NAME", "from the next shell on"),
    Example("completions zsh > \"${fpath[1]}/_NAME\"", "the same for zsh"),
    Example("completions fish > ~/.config/fish/completions/NAME.fish", "the same for fish"),
  ]

  let shell: Shell

  init(_ words: inout Words) throws {
    guard let word = words.next() else { throw UsageError.missingOperand("SHELL", command: Self.name) }
    guard let shell = Shell(rawValue: word) else {
      throw UsageError.unknownShell(word, known: Shell.allCases.map(\.rawValue))
    }
    self.shell = shell
  }

  func run(in program: Program) throws -> Outcome {
    let vocabulary = Vocabulary(of: program)
    let script =
      switch shell {
      case .bash: bashCompletions(vocabulary)
      case .zsh: zshCompletions(vocabulary)
      case .fish: fishCompletions(vocabulary)
      }
    return Outcome(output: script)
  }
}

enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish
}
