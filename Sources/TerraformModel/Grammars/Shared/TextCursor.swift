/// A position in a text that a parser reads. It reads bytes, because all tokens of the grammars are ASCII.
package struct TextCursor {
  private let bytes: [UInt8]
  package private(set) var offset = 0
  private var depth = 0
  /// Deeper than any realistic text, and shallow enough for the stack of a thread.
  private let greatestDepth = 64

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package var isAtEnd: Bool { offset >= bytes.count }
  package var next: UInt8? { byte(ahead: 0) }

  package func byte(ahead count: Int) -> UInt8? {
    offset + count < bytes.count ? bytes[offset + count] : nil
  }

  package func starts(with token: String) -> Bool {
    bytes[offset...].starts(with: token.utf8)
  }

  package mutating func skipSpaces() {
    while let byte = next, byte.isSpace { offset += 1 }
  }

  /// Consumes a token at the cursor; returns whether it is there.
  package mutating func take(_ token: String) -> Bool {
    guard starts(with: token) else { return false }
    offset += token.utf8.count
    return true
  }

  /// Consumes the bytes from the cursor on that fit, and returns them.
  package mutating func run(while fits: (UInt8) -> Bool) -> String {
    let start = offset
    while let byte = next, fits(byte) { offset += 1 }
    return text(from: start)
  }

  /// The same without moving the cursor.
  package func peek(while fits: (UInt8) -> Bool) -> String {
    var ahead = self
    return ahead.run(while: fits)
  }

  /// The text between an earlier position and the cursor.
  package func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  package mutating func move(to offset: Int) {
    self.offset = min(offset, bytes.count)
  }

  /// Everything up to the end.
  package mutating func rest() -> String {
    run { _ in true }
  }
}

extension TextCursor {
  package mutating func expect(_ token: String, hint: String? = nil) throws(SyntaxError) {
    skipSpaces()
    guard take(token) else { throw error(expected: "`\(token)`", hint: hint) }
  }

  /// Text in quotes, in which a backslash escapes the next character. The cursor is at the opening quote.
  package mutating func quoted() throws(SyntaxError) -> String {
    let start = offset
    guard let quote = next else { throw error(expected: "a text in quotes") }
    offset += 1
    var content: [UInt8] = []
    while let byte = next {
      offset += 1
      if byte == quote { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), let escaped = next, escaped == quote || escaped == UInt8(ascii: "\\") {
        content.append(escaped)
        offset += 1
      } else {
        content.append(byte)
      }
    }
    throw error(expected: "a closing quote", hint: "close the quote of character \(position(of: start))")
  }

  /// A number with an optional sign and fraction; `nil`, without moving the cursor, if there is no number.
  package mutating func number() -> Double? {
    let start = offset
    let sign = take("-") ? "-" : ""
    let whole = run(while: \.isDigit)
    var fraction = ""
    if next == UInt8(ascii: "."), byte(ahead: 1)?.isDigit == true {
      offset += 1
      fraction = run(while: \.isDigit)
    }
    guard !(whole + fraction).isEmpty, next?.isWordByte != true else {
      offset = start
      return nil
    }
    return Double("\(sign)\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)")
  }

  /// Called before a parser recurses, so that no text can overflow the stack of a thread.
  package mutating func enter() throws(SyntaxError) {
    guard depth < greatestDepth else {
      throw error(expected: "less nesting", hint: "nest less: more than \(greatestDepth) levels are not read")
    }
    depth += 1
  }

  package mutating func leave() {
    depth -= 1
  }
}

extension TextCursor {
  /// An error about the text at the cursor or at an earlier position, after any spaces.
  package func error(at place: Int? = nil, expected: String, hint: String? = nil) -> SyntaxError {
    var there = self
    there.move(to: place ?? offset)
    there.skipSpaces()
    return SyntaxError(
      position: position(of: there.offset), found: there.isAtEnd ? nil : there.lookingAt, expected: expected,
      hint: hint)
  }

  package func warning(at place: Int, _ message: String, fix: String) -> SyntaxWarning {
    SyntaxWarning(position: position(of: place), message: message, fix: fix)
  }

  /// Counted in characters from 1, as editors do.
  private func position(of offset: Int) -> Int {
    1 + bytes[..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The word or operator at the cursor, as messages quote it.
  private var lookingAt: String {
    guard let byte = next else { return "" }
    let seen =
      if byte.isWordByte {
        peek { $0.isWordByte || $0 == UInt8(ascii: ".") }
      } else if byte.isOperator {
        peek(while: \.isOperator)
      } else {
        String(String(decoding: bytes[offset...].prefix(32), as: UTF8.self).prefix(1))
      }
    let printable = seen.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
    return printable ? String(seen.prefix(40)) : "a control character"
  }
}

extension UInt8 {
  package var isSpace: Bool { self == 32 || (9...13).contains(self) }
  package var isDigit: Bool { (48...57).contains(self) }
  package var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
  /// A letter, a digit or `_`.
  package var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  fileprivate var isOperator: Bool { "=!<>&|".utf8.contains(self) }
}
