/// Where the members of an object are in a JSON text, found without reading what they hold.
///
/// The schema of a provider has megabytes, of which a stack needs a few types.
package struct JSONOutline: Sendable {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// - Parameter bytes: The whole text.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, bytes.indices)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The members of the object, in the order of the text; `nil` where it is no object, or one that does not end.
  package var members: [(name: String, value: JSONOutline)]? {
    bytes.withUnsafeBufferPointer { bytes in
      var skim = Skim(bytes: bytes, at: range.lowerBound, end: range.upperBound)
      guard let found = skim.members() else { return nil }
      return found.map { (String(decoding: bytes[$0.name], as: UTF8.self), JSONOutline(self.bytes, $0.value)) }
    }
  }

  /// The member of a name; `nil` where there is none.
  package subscript(name: String) -> JSONOutline? {
    members?.last { $0.name == name }?.value
  }

  /// All that it holds.
  package func document() throws(SyntaxError) -> JSONDocument {
    try JSONDocument(parsing: String(decoding: bytes[range], as: UTF8.self))
  }
}

/// One pass over the bytes.
private struct Skim {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int

  /// The name of each member, without its quotes and with its escapes, and its value.
  mutating func members() -> [(name: Range<Int>, value: Range<Int>)]? {
    skipSpaces()
    guard take(UInt8(ascii: "{")) else { return nil }
    var found: [(name: Range<Int>, value: Range<Int>)] = []
    skipSpaces()
    if take(UInt8(ascii: "}")) { return found }
    repeat {
      skipSpaces()
      let start = at
      guard skipText() else { return nil }
      let name = start + 1..<at - 1
      skipSpaces()
      guard take(UInt8(ascii: ":")) else { return nil }
      skipSpaces()
      let value = at
      guard skipValue() else { return nil }
      found.append((name, value..<at))
      skipSpaces()
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? found : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() {
    while at < end, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private mutating func skipText() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while at < end {
      let byte = bytes[at]
      at += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  /// To the end of a text, a list or an object, or to what follows a word or a number.
  private mutating func skipValue() -> Bool {
    var depth = 0
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        guard skipText() else { return false }
        if depth == 0 { return true }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
        at += 1
        if depth == 0 { return true }
      case UInt8(ascii: ",") where depth == 0: return true
      default: at += 1
      }
    }
    return false
  }
}
