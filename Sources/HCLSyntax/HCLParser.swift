/// Goes through a text once, byte by byte. Its extensions read what the grammar has.
struct HCLParser {
  let bytes: [UInt8]
  /// The byte of the file that each byte comes from, and where the file continues; `nil` if they are the same. A string of
  /// Terraform JSON has escapes, so that its bytes are not those of the file.
  private let places: [Int]?
  /// The file that errors are about.
  private let file: [UInt8]
  var offset = 0
  /// The comments that were read and are not in the tree yet.
  var comments: [HCLComment] = []
  /// Whether a line end separates what comes next: not so between brackets.
  var isLineEndSignificant = true
  private var depth = 0

  /// Deeper than any realistic text, and shallow enough for the stack of a thread.
  static let greatestDepth = 64

  init(_ bytes: [UInt8], places: [Int]? = nil, of file: [UInt8]? = nil) {
    self.bytes = bytes
    self.places = places
    self.file = file ?? bytes
  }
}

// MARK: - Bytes

extension HCLParser {
  var isAtEnd: Bool { offset >= bytes.count }
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func byte(ahead count: Int) -> UInt8? {
    offset + count < bytes.count ? bytes[offset + count] : nil
  }

  /// Consumes a token at this place; returns whether it is there.
  mutating func take(_ token: StaticString) -> Bool {
    guard isAt(token) else { return false }
    offset += token.utf8CodeUnitCount
    return true
  }

  func isAt(_ token: StaticString) -> Bool {
    let length = token.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for index in 0..<length where bytes[offset + index] != token.utf8Start[index] { return false }
    return true
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func place(_ offset: Int) -> Int { places.map { $0[offset] } ?? offset }

  /// What was read since.
  func range(from start: Int) -> Range<Int> { place(start)..<max(place(start), place(offset)) }
}

// MARK: - Space and comments

extension HCLParser {
  /// Over spaces and comments, and over line ends if they separate nothing.
  mutating func skipSpace() {
    while let byte = next {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case UInt8(ascii: "\n") where !isLineEndSignificant: offset += 1
      case UInt8(ascii: "\r") where self.byte(ahead: 1) == UInt8(ascii: "\n"):
        if isLineEndSignificant { return }
        offset += 2
      case UInt8(ascii: "#"), UInt8(ascii: "/"):
        guard takeComment() else { return }
      default: return
      }
    }
  }

  /// Over what `skipSpace` goes over, and over line ends.
  mutating func skipLines() {
    let was = isLineEndSignificant
    isLineEndSignificant = false
    skipSpace()
    isLineEndSignificant = was
  }

  var isAtLineEnd: Bool { isAt("\n") || isAt("\r\n") }

  private mutating func takeComment() -> Bool {
    let start = offset
    if next == UInt8(ascii: "#") || isAt("//") {
      offset += next == UInt8(ascii: "#") ? 1 : 2
      let content = offset
      while let byte = next, byte != UInt8(ascii: "\n") { offset += 1 }
      if offset > content, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
      add(content..<offset, from: start)
      return true
    }
    guard isAt("/*") else { return false }
    offset += 2
    let content = offset
    while !isAtEnd {
      if isAt("*/") {
        let end = offset
        offset += 2
        add(content..<end, from: start)
        return true
      }
      offset += 1
    }
    // Without an end it is no comment, and the parser does not expect a slash.
    offset = start
    return false
  }

  private mutating func add(_ content: Range<Int>, from start: Int) {
    let lines = text(content).split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    comments.append(HCLComment(lines: lines.map { String($0.trimmed) }, range: range(from: start)))
  }

  /// The comments since a place, which are in the tree then.
  mutating func takeComments(since start: Int = 0) -> [HCLComment] {
    let start = place(start)
    let first = comments.lastIndex { $0.range.lowerBound < start }.map { $0 + 1 } ?? 0
    defer { comments.removeSubrange(first...) }
    return Array(comments[first...])
  }

  /// The parser at this place, without the comments that would be copied when it reads one more.
  var lookingAhead: HCLParser {
    var ahead = self
    ahead.comments = []
    return ahead
  }

  /// Whether the file has a line end between two places.
  func hasLineEnd(in range: Range<Int>) -> Bool {
    file[range].contains(UInt8(ascii: "\n"))
  }

  /// The comment behind what was read, if its line ends there.
  mutating func takeTrailingComment() -> HCLComment? {
    let start = offset
    let count = comments.count
    let was = isLineEndSignificant
    isLineEndSignificant = true
    skipSpace()
    isLineEndSignificant = was
    if comments.count == count + 1, isAtEnd || isAtLineEnd { return comments.removeLast() }
    comments.removeSubrange(count...)
    offset = start
    return nil
  }
}

extension StringProtocol {
  /// Without the whitespace around it.
  fileprivate var trimmed: SubSequence {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...end]
  }
}

// MARK: - Names

extension HCLParser {
  /// A name at this place. Names may have hyphens, and letters of any language.
  mutating func takeName() -> String? {
    let start = offset
    guard let first = scalar(at: offset), first.isNameStart else { return nil }
    while let scalar = scalar(at: offset), scalar.isNamePart { offset += scalar.utf8Length }
    return text(start..<offset)
  }

  /// Whether a word that is no part of a longer name stands at this place.
  func isAtWord(_ word: StaticString) -> Bool {
    isAt(word) && scalar(at: offset + word.utf8CodeUnitCount).map { !$0.isNamePart } ?? true
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] < 0x80 { return Unicode.Scalar(bytes[offset]) }
    return String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }
}

extension Unicode.Scalar {
  fileprivate var isNameStart: Bool {
    switch value {
    case 0x41...0x5a, 0x61...0x7a, 0x5f: true
    case ..<0x80: false
    default: properties.isIDStart
    }
  }

  fileprivate var isNamePart: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x2d: true
    case ..<0x80: false
    default: properties.isIDContinue
    }
  }

  fileprivate var utf8Length: Int { UTF8.width(self) }
}

// MARK: - Errors and nesting

extension HCLParser {
  /// An error about this place, or an earlier one.
  func error(_ message: String, at offset: Int? = nil) -> HCLSyntaxError {
    let place = place(min(offset ?? self.offset, bytes.count))
    return HCLSyntaxError(position: HCLLines(file).position(of: place), message: message)
  }

  func error(expected: String) -> HCLSyntaxError {
    error("expected \(expected), found \(found)")
  }

  private var found: String {
    if isAtEnd { return "the end of the text" }
    if isAtLineEnd { return "the end of the line" }
    if isAt("/*") { return "a comment without an end" }
    let start = offset
    var ahead = self
    if let name = ahead.takeName() { return "'\(name.prefix(40))'" }
    guard let scalar = scalar(at: start), scalar.value > 32, scalar.value != 127 else { return "a control character" }
    return "'\(scalar)'"
  }

  /// Called before a part that can contain itself, so that no text overflows the stack of a thread.
  mutating func enter() throws(HCLSyntaxError) {
    guard depth < Self.greatestDepth else { throw error("nesting is deeper than \(Self.greatestDepth) levels") }
    depth += 1
  }

  mutating func leave() { depth -= 1 }
}
