/// A completion script for zsh: `_arguments` of each command.
func zshCompletions(_ vocabulary: Vocabulary) -> String {
  """
  #compdef \(vocabulary.programInComment)
  # zsh completion of \(vocabulary.programInComment); `\(vocabulary.programInComment) completions zsh` prints it
  \(vocabulary.function)() {
    local -a commands=(
  \(commands.map { "    \(zshQuoted("\($0.name):\($0.summary)"))\n" }.joined())\
    )
    if (( CURRENT == 2 )); then
      _describe command commands
      return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
  \(commands.map { branch($0, vocabulary) }.joined())\
    esac
  }
  # Run when sourced as well as when found on fpath.
  if [[ $zsh_eval_context[-1] == loadautofunc ]]; then \(vocabulary.function) "$@"; else compdef \(vocabulary.function) \(shellWord(vocabulary.program)); fi

  """
}

private func branch(_ command: any Command.Type, _ vocabulary: Vocabulary) -> String {
  let specifications =
    command.options.map { option in
      let value = option.argument.map { ":\($0.placeholder):\(action($0.values, vocabulary))" } ?? ""
      return zshQuoted("*\(option.name)[\(plain(option.summary))]\(value)")
    }
    + command.operands.map { zshQuoted("*:\($0.placeholder):\(action($0.values, vocabulary))") }
  return "    \(command.name)) _arguments \((specifications + ["'--help[explain it]'"]).joined(separator: " ")) ;;\n"
}

private func action(_ values: WordValues, _ vocabulary: Vocabulary) -> String {
  switch values {
  case .file: "_files"
  case .folder: "_files -/"
  default: vocabulary.words(for: values).map { "(\($0.joined(separator: " ")))" } ?? " "
  }
}

/// Brackets and colons are special characters of `_arguments`.
private func plain(_ text: String) -> String {
  text.filter { !"[]:".contains($0) }
}

private func zshQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
