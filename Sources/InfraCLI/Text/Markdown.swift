/// A table of GitHub's Markdown, of which the first row is the head.
///
/// - Parameter numbers: The columns that are numbers.
func markdownTable(_ rows: [[String]], numbers: ClosedRange<Int>? = nil) -> String {
  guard let head = rows.first else { return "" }
  let rule = head.indices.map { numbers?.contains($0) == true ? "---:" : "---" }
  return ([head, rule] + rows.dropFirst())
    .map { "| \($0.map(markdownCell).joined(separator: " | ")) |\n" }.joined()
}

/// A bar would begin another cell, `<` a tag, and a new line another row. Within code `<` is literal.
private func markdownCell(_ text: String) -> String {
  let isCode = isMarkdownCode(text)
  return text.map { character in
    switch character {
    case "|": "\\|"
    case "<" where !isCode: "&lt;"
    case _ where character.isNewline: " "
    default: String(character)
    }
  }.joined()
}

/// Whether a text is a single span of code: it begins and ends with as many backticks, and never has as many between.
private func isMarkdownCode(_ text: String) -> Bool {
  let fence = text.prefix { $0 == "`" }.count
  let inner = text.dropFirst(fence).dropLast(fence)
  return fence > 0 && !inner.isEmpty && text.hasSuffix(String(repeating: "`", count: fence)) && inner.last != "`"
    && !inner.split(whereSeparator: { $0 != "`" }).contains { $0.count == fence }
}

/// A name as code, in as many backticks as it needs: a key of `for_each` may hold anything.
func markdownCode(_ name: String) -> String {
  let longest = name.split { $0 != "`" }.map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: longest + 1)
  return longest == 0 ? "\(fence)\(name)\(fence)" : "\(fence) \(name) \(fence)"
}
