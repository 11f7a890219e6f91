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

/// Text with the severities and labels of findings colored.
///
/// - Parameter text: Printable text. Text from outside cannot start a line there, so it cannot look like a severity.
func colored(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(coloredLine).joined(separator: "\n")
}

private func coloredLine(_ line: Substring) -> String {
  for (severity, color) in [("error", red), ("warning", yellow), ("note", blue)] where line.hasPrefix(severity) {
    guard let end = line.firstIndex(of: ":"), let next = line.dropFirst(severity.count).first, "[:".contains(next)
    else {
      continue
    }
    return "\(color)\(line[..<end])\(reset)\(bold)\(line[end...])\(reset)"
  }
  for label in ["why", "fix", "waive", "note", "by"] {
    let indentation = line.prefix(while: { $0 == " " })
    guard !indentation.isEmpty, line.dropFirst(indentation.count).hasPrefix("\(label)  ") else { continue }
    return "\(indentation)\(cyan)\(label)\(reset)\(line.dropFirst(indentation.count + label.count))"
  }
  return String(line)
}

private let red = "\u{1B}[1;31m"
private let yellow = "\u{1B}[1;33m"
private let blue = "\u{1B}[1;34m"
private let cyan = "\u{1B}[36m"
private let bold = "\u{1B}[1m"
private let reset = "\u{1B}[0m"
