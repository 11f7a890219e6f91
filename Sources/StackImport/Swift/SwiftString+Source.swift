extension SwiftString {
  /// The literal on one line.
  var flat: String {
    if let marks = rawMarks {
      guard case .literal(let text)? = parts.first else { return "\"\"" }
      return "\(marks)\"\(text)\"\(marks)"
    }
    return "\""
      + parts.map { part in
        switch part {
        case .literal(let text): text.escapedForSwift(keepingQuotes: false)
        case .interpolation(let code): "\\(\(code))"
        }
      }.joined() + "\""
  }

  /// The number signs that save the escapes of a text with quotation marks or backslashes; `nil` where none are needed or
  /// other escapes are.
  private var rawMarks: String? {
    guard parts.count == 1, case .literal(let text) = parts[0],
      text.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" }),
      text.unicodeScalars.allSatisfy(\.isPlainInSwift)
    else { return nil }
    var marks = "#"
    while text.contains("\"" + marks) || text.contains("\\" + marks) { marks += "#" }
    return marks
  }

  /// The lines between the `"""` of a literal of several lines, none longer than `width` if that is possible.
  func lines(width: Int) -> [String] {
    var lines = [""]
    var length = 0
    /// The last place in the line where it can be broken: behind a space.
    for token in tokens {
      if token.isLineEnd {
        lines[lines.count - 1] = lines[lines.count - 1].withoutSpacesAtEnd
        lines.append("")
        length = 0
        continue
      }
      if length > 0, length + token.text.count > width - 1, !token.text.hasPrefix("::") {
        lines[lines.count - 1] += "\\"
        lines.append("")
        length = 0
      }
      lines[lines.count - 1] += token.text
      length += token.text.count
    }
    lines[lines.count - 1] = lines[lines.count - 1].withoutSpacesAtEnd
    return lines
  }

  private struct Token {
    var text: String
    var isLineEnd = false
  }

  /// Words with the space behind them, interpolations, and line ends.
  private var tokens: [Token] {
    var tokens: [Token] = []
    for part in parts {
      switch part {
      case .interpolation(let code): tokens.append(Token(text: "\\(\(code))"))
      case .literal(let text):
        var word = ""
        func end() {
          guard !word.isEmpty else { return }
          tokens.append(Token(text: word.escapedForSwift(keepingQuotes: true)))
          word = ""
        }
        for scalar in text.unicodeScalars {
          if scalar == "\n" {
            end()
            tokens.append(Token(text: "", isLineEnd: true))
            continue
          }
          word.unicodeScalars.append(scalar)
          // A text without spaces is broken as well, behind a letter, so that three quotation marks stay together.
          let isLong = word.unicodeScalars.count >= 60 && scalar.properties.isAlphabetic
          if scalar == " " || scalar == "," || isLong { end() }
        }
        end()
      }
    }
    return tokens
  }

  var hasLineEnds: Bool {
    parts.contains { if case .literal(let text) = $0 { text.unicodeScalars.contains("\n") } else { false } }
  }
}

extension String {
  /// - Parameter keepingQuotes: Whether quotation marks stand as they are, as between `"""`.
  func escapedForSwift(keepingQuotes: Bool) -> String {
    var escaped = ""
    var quotes = 0
    for scalar in unicodeScalars {
      quotes = scalar == "\"" ? quotes + 1 : 0
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"" where !keepingQuotes || quotes == 3:
        escaped += "\\\""
        quotes = 0
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where scalar.isPlainInSwift: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return escaped
  }

  /// A line's end cannot be seen, so spaces there are escaped.
  fileprivate var withoutSpacesAtEnd: String {
    let spaces = reversed().prefix { $0 == " " }.count
    return spaces == 0 ? self : String(dropLast(spaces)) + String(repeating: "\\u{20}", count: spaces)
  }
}

extension Unicode.Scalar {
  /// Whether a Swift string shows it as it is.
  var isPlainInSwift: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
