/// A completion script for zsh: `_arguments` of each command.
func zshCompletions(_ spec: CompletionSpec) -> String {
  """
  #compdef \(spec.programInComment)
  # zsh completion of \(spec.programInComment); `\(spec.programInComment) completions zsh` prints it
  \(spec.function)() {
    local -a commands=(
  \(spec.commands.map { "    \(zshQuoted("\($0.name):\($0.summary)"))\n" }.joined())\
    )
    if (( CURRENT == 2 )); then
      _describe command commands
      return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
  \(spec.commands.map { branch($0, spec) }.joined())\
    esac
  }
  # Run when sourced as well as when found on fpath.
  if [[ $zsh_eval_context[-1] == loadautofunc ]]; then \(spec.function) "$@"; else compdef \(spec.function) \(shellWord(spec.program)); fi

  """
}

private func branch(_ command: any Command.Type, _ spec: CompletionSpec) -> String {
  let specifications =
    command.options.map { option in
      let value = option.argument.map { ":\($0.placeholder):\(action($0.values, spec))" } ?? ""
      return zshQuoted("*\(option.name)[\(plain(option.summary))]\(value)")
    }
    + command.operands.map { zshQuoted("*:\($0.placeholder):\(action($0.values, spec))") }
  return "    \(command.name)) _arguments \((specifications + ["'--help[explain it]'"]).joined(separator: " ")) ;;\n"
}

private func action(_ values: WordValues, _ spec: CompletionSpec) -> String {
  switch values {
  case .file: "_files"
  case .folder: "_files -/"
  default: spec.words(for: values).map { "(\($0.joined(separator: " ")))" } ?? " "
  }
}

/// Brackets and colons are special characters of `_arguments`.
private func plain(_ text: String) -> String {
  text.filter { !"[]:".contains($0) }
}

private func zshQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
