/// Prints a shell completion script.
struct CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "print a completion script for a shell"
  static let operands = [Operand.required("SHELL", .oneOf(Shell.allCases.map(\.rawValue)))]
  static let details = """
    SHELL is bash, zsh or fish. The script completes command lines that begin with the program's name, not `swift run`.
    It lists the stacks, environments and rules that the program has when it prints the script; print it again after you
    add one.
    """
  static let examples = [
    Example("completions bash > ~/.local/share/bash-completion/completions/NAME", "takes effect in the next shell"),
    Example("completions zsh > \"${fpath[1]}/_NAME\"", "the same for zsh"),
    Example("completions fish > ~/.config/fish/completions/NAME.fish", "the same for fish"),
  ]

  let shell: Shell

  init(_ words: inout ArgumentParser) throws {
    guard let word = words.next() else { throw UsageError.missingOperand("SHELL", command: Self.name) }
    guard let shell = Shell(rawValue: word) else {
      throw UsageError.unknownShell(word, known: Shell.allCases.map(\.rawValue))
    }
    self.shell = shell
  }

  func run(in program: Program) throws -> Outcome {
    let spec = CompletionSpec(of: program, commands: commands)
    let script =
      switch shell {
      case .bash: bashCompletions(spec)
      case .zsh: zshCompletions(spec)
      case .fish: fishCompletions(spec)
      }
    return Outcome(output: script)
  }
}

enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish
}
