import InfraModel

/// Writes text in Terraform's template language, where `${` opens an interpolation and `%{` a directive.
struct Template {
  /// UTF-8, so that it goes on into a file without becoming a string on the way.
  private(set) var bytes: [UInt8] = []

  var source: String { String(decoding: bytes, as: UTF8.self) }

  init() {}

  init(_ text: Text) {
    append(text)
  }

  mutating func append(_ text: Text) {
    for (index, part) in text.parts.enumerated() {
      switch part {
      case .literal(let literal): append(literal, beforeExpression: index + 1 < text.parts.count)
      case .expression(let expression): append(interpolated: expression)
      }
    }
  }

  /// Begins anew, in the room that it has.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Literal text, with every `${` and `%{` doubled. A sigil right before an interpolation would join it to an escape,
  /// silently, so it goes into an interpolation of its own.
  private mutating func append(_ literal: String, beforeExpression: Bool) {
    var literal = literal
    literal.withUTF8 { utf8 in
      let end = beforeExpression ? utf8.lastIndex { !isSigil($0) }.map { $0 + 1 } ?? 0 : utf8.count
      append(escaping: utf8[..<end])
      if end < utf8.count {
        append("${\"")
        bytes.append(contentsOf: utf8[end...])
        append("\"}")
      }
    }
  }

  /// `$${` for `${` and `%%{` for `%{`; a sigil before anything else is just a sigil.
  private mutating func append(escaping literal: Slice<UnsafeBufferPointer<UInt8>>) {
    var copied = literal.startIndex
    for index in literal.indices.dropFirst()
    where literal[index] == UInt8(ascii: "{") && isSigil(literal[index - 1]) {
      bytes.append(contentsOf: literal[copied..<index])
      bytes.append(literal[index - 1])
      copied = index
    }
    bytes.append(contentsOf: literal[copied...])
  }

  private mutating func append(interpolated expression: Expression) {
    append("${")
    append(expression)
    append("}")
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

private func isSigil(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
}

// MARK: - Terraform's own language

extension Template {
  /// The expression as it stands between `${` and `}`.
  private mutating func append(_ expression: Expression) {
    switch expression {
    case .attribute(let reference):
      append(reference.address)
      append(".")
      append(reference.attribute)
    case .variable(let name, _):
      append("var.")
      append(name)
    case .local(let name):
      append("local.")
      append(name)
    case .modulePath: append("path.module")
    case .literal(let value): append(value)
    case .call(let function, let arguments):
      append(function)
      append(list: arguments, between: "(", ")") { $0.append($1) }
    case .conditional(let condition, let first, let second):
      append("(")
      append(condition)
      append(" ? ")
      append(first)
      append(" : ")
      append(second)
      append(")")
    case .binary(let left, let sign, let right):
      append("(")
      append(left)
      append(" \(sign.rawValue) ")
      append(right)
      append(")")
    }
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .text(let text): append(quoted: text)
    case .literal(let literal): append(quoted: Text(literal))
    case .address(let address): append(address)
    case .json(let document): append(quoted: compactJSON(document))
    case .list(let values): append(list: values, between: "[", "]") { $0.append($1) }
    case .blocks(let blocks): append(.list(blocks.map { .map($0.asMap) }))
    case .map(let values), .literalMap(let values):
      append(list: values.sorted { $0.key < $1.key }, between: "{", "}") { template, member in
        template.append(quoted: Text(member.key))
        template.append(" = ")
        template.append(member.value)
      }
    }
  }

  private mutating func append(_ address: Address) {
    guard address.mode == .managed else { return append(address.description) }
    append(address.type)
    append(".")
    append(address.name)
  }

  private mutating func append<Element>(
    list elements: [Element], between open: String, _ close: String,
    _ appendElement: (inout Template, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(", ") }
      appendElement(&self, element)
    }
    append(close)
  }

  /// Text as a string of Terraform's own language, which has its own escapes beneath those of the template.
  private mutating func append(quoted text: Text) {
    append("\"")
    for (index, part) in text.parts.enumerated() {
      switch part {
      case .literal(let literal):
        append(Template.quotedEscapes(in: literal), beforeExpression: index + 1 < text.parts.count)
      case .expression(let expression): append(interpolated: expression)
      }
    }
    append("\"")
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
}
