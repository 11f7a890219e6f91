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
