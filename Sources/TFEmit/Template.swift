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
  /// and a carriage return would make text of it, both silently, so they go into an interpolation of their own.
  private mutating func append(_ literal: String, beforeExpression: Bool) {
    let end = beforeExpression ? literal.suffix(while: { $0 == "$" || $0 == "%" || $0 == "\r" }) : ""
    source += Template.escaped(literal.dropLast(end.count))
    if !end.isEmpty { source += "${\"\(Template.quotedEscapes(in: String(end)))\"}" }
  }

  /// The expression in Terraform's language, as it stands between `${` and `}`.
  static func source(of expression: Expression) -> String {
    switch expression {
    case .attribute(let reference): "\(reference.address).\(reference.attribute)"
    case .variable(let name, _): "var.\(name)"
    case .local(let name): "local.\(name)"
    case .modulePath: "path.module"
    case .literal(let value): source(of: value)
    case .call(let function, let arguments):
      "\(function)(\(arguments.map(source).joined(separator: ", ")))"
    case .conditional(let condition, let first, let second):
      "(\(source(of: condition)) ? \(source(of: first)) : \(source(of: second)))"
    case .binary(let left, let sign, let right):
      "(\(source(of: left)) \(sign.rawValue) \(source(of: right)))"
    }
  }

  /// A value in Terraform's own language.
  private static func source(of value: Value) -> String {
    switch value {
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let number): decimal(number)
    case .text(let text): quoted(text)
    case .literal(let literal): quoted(Text(literal))
    case .address(let address): address.description
    case .json(let document): quoted(compactJSON(document))
    case .list(let values): "[\(values.map(source).joined(separator: ", "))]"
    case .blocks(let blocks): source(of: .list(blocks.map { .map($0.asMap) }))
    case .map(let values), .literalMap(let values):
      "{\(values.sorted { $0.key < $1.key }.map { "\(quoted(Text($0.key))) = \(source(of: $0.value))" }.joined(separator: ", "))}"
    }
  }

  /// Text as a string of Terraform's own language, which has its own escapes beneath those of the template.
  private static func quoted(_ text: Text) -> String {
    var source = ""
    for (index, part) in text.parts.enumerated() {
      switch part {
      case .literal(let literal):
        let isBeforeExpression = index + 1 < text.parts.count
        let sigils = isBeforeExpression ? literal.suffix(while: { $0 == "$" || $0 == "%" }) : ""
        source += escaped(quotedEscapes(in: String(literal.dropLast(sigils.count)))[...])
        if !sigils.isEmpty { source += "${\"\(sigils)\"}" }
      case .expression(let expression): source += "${\(Template.source(of: expression))}"
      }
    }
    return "\"\(source)\""
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
  ///
  /// Terraform miscounts the sigils after a carriage return (it leaves `$$${` as it is there), so such a return goes into
  /// an interpolation.
  static func escaped(_ literal: Substring) -> String {
    guard literal.utf8.contains(UInt8(ascii: "{")) else { return String(literal) }
    var escaped: [UInt8] = []
    var previous: UInt8 = 0
    for byte in literal.utf8 {
      if previous == UInt8(ascii: "\r"), isSigil(byte) { quoteEnd(of: &escaped) }
      if byte == UInt8(ascii: "{"), isSigil(previous) { escaped.append(previous) }
      escaped.append(byte)
      previous = byte
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isSigil(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
  }

  /// Puts the carriage returns and sigils at the end into an interpolation.
  private static func quoteEnd(of escaped: inout [UInt8]) {
    let end = Array(escaped.reversed().prefix { isSigil($0) || $0 == UInt8(ascii: "\r") }.reversed())
    escaped.removeLast(end.count)
    escaped += "${\"\(quotedEscapes(in: String(decoding: end, as: UTF8.self)))\"}".utf8
  }
}

extension StringProtocol {
  /// The longest end of the text whose characters all hold to `predicate`.
  fileprivate func suffix(while predicate: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !predicate($0) }.map(index(after:)) ?? startIndex)...]
  }
}
