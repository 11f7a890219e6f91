/// Whether output is colored: `--color`, which every command takes.
enum ColorChoice: String {
  case auto
  case always
  case never

  /// Takes `--color WHEN` or `--color=WHEN` from a command line, before `--`.
  static func take(from arguments: inout [String]) throws(UsageError) -> ColorChoice {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    guard let index = arguments[..<end].firstIndex(where: { $0 == "--color" || $0.hasPrefix("--color=") }) else {
      return .auto
    }
    let word: String
    if let equals = arguments[index].firstIndex(of: "=") {
      word = String(arguments[index][equals...].dropFirst())
      arguments.remove(at: index)
    } else {
      guard index + 1 < arguments.endIndex else { throw .missingValue("--color") }
      word = arguments[index + 1]
      arguments.removeSubrange(index...index + 1)
    }
    guard let choice = ColorChoice(rawValue: word) else { throw .unknownColor(word) }
    return choice
  }

  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal that knows colors.
  ///   - noColor: The environment variable `NO_COLOR`. Any non-empty value disables color; see no-color.org.
  func isColored(isTerminal: Bool, noColor: String?) -> Bool {
    switch self {
    case .auto: isTerminal && (noColor ?? "").isEmpty
    case .always: true
    case .never: false
    }
  }
}
