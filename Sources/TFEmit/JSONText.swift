import InfraModel

/// A JSON document as text that may hold references, compact and sorted: policies, dashboards, redrive policies.
///
/// What Terraform puts in place of a reference is not escaped again, so references in a document must be to ARNs, names
/// and the like, which hold no quotation marks.
func compactJSON(_ document: Value) -> Text {
  switch document {
  case .bool(let bool): return bool ? "true" : "false"
  case .integer(let integer): return Text(String(integer))
  case .number(let number): return Text(decimal(number))
  case .literal(let literal): return jsonString(Text(literal))
  case .address(let address): return jsonString(Text(address.description))
  case .text(let text): return jsonString(text)
  case .json(let inner): return jsonString(compactJSON(inner))
  case .list(let values): return joined("[", values.map(compactJSON), "]")
  case .blocks(let blocks):
    return joined("[", blocks.map { members($0.arguments.map { ($0.name, $0.value) }) }, "]")
  case .map(let values), .literalMap(let values): return members(values.map { ($0.key, $0.value) })
  }
}

private func members(_ members: [(key: String, value: Value)]) -> Text {
  let sorted = members.sorted { $0.key < $1.key }
  return joined("{", sorted.map { jsonString(Text($0.key)) + ":" + compactJSON($0.value) }, "}")
}

private func joined(_ open: Text, _ elements: [Text], _ close: Text) -> Text {
  var text = open
  for (index, element) in elements.enumerated() {
    if index > 0 { text.append(",") }
    text.append(element)
  }
  text.append(close)
  return text
}

private func jsonString(_ text: Text) -> Text {
  var string: Text = "\""
  for part in text.parts {
    switch part {
    case .literal(let literal):
      var escaped: [UInt8] = []
      appendEscaped(literal, to: &escaped)
      string.append(Text(String(decoding: escaped, as: UTF8.self)))
    case .expression(let expression):
      string.append(Text(expression))
    }
  }
  string.append("\"")
  return string
}

/// The inside of a JSON string: quotation marks, backslashes and control characters escaped, all else as it is.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
  for byte in string.utf8 {
    switch byte {
    case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
    case 0x0a: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0x0d: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
    case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}

/// A number in plain notation: `0.000005`, not `5e-06`, and `60`, not `60.0`.
func decimal(_ number: Double) -> String {
  let shortest = String(describing: abs(number))
  let sign = number < 0 ? "-" : ""
  let (mantissa, exponent) = split(shortest)
  let digits = mantissa.filter { $0 != "." }
  let pointAt =
    (mantissa.firstIndex(of: ".").map { mantissa.distance(from: mantissa.startIndex, to: $0) } ?? digits.count)
    + exponent
  if pointAt <= 0 { return trimmed("\(sign)0.\(String(repeating: "0", count: -pointAt))\(digits)") }
  if pointAt >= digits.count { return "\(sign)\(digits)\(String(repeating: "0", count: pointAt - digits.count))" }
  return trimmed("\(sign)\(digits.prefix(pointAt)).\(digits.dropFirst(pointAt))")
}

/// `1.5e-06` is `1.5` times ten to the `-6`.
private func split(_ number: String) -> (mantissa: Substring, exponent: Int) {
  let parts = number.split(separator: "e")
  return (parts[0], parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
}

/// Without zeros, and then a point, at the end.
private func trimmed(_ number: String) -> String {
  var number = number
  while number.last == "0" { number.removeLast() }
  if number.last == "." { number.removeLast() }
  return number
}
