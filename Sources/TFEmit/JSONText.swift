import InfraModel

/// A JSON document as text that may hold references, compact and sorted: policies, dashboards, redrive policies.
///
/// What Terraform puts in place of a reference is not escaped again, so references in a document must be to ARNs, names
/// and the like, which hold no quotation marks.
func compactJSON(_ document: Value) -> Text {
  var text = JSONText()
  text.append(document)
  return text.finished()
}

private struct JSONText {
  private var text = Text("")
  /// What follows the last reference. It becomes a literal of the text in one piece.
  private var literal: [UInt8] = []

  mutating func finished() -> Text {
    endLiteral()
    return text
  }

  mutating func append(_ value: Value) {
    switch value {
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .literal(let literal): append(quoted: literal)
    case .address(let address): append(quoted: address.description)
    case .text(let string): append(quoted: string)
    case .json(let inner): append(quoted: compactJSON(inner))
    case .list(let values): append(values, between: "[", "]") { $0.append($1) }
    case .blocks(let blocks):
      append(blocks, between: "[", "]") { text, block in
        text.append(block.arguments, between: "{", "}") { $0.append(member: $1.name, $1.value) }
      }
    case .map(let values), .literalMap(let values):
      append(values.sorted { $0.key < $1.key }, between: "{", "}") { $0.append(member: $1.key, $1.value) }
    }
  }

  private mutating func append(member name: String, _ value: Value) {
    append(quoted: name)
    append(":")
    append(value)
  }

  private mutating func append<Element>(
    _ elements: [Element], between open: String, _ close: String, _ appendElement: (inout JSONText, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      appendElement(&self, element)
    }
    append(close)
  }

  private mutating func append(quoted string: Text) {
    append("\"")
    for part in string.parts {
      switch part {
      case .literal(let part): appendEscaped(part, to: &literal)
      case .expression(let expression):
        endLiteral()
        text.append(Text(expression))
      }
    }
    append("\"")
  }

  private mutating func append(quoted string: String) {
    append("\"")
    appendEscaped(string, to: &literal)
    append("\"")
  }

  private mutating func append(_ string: String) {
    literal.append(contentsOf: string.utf8)
  }

  private mutating func endLiteral() {
    text.append(literal: String(decoding: literal, as: UTF8.self))
    literal.removeAll(keepingCapacity: true)
  }
}
