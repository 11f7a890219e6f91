/// A completion script for bash: the candidates depend on the command and on the previous word.
func bashCompletions(_ spec: CompletionSpec) -> String {
  """
  # bash completion of \(spec.programInComment); `\(spec.programInComment) completions bash` prints it
  \(spec.function)() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    if [[ $COMP_CWORD == 1 ]]; then
      COMPREPLY=($(compgen -W '\(spec.commands.map { $0.name }.joined(separator: " "))' -- "$word"))
      return
    fi
    case "${COMP_WORDS[1]} $previous" in
  \(spec.commands.flatMap { command in command.options.compactMap { branch(command, $0, spec) } }.joined())\
    esac
    case "${COMP_WORDS[1]}" in
  \(spec.commands.map { branch($0, spec) }.joined())\
    esac
  }
  complete -F \(spec.function) \(shellWord(spec.program))

  """
}

/// What may follow an option.
private func branch(_ command: any Command.Type, _ option: Option, _ spec: CompletionSpec) -> String? {
  guard let argument = option.argument else { return nil }
  return "    '\(command.name) \(option.name)') \(reply(argument.values, spec)); return ;;\n"
}

/// What may follow a command at any position: its options and operands.
private func branch(_ command: any Command.Type, _ spec: CompletionSpec) -> String {
  let options = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
  let operands = command.operands.first.map { "; \(reply($0.values, spec, "+="))" } ?? ""
  return "    \(command.name)) COMPREPLY=($(compgen -W '\(options)' -- \"$word\"))\(operands) ;;\n"
}

private func reply(_ values: WordValues, _ spec: CompletionSpec, _ operation: String = "=") -> String {
  let choice =
    switch values {
    case .file: "-f"
    case .folder: "-d"
    default: "-W '\(spec.words(for: values)?.joined(separator: " ") ?? "")'"
    }
  return "COMPREPLY\(operation)($(compgen \(choice) -- \"$word\"))"
}
