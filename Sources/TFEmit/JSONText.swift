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

private struct JSONText: ~Copyable {
  private var text = Text("")
  /// What follows the last reference. It becomes a literal of the text in one piece.
  private var literal = ByteBuffer()

  mutating func finished() -> Text {
    endLiteral()
    return text
  }

  mutating func append(_ value: Value) {
    switch value {
    case .bool(let bool): append(syntax: bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .literal(let literal): append(quoted: literal)
    case .address(let address): append(quoted: address.description)
    case .text where value.isNull: append(syntax: "null")
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
    append(syntax: ":")
    append(value)
  }

  private mutating func append<Element>(
    _ elements: [Element], between open: StaticString, _ close: StaticString,
    _ appendElement: (inout JSONText, Element) -> Void
  ) {
    append(syntax: open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(syntax: ",") }
      appendElement(&self, element)
    }
    append(syntax: close)
  }

  private mutating func append(quoted string: Text) {
    append(syntax: "\"")
    string.forEachPart { part, _ in
      switch part {
      case .literal(let part): literal.append(escaping: part)
      case .expression(let expression):
        endLiteral()
        text.append(Text(expression))
      }
    }
    append(syntax: "\"")
  }

  private mutating func append(quoted string: String) {
    append(syntax: "\"")
    literal.append(escaping: string)
    append(syntax: "\"")
  }

  private mutating func append(syntax: StaticString) {
    literal.append(syntax)
  }

  private mutating func append(_ string: String) {
    literal.append(string)
  }

  private mutating func endLiteral() {
    text.append(literal: String(literal))
    literal.removeAll()
  }
}
