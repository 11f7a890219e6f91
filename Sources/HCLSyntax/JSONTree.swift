/// A value of a JSON file, with its place.
struct JSONTree {
  enum Kind {
    case null
    case bool(Bool)
    case number(String)
    /// Unescaped, with the byte of the file that each byte comes from, and the one behind it.
    case string([UInt8], places: [Int])
    case array([JSONTree])
    case object([JSONMember])
  }

  let kind: Kind
  let range: Range<Int>
}

struct JSONMember {
  let key: String
  let keyRange: Range<Int>
  let value: JSONTree
}

/// Source: https://www.rfc-editor.org/rfc/rfc8259
struct JSONTreeParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
  }

  mutating func document() throws(HCLSyntaxError) -> JSONTree {
    if let invalid = bytes.firstInvalidUTF8 { throw error("the file is not in UTF-8", at: invalid) }
    let tree = try value()
    skipSpace()
    guard next == nil else { throw error("expected the end of the file") }
    return tree
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { offset += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { return false }
    offset += length
    return true
  }

  private mutating func value() throws(HCLSyntaxError) -> JSONTree {
    skipSpace()
    let start = offset
    guard depth < HCLParser.greatestDepth else {
      throw error("nesting is deeper than \(HCLParser.greatestDepth) levels")
    }
    depth += 1
    defer { depth -= 1 }
    let kind: JSONTree.Kind
    switch next {
    case UInt8(ascii: "{"): kind = .object(try object())
    case UInt8(ascii: "["): kind = .array(try array())
    case UInt8(ascii: "\""):
      let (text, places) = try string()
      kind = .string(text, places: places)
    case .some(let byte) where byte == UInt8(ascii: "-") || byte.isDigit: kind = .number(try number())
    default:
      if take(word: "true") {
        kind = .bool(true)
      } else if take(word: "false") {
        kind = .bool(false)
      } else if take(word: "null") {
        kind = .null
      } else {
        throw error("expected a value")
      }
    }
    return JSONTree(kind: kind, range: start..<offset)
  }

  private mutating func object() throws(HCLSyntaxError) -> [JSONMember] {
    let start = offset
    offset += 1
    var members: [JSONMember] = []
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipSpace()
      let keyStart = offset
      guard next == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
      let key = try string().text
      let keyRange = keyStart..<offset
      guard take(UInt8(ascii: ":")) else { throw error("expected ':' after a key") }
      members.append(JSONMember(key: String(decoding: key, as: UTF8.self), keyRange: keyRange, value: try value()))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw unclosed("{", at: start, or: "',' or '}'") }
    return members
  }

  private mutating func array() throws(HCLSyntaxError) -> [JSONTree] {
    let start = offset
    offset += 1
    var elements: [JSONTree] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw unclosed("[", at: start, or: "',' or ']'") }
    return elements
  }

  private mutating func number() throws(HCLSyntaxError) -> String {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    let whole = offset
    while next?.isDigit == true { offset += 1 }
    guard offset == whole + 1 || offset > whole && bytes[whole] != UInt8(ascii: "0") else {
      throw error("expected a number", at: start)
    }
    if next == UInt8(ascii: ".") {
      offset += 1
      guard next?.isDigit == true else { throw error("expected a digit") }
      while next?.isDigit == true { offset += 1 }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      guard next?.isDigit == true else { throw error("expected a digit") }
      while next?.isDigit == true { offset += 1 }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(HCLSyntaxError) -> (text: [UInt8], places: [Int]) {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var places: [Int] = []
    while let byte = next {
      let place = offset
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return (text, places + [place])
      case ..<0x20: throw error("a control character in a string needs an escape", at: place)
      case UInt8(ascii: "\\"): text += try escaped(from: place)
      default: text.append(byte)
      }
      while places.count < text.count { places.append(place) }
    }
    throw error("the string is not closed", at: start)
  }

  private mutating func escaped(from place: Int) throws(HCLSyntaxError) -> [UInt8] {
    offset += 1
    switch offset <= bytes.count ? bytes[offset - 1] : 0 {
    case UInt8(ascii: "\""): return [UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): return [UInt8(ascii: "\\")]
    case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
    case UInt8(ascii: "r"): return [UInt8(ascii: "\r")]
    case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
    case UInt8(ascii: "u"): break
    default: throw error("unknown escape", at: place)
    }
    let first = try codeUnit(from: place)
    var units = [first]
    if UTF16.isLeadSurrogate(first), take(word: "\\u") { units.append(try codeUnit(from: place)) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func codeUnit(from place: Int) throws(HCLSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("'\\u' needs 4 hexadecimal digits", at: place)
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  private func unclosed(_ bracket: String, at start: Int, or expected: String) -> HCLSyntaxError {
    next == nil ? error("the '\(bracket)' is not closed", at: start) : error("expected \(expected)")
  }

  private func error(_ message: String, at offset: Int? = nil) -> HCLSyntaxError {
    let place = min(offset ?? self.offset, bytes.count)
    return HCLSyntaxError(position: HCLLines(bytes).position(of: place), message: message)
  }
}
