extension HCLTemplate {
  /// Between quotes, which no line end can be.
  var quoted: String {
    // The whitespace beside a `~` is gone already, and would be more between quotes, where lines are one literal.
    let parts = if case .heredoc = form { evaluatedParts.map(\.withoutStrip) } else { parts }
    return "\"" + parts.source { $0.escapedForQuotes } + "\""
  }
}

extension HCLTemplate.Part {
  fileprivate var withoutStrip: HCLTemplate.Part {
    switch self {
    case .literal: self
    case .interpolation(let expression, _): .interpolation(expression, [])
    case .condition(let expression, _): .condition(expression, [])
    case .otherwise: .otherwise([])
    case .endOfCondition: .endOfCondition([])
    case .loop(let names, let collection, _): .loop(names: names, in: collection, [])
    case .endOfLoop: .endOfLoop([])
    }
  }

  fileprivate var source: String {
    switch self {
    case .literal(let text): text
    case .interpolation(let expression, let strip): "$" + strip.braces(expression.inlineSource)
    case .condition(let expression, let strip): "%" + strip.braces("if \(expression.inlineSource)")
    case .otherwise(let strip): "%" + strip.braces("else")
    case .endOfCondition(let strip): "%" + strip.braces("endif")
    case .loop(let names, let collection, let strip):
      "%" + strip.braces("for \(names.joined(separator: ", ")) in \(collection.inlineSource)")
    case .endOfLoop(let strip): "%" + strip.braces("endfor")
    }
  }
}

extension HCLStrip {
  fileprivate func braces(_ content: String) -> String {
    "{\(contains(.before) ? "~" : "")\(content)\(contains(.after) ? "~" : "")}"
  }
}

extension [HCLTemplate.Part] {
  /// A sigil right before an interpolation would join it to an escape, so it goes into an interpolation of its own.
  func source(_ escaped: (String) -> String) -> String {
    var source = ""
    for (index, part) in enumerated() {
      guard case .literal(let text) = part else {
        source += part.source
        continue
      }
      let isBeforeSequence = index + 1 < count && self[index + 1].strip != nil
      let sigils = isBeforeSequence ? text.utf8.reversed().prefix { $0.isSigil }.count : 0
      let escapes = escaped(String(decoding: text.utf8.dropLast(sigils), as: UTF8.self).escapedSequences)
      source += escapes
      if sigils > 0 { source += "${\"" + String(decoding: text.utf8.suffix(sigils), as: UTF8.self) + "\"}" }
    }
    return source
  }
}

extension String {
  /// `$${` for `${` and `%%{` for `%{`.
  fileprivate var escapedSequences: String {
    var escaped: [UInt8] = []
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), let last = escaped.last, last.isSigil { escaped.append(last) }
      escaped.append(byte)
    }
    // The sigil was appended behind its twin, which is the same.
    return String(decoding: escaped, as: UTF8.self)
  }

  fileprivate var escapedForQuotes: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127 || scalar.value == 0xfeff:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension UInt8 {
  fileprivate var isSigil: Bool { self == UInt8(ascii: "$") || self == UInt8(ascii: "%") }
}
