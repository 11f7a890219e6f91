/// The words after a command's name, sorted into options and operands.
struct ArgumentParser {
  private var operands: [String] = []
  private var valuesByOption: [String: [String]] = [:]

  /// Reads `--name value`, `--name=value` and `--flag`; after `--` every word is an operand.
  init(_ arguments: [String], of command: String, options: [Option]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = options.first(where: { $0.name == parts[0] || $0.short == parts[0] }) else {
        throw UsageError.unknownOption(parts[0], command: command, known: options.map(\.name))
      }
      let value = try option.value(writtenAs: parts.dropFirst().first, or: &rest)
      valuesByOption[option.name, default: []].append(value)
    }
  }

  /// The next word that belongs to no option.
  mutating func next() -> String? {
    operands.isEmpty ? nil : operands.removeFirst()
  }

  /// All remaining words, such as paths of files.
  mutating func all() -> [String] {
    defer { operands = [] }
    return operands
  }

  /// What was given with an option, in order.
  func values(of option: Option) -> [String] {
    valuesByOption[option.name] ?? []
  }

  /// What was given with an option; given twice, the last one counts.
  func value(of option: Option) -> String? {
    valuesByOption[option.name]?.last
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool {
    valuesByOption[option.name] != nil
  }
}

extension Option {
  /// The value after `=` or in the next word; none for an option without a value.
  fileprivate func value(writtenAs attached: String?, or rest: inout ArraySlice<String>) throws -> String {
    guard argument != nil else {
      if attached != nil { throw UsageError.needlessValue(name) }
      return ""
    }
    if let attached { return attached }
    guard let next = rest.first, !next.hasPrefix("--") else { throw UsageError.missingValue(name) }
    rest.removeFirst()
    return next
  }
}
