/// The inside of a JSON string: quotation marks, backslashes and control characters escaped, all else as it is.
func appendEscaped(_ string: String, to bytes: inout [UInt8]) {
  var string = string
  string.withUTF8 { appendEscaped($0, to: &bytes) }
}

/// The same for text that is UTF-8 already.
func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  var copied = 0
  while true {
    let index = nextToEscape(in: utf8, from: copied)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<index]))
    guard index < utf8.count else { return }
    bytes.append(contentsOf: escape(for: utf8[index]).utf8)
    copied = index + 1
  }
}

private func nextToEscape(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  // Eight bytes at a time: nearly all of a configuration is text without escapes, and this looks at every byte of it.
  while index + 8 <= utf8.count {
    let word = UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    guard !hasByteToEscape(word) else { break }
    index += 8
  }
  while index < utf8.count, !isToEscape(utf8[index]) { index += 1 }
  return index
}

private func isToEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether any of the eight bytes is below a space, a quotation mark or a backslash.
private func hasByteToEscape(_ word: UInt64) -> Bool {
  let controls = (word &- repeated(0x20)) & ~word
  return (controls | marks(UInt8(ascii: "\""), in: word) | marks(UInt8(ascii: "\\"), in: word)) & highestBits != 0
}

/// A word with the highest bit of some byte set where one of the eight is `byte`. An exclusive or makes nought of it, and
/// taking one from each byte borrows from the highest bit only where there is nought.
private func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
  let differences = word ^ repeated(byte)
  return (differences &- repeated(1)) & ~differences
}

private func repeated(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

private let highestBits: UInt64 = 0x8080_8080_8080_8080

/// Whether a brace is in the text, without which nothing in it means anything to Terraform.
func hasBrace(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { utf8 in
    var index = 0
    while index + 8 <= utf8.count {
      let word = UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard marks(UInt8(ascii: "{"), in: word) & highestBits == 0 else { return true }
      index += 8
    }
    return utf8[index...].contains(UInt8(ascii: "{"))
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
