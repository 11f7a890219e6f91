import InfraModel

/// A JSON document as text that may hold references, compact and sorted: policies, dashboards, redrive policies.
///
/// What Terraform puts in place of a reference is not escaped again, so references in a document must be to ARNs, names
/// and the like, which hold no quotation marks.
func compactJSON(_ document: Value) -> Text {
  var text = Text("")
  append(document, to: &text)
  return text
}

private func append(_ value: Value, to text: inout Text) {
  switch value {
  case .bool(let bool): text.append(bool ? "true" : "false")
  case .integer(let integer): text.append(literal: String(integer))
  case .number(let number): text.append(literal: decimal(number))
  case .literal(let literal): append(string: Text(literal), to: &text)
  case .address(let address): append(string: Text(address.description), to: &text)
  case .text(let string): append(string: string, to: &text)
  case .json(let inner): append(string: compactJSON(inner), to: &text)
  case .list(let values): append(list: values, to: &text)
  case .blocks(let blocks): append(list: blocks.map { .map($0.asMap) }, to: &text)
  case .map(let values), .literalMap(let values):
    text.append(literal: "{")
    for (index, member) in values.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { text.append(literal: ",") }
      append(string: Text(member.key), to: &text)
      text.append(literal: ":")
      append(member.value, to: &text)
    }
    text.append(literal: "}")
  }
}

private func append(list values: [Value], to text: inout Text) {
  text.append(literal: "[")
  for (index, value) in values.enumerated() {
    if index > 0 { text.append(literal: ",") }
    append(value, to: &text)
  }
  text.append(literal: "]")
}

private func append(string: Text, to text: inout Text) {
  text.append(literal: "\"")
  for part in string.parts {
    switch part {
    case .literal(let literal):
      var escaped: [UInt8] = []
      appendEscaped(literal, to: &escaped)
      text.append(literal: String(decoding: escaped, as: UTF8.self))
    case .expression(let expression):
      text.append(Text(expression))
    }
  }
  text.append(literal: "\"")
}

/// The inside of a JSON string: quotation marks, backslashes and control characters escaped, all else as it is.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
  var string = string
  string.withUTF8 { utf8 in
    var copied = 0
    for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5c {
      bytes.append(contentsOf: utf8[copied..<index])
      bytes.append(contentsOf: escape(for: byte).utf8)
      copied = index + 1
    }
    bytes.append(contentsOf: utf8[copied...])
  }
}

private func escape(for byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "\""): return "\\\""
  case UInt8(ascii: "\\"): return "\\\\"
  case 0x0a: return "\\n"
  case 0x0d: return "\\r"
  case 0x09: return "\\t"
  default:
    let digits = String(byte, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
