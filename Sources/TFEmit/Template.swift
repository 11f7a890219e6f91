import InfraModel

/// Writes text in Terraform's template language, where `${` opens an interpolation and `%{` a directive.
struct Template {
  private(set) var source = ""

  init(_ text: Text) {
    for (index, part) in text.parts.enumerated() {
      switch part {
      case .literal(let literal):
        append(literal, beforeExpression: index + 1 < text.parts.count)
      case .expression(let expression):
        source += "${\(Template.source(of: expression))}"
      }
    }
  }

  /// Literal text, with every `${` and `%{` doubled. A sigil right before an interpolation would join it to an escape,
  /// silently, so it goes into an interpolation of its own.
  private mutating func append(_ literal: String, beforeExpression: Bool) {
    let sigils = beforeExpression ? literal.suffix(while: { $0 == "$" || $0 == "%" }) : ""
    source += Template.escaped(literal.dropLast(sigils.count))
    if !sigils.isEmpty { source += "${\"\(sigils)\"}" }
  }

  /// The expression in Terraform's language, as it stands between `${` and `}`.
  static func source(of expression: Expression) -> String {
    switch expression {
    case .attribute(let reference): "\(reference.address).\(reference.attribute)"
    case .modulePath: "path.module"
    case .call(let function, let arguments):
      "\(function)(\(arguments.map(quoted).joined(separator: ", ")))"
    }
  }

  /// Text as a string of Terraform's own language, which has its own escapes beneath those of the template.
  private static func quoted(_ text: Text) -> String {
    if text.parts.count == 1, case .expression(let expression) = text.parts[0] { return source(of: expression) }
    let template = text.parts.map { part in
      switch part {
      case .literal(let literal): escaped(quotedEscapes(in: literal)[...])
      case .expression(let expression): "${\(source(of: expression))}"
      }
    }
    return "\"\(template.joined())\""
  }

  private static func quotedEscapes(in literal: String) -> String {
    var escaped = ""
    for character in literal.unicodeScalars {
      switch character {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// `$${` for `${` and `%%{` for `%{`; a sigil before anything else is just a sigil.
  static func escaped(_ literal: Substring) -> String {
    guard literal.utf8.contains(UInt8(ascii: "{")) else { return String(literal) }
    var escaped: [UInt8] = []
    var previous: UInt8?
    for byte in literal.utf8 {
      if byte == UInt8(ascii: "{"), let sigil = previous, sigil == UInt8(ascii: "$") || sigil == UInt8(ascii: "%") {
        escaped.append(sigil)
      }
      escaped.append(byte)
      previous = byte
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension StringProtocol {
  /// The longest end of the text whose characters all hold to `predicate`.
  fileprivate func suffix(while predicate: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !predicate($0) }.map(index(after:)) ?? startIndex)...]
  }
}
