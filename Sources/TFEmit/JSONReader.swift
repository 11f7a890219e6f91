extension JSON {
  /// Reads a document in UTF-8, as RFC 8259 has it and no looser.
  ///
  /// Whatever the bytes are, it ends with a document or an error: nesting is limited, for a reader that calls itself
  /// would run out of stack, and an object that has one key twice is refused, for readers disagree about which counts.
  public init(reading bytes: [UInt8]) throws(JSONError) {
    self = try JSON(reading: bytes, without: nil)
  }

  /// - Parameter omissions: What is passed over, and only looked at for its end.
  init(reading bytes: [UInt8], without omissions: JSONOmissions?) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSON, JSONError> in
      var reader = JSONReader(buffer, without: omissions)
      do throws(JSONError) { return .success(try reader.readDocument()) } catch { return .failure(error) }
    }
    self = try result.get()
  }
}

private struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var depth = 0
  /// Those of the value that is read now.
  private var omissions: JSONOmissions?
  private static let maximumDepth = 512

  init(_ bytes: UnsafeBufferPointer<UInt8>, without omissions: JSONOmissions?) {
    self.bytes = bytes
    self.omissions = omissions
  }

  mutating func readDocument() throws(JSONError) -> JSON {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    let value = try readValue()
    skipSpace()
    guard position == bytes.count else { throw error("something follows the end of the document") }
    return value
  }

  private mutating func readValue() throws(JSONError) -> JSON {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.readObject() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.readArray() }
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"): return try readNumber()
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): return try readNumber()
    case UInt8(ascii: "t"): return try readWord("true", as: .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", as: .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", as: .null)
    case nil: throw error("the document ends where a value should be")
    default: throw error("this is no value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONError) -> JSON
  ) throws(JSONError) -> JSON {
    guard depth < JSONReader.maximumDepth else { throw error("it is nested deeper than \(JSONReader.maximumDepth)") }
    depth += 1
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func readObject() throws(JSONError) -> JSON {
    var members: [String: JSON] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a key in quotation marks should be here") }
      let start = position
      let key = try readString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("a colon should be here") }
      if let omissions, omissions.names.contains(key) {
        try skipValue()
      } else {
        let outer = omissions
        omissions = outer?.inner[key]?()
        guard members.updateValue(try readValue(), forKey: key) == nil else {
          throw error("the key '\(key)' stands here for the second time", at: start)
        }
        omissions = outer
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("a comma or } should be here") }
    return .object(members)
  }

  private mutating func readArray() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      elements.append(try readValue())
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("a comma or ] should be here") }
    return .array(elements)
  }

  private mutating func readWord(_ word: StaticString, as value: JSON) throws(JSONError) -> JSON {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ $0.elementsEqual(UnsafeBufferPointer(rebasing: bytes[position..<end])) })
    else { throw error("this is no value") }
    position = end
    return value
  }

  /// To the end of a value, without a look at what is in it.
  private mutating func skipValue() throws(JSONError) {
    let start = position
    var open = 0
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        skipString()
        if open == 0 { return }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what the value is in.
        guard open > 0 else { return }
        open -= 1
        position += 1
        if open == 0 { return }
      case UInt8(ascii: ",") where open == 0: return
      default: position += 1
      }
    }
    throw error("the document ends inside of the value that begins here", at: start)
  }

  private mutating func skipString() {
    position += 1
    while let byte = peek, byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
    // A text that does not end is one that ends with the document.
    position = min(position + 1, bytes.count)
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONError) -> JSON {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try skipDigits() }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try skipDigits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw error("the number is too large", at: start) }
    return .number(number)
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw error("a digit should be here") }
  }

  // MARK: Strings

  private mutating func readString() throws(JSONError) -> String {
    let start = position
    position += 1
    var copied = position
    var unescaped: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[copied..<position]
        position += 1
        // Nearly every string is as it stands.
        return try unescaped.isEmpty ? text(rest, from: start) : text(unescaped + rest, from: start)
      case UInt8(ascii: "\\"):
        unescaped += bytes[copied..<position]
        position += 1
        try readEscape(into: &unescaped)
        copied = position
      case 0..<0x20: throw error("a control character stands in a string, where only an escape may")
      default: position += 1
      }
    }
    throw error("the document ends inside of the string that begins here", at: start)
  }

  private func text(_ utf8: some Collection<UInt8>, from start: Int) throws(JSONError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw error("the string that begins here is not UTF-8", at: start)
    }
    return text
  }

  private mutating func readEscape(into utf8: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("the document ends inside of an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): utf8.append(byte)
    case UInt8(ascii: "b"): utf8.append(0x08)
    case UInt8(ascii: "f"): utf8.append(0x0c)
    case UInt8(ascii: "n"): utf8.append(0x0a)
    case UInt8(ascii: "r"): utf8.append(0x0d)
    case UInt8(ascii: "t"): utf8.append(0x09)
    case UInt8(ascii: "u"): utf8 += try Array(String(readUnicodeEscape()).utf8)
    default: throw error("there is no such escape", at: position - 2)
    }
  }

  /// What follows `\u`, and a second one where the first is half of a character. Half a character is none, and Swift has
  /// no string for it.
  private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let start = position - 2
    let first = try readHexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xdc00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw error("half of a surrogate pair stands alone", at: start)
    }
    let second = try readHexadecimal()
    guard (0xdc00...0xdfff).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00))
    else { throw error("half of a surrogate pair stands alone", at: start) }
    return scalar
  }

  private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits should be here")
      }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
  }

  private func error(_ reason: String, at place: Int? = nil) -> JSONError {
    let before = bytes[..<(place ?? position)]
    let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return JSONError(
      line: before.count { $0 == 0x0a } + 1, column: before.count - lineStart + 1, reason: reason)
  }
}
