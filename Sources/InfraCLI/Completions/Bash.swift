/// A completion script for bash: the candidates depend on the command and on the previous word.
func bashCompletions(_ vocabulary: Vocabulary) -> String {
  """
  # bash completion of \(vocabulary.programInComment); `\(vocabulary.programInComment) completions bash` prints it
  \(vocabulary.function)() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if [[ $COMP_CWORD == 1 ]]; then
      COMPREPLY=($(compgen -W '\(commands.map { $0.name }.joined(separator: " "))' -- "$word"))
      return
    fi
    case "${COMP_WORDS[1]} $previous" in
  \(commands.flatMap { command in command.options.compactMap { branch(command, $0, vocabulary) } }.joined())\
    esac
    case "${COMP_WORDS[1]}" in
  \(commands.map { branch($0, vocabulary) }.joined())\
    esac
  }
  complete -F \(vocabulary.function) \(shellWord(vocabulary.program))

  """
}

/// What may follow an option.
private func branch(_ command: any Command.Type, _ option: Option, _ vocabulary: Vocabulary) -> String? {
  guard let argument = option.argument else { return nil }
  return "    '\(command.name) \(option.name)') \(reply(argument.values, vocabulary)); return ;;\n"
}

/// What may follow a command at any position: its options and operands.
private func branch(_ command: any Command.Type, _ vocabulary: Vocabulary) -> String {
  let options = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
  let operands = command.operands.first.map { "; \(reply($0.values, vocabulary, "+="))" } ?? ""
  return "    \(command.name)) COMPREPLY=($(compgen -W '\(options)' -- \"$word\"))\(operands) ;;\n"
}

private func reply(_ values: WordValues, _ vocabulary: Vocabulary, _ operation: String = "=") -> String {
  let choice =
    switch values {
    case .file: "-f"
    case .folder: "-d"
    default: "-W '\(vocabulary.words(for: values)?.joined(separator: " ") ?? "")'"
    }
  return "COMPREPLY\(operation)($(compgen \(choice) -- \"$word\"))"
}
