/// A completion script for fish: one line for each word that can be offered, and when.
func fishCompletions(_ spec: CompletionSpec) -> String {
  let program = fishWord(spec.program)
  let names = spec.commands.map { $0.name }.joined(separator: " ")
  var lines = [
    "# fish completion of \(spec.programInComment); `\(spec.programInComment) completions fish` prints it",
    "complete -c \(program) -f",
  ]
  for command in spec.commands {
    let summary = fishQuoted(command.summary)
    lines.append(
      "complete -c \(program) -n 'not __fish_seen_subcommand_from \(names)' -a \(command.name) -d \(summary)")
  }
  for command in spec.commands {
    lines += command.options.map { line(for: $0, of: command.name, spec) }
    lines += command.operands.map { line(for: $0, of: command.name, spec) }
  }
  return lines.map { "\($0)\n" }.joined()
}

private func line(for option: Option, of command: String, _ spec: CompletionSpec) -> String {
  let values = option.argument.map { " \(choice($0.values, spec))" } ?? ""
  let short = option.short.map { " -s \($0.dropFirst())" } ?? ""
  return "complete -c \(fishWord(spec.program)) -n '__fish_seen_subcommand_from \(command)'\(short) "
    + "-l \(option.name.dropFirst(2))\(values) -d \(fishQuoted(option.summary))"
}

private func line(for operand: Operand, of command: String, _ spec: CompletionSpec) -> String {
  "complete -c \(fishWord(spec.program)) -n '__fish_seen_subcommand_from \(command)' \(choice(operand.values, spec))"
}

private func choice(_ values: WordValues, _ spec: CompletionSpec) -> String {
  switch values {
  case .file: "-r -F"
  case .folder: "-x -a '(__fish_complete_directories)'"
  default: "-x -a \(fishQuoted(spec.words(for: values)?.joined(separator: " ") ?? ""))"
  }
}

/// A word for fish, in quotes only if it needs them.
private func fishWord(_ word: String) -> String { shellWord(word) == word ? word : fishQuoted(word) }

private func fishQuoted(_ text: String) -> String {
  "'" + text.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] } + "'"
}
