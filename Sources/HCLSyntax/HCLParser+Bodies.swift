extension HCLFile {
  /// Reads a `.tf` file.
  ///
  /// - Throws: `HCLSyntaxError` with the first place where the file is not HCL.
  public init(reading bytes: [UInt8]) throws(HCLSyntaxError) {
    let (file, error) = HCLFile.reading(bytes)
    if let error { throw error }
    self = file
  }

  /// Reads as far as the file is HCL.
  ///
  /// - Returns: The items before the first error, and the error.
  public static func reading(_ bytes: [UInt8]) -> (file: HCLFile, error: HCLSyntaxError?) {
    var parser = HCLParser(bytes)
    if let invalid = bytes.firstInvalidUTF8 {
      return (HCLFile(body: HCLBody()), parser.error("the file is not in UTF-8", at: invalid))
    }
    parser.skipByteOrderMark()
    var body = HCLBody()
    do throws(HCLSyntaxError) {
      try parser.readItems(into: &body)
      if !parser.isAtEnd { throw parser.error(expected: "the name of an argument or block") }
      return (HCLFile(body: body), nil)
    } catch {
      return (HCLFile(body: body), error)
    }
  }
}

extension HCLParser {
  mutating func skipByteOrderMark() {
    if isAt("\u{feff}") { offset += 3 }
  }

  /// Up to a closing brace or the end of the text.
  mutating func readItems(into body: inout HCLBody) throws(HCLSyntaxError) {
    var names: Set<String> = []
    while true {
      let start = offset
      skipLines()
      if isAtEnd || next == UInt8(ascii: "}") { break }
      let startsParagraph = !body.items.isEmpty && hasEmptyLine(from: start)
      let comments = takeComments()
      let itemStart = offset
      guard let name = takeName() else { throw error(expected: "the name of an argument or block") }
      skipSpace()
      let content: HCLItem.Content
      if next == UInt8(ascii: "="), byte(ahead: 1) != UInt8(ascii: "=") {
        guard names.insert(name).inserted else { throw error("'\(name)' is set twice in this block", at: itemStart) }
        content = .attribute(try attribute(name, from: itemStart))
      } else {
        content = .block(try block(name, from: itemStart))
      }
      skipSpace()
      guard isAtEnd || isAtLineEnd else { throw error(expected: "the end of the line") }
      body.items.append(item(content, comments: comments, since: itemStart, startsParagraph: startsParagraph))
    }
    body.closingComments = takeComments()
  }

  /// The comments that were read with an item and are in no part of it are its own.
  private mutating func item(
    _ content: HCLItem.Content, comments: [HCLComment], since start: Int, startsParagraph: Bool
  ) -> HCLItem {
    let all = takeComments(since: start)
    let end =
      switch content {
      case .attribute(let attribute): attribute.range.upperBound
      case .block(let block): block.range.upperBound
      }
    let behind = all.filter { $0.range.lowerBound >= end }
    let inside = all.filter { $0.range.lowerBound < end }
    return HCLItem(
      content, comments: comments + inside + behind.dropLast(), trailingComment: behind.last,
      startsParagraph: startsParagraph)
  }

  private func hasEmptyLine(from start: Int) -> Bool {
    var ends = 0
    for byte in bytes[start..<offset] {
      switch byte {
      case UInt8(ascii: "\n"): ends += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return ends > 1
      }
    }
    return ends > 1
  }

  /// The equals sign comes next.
  private mutating func attribute(_ name: String, from start: Int) throws(HCLSyntaxError) -> HCLAttribute {
    offset += 1
    let value = try expression()
    return HCLAttribute(name, value, range: place(start)..<value.range.upperBound)
  }

  private mutating func block(_ type: String, from start: Int) throws(HCLSyntaxError) -> HCLBlock {
    var labels: [String] = []
    while next != UInt8(ascii: "{") {
      if next == UInt8(ascii: "\"") {
        let label = offset
        guard let text = try quotedTemplate().literal else {
          throw error("a block's label cannot have interpolations", at: label)
        }
        labels.append(text)
      } else if let label = takeName() {
        labels.append(label)
      } else {
        throw error(expected: labels.isEmpty ? "'=' or '{'" : "'{'")
      }
      skipSpace()
    }
    try enter()
    let brace = offset
    offset += 1
    skipSpace()
    var body = HCLBody()
    if isAtLineEnd {
      try readItems(into: &body)
    } else {
      try readOneLine(into: &body)
    }
    guard next == UInt8(ascii: "}") else {
      throw isAtEnd ? error("the '{' is not closed", at: brace) : error(expected: "'}'")
    }
    offset += 1
    leave()
    return HCLBlock(type, labels: labels, body: body, range: range(from: start))
  }

  /// A block on one line has one attribute at most.
  private mutating func readOneLine(into body: inout HCLBody) throws(HCLSyntaxError) {
    if next == UInt8(ascii: "}") { return }
    let start = offset
    guard let name = takeName() else { throw error(expected: "the name of an argument, or '}'") }
    skipSpace()
    guard next == UInt8(ascii: "="), byte(ahead: 1) != UInt8(ascii: "=") else { throw error(expected: "'='") }
    let attribute = try attribute(name, from: start)
    body.items = [HCLItem(.attribute(attribute))]
    skipSpace()
  }
}

extension [UInt8] {
  /// The first byte that is not UTF-8.
  var firstInvalidUTF8: Int? {
    guard String(validating: self, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return offset
  }
}
