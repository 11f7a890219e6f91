// The inside of JSON strings and of Terraform's templates, eight bytes at a time.

func isToEscape(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether any of the eight bytes is below a space, a quotation mark or a backslash.
func hasByteToEscape(_ word: UInt64) -> Bool {
  let controls = (word &- repeated(0x20)) & ~word
  return (controls | marks(UInt8(ascii: "\""), in: word) | marks(UInt8(ascii: "\\"), in: word)) & highestBits != 0
}

/// A word with the highest bit of some byte set where one of the eight is `byte`. An exclusive or makes that byte zero,
/// and subtracting one from each byte borrows from the highest bit only where the byte is zero.
private func marks(_ byte: UInt8, in word: UInt64) -> UInt64 {
  let differences = word ^ repeated(byte)
  return (differences &- repeated(1)) & ~differences
}

private func repeated(_ byte: UInt8) -> UInt64 {
  0x0101_0101_0101_0101 &* UInt64(byte)
}

private let highestBits: UInt64 = 0x8080_8080_8080_8080

/// Whether Terraform reads a text literally: it opens no interpolation and no directive, and does not begin with a byte
/// order mark, which Terraform drops.
func isOwnTemplate(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { utf8 in
    isPlainInTemplate(utf8) || (utf8.first != byteOrderMark[0] && !has(in: utf8) { marks(UInt8(ascii: "{"), in: $0) })
  }
}

/// Whether a text can be in a template unchanged, whatever comes before and after it.
func isPlainInTemplate(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  utf8.first != byteOrderMark[0]
    && !has(in: utf8) {
      marks(UInt8(ascii: "$"), in: $0) | marks(UInt8(ascii: "%"), in: $0) | marks(carriageReturn, in: $0)
    }
}

/// Whether a byte is marked in some word of eight. The bytes left at the end form a word whose other bytes are zero.
@inline(__always)
private func has(in utf8: UnsafeBufferPointer<UInt8>, _ marked: (UInt64) -> UInt64) -> Bool {
  var index = 0
  while index + 8 <= utf8.count {
    let word = UnsafeRawBufferPointer(utf8).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    guard marked(word) & highestBits == 0 else { return true }
    index += 8
  }
  let rest = utf8[index...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  return marked(rest) & highestBits != 0
}

func escape(for byte: UInt8) -> String {
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
