extension HCLTemplate {
  /// Reads a string of Terraform JSON, which is a template.
  public init(reading text: String) throws(HCLSyntaxError) {
    var parser = HCLParser(Array(text.utf8))
    self = try parser.bareTemplate()
  }
}

extension HCLParser {
  mutating func bareTemplate() throws(HCLSyntaxError) -> HCLTemplate {
    var reader = PartReader()
    // Terraform drops it as well.
    skipByteOrderMark()
    while !isAtEnd {
      if !(try readSequence(into: &reader)) {
        reader.literal.append(bytes[offset])
        offset += 1
        if reader.literal.last == UInt8(ascii: "\n") { reader.endLiteral() }
      }
    }
    return HCLTemplate(.bare, try reader.finished(in: self))
  }

  /// The opening quote comes next.
  mutating func quotedTemplate() throws(HCLSyntaxError) -> HCLTemplate {
    let start = offset
    offset += 1
    var reader = PartReader()
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return HCLTemplate(.quoted, try reader.finished(in: self))
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        throw error("the string does not end on its line", at: start)
      case UInt8(ascii: "\\"): try readEscape(into: &reader.literal)
      default:
        if !(try readSequence(into: &reader)) {
          reader.literal.append(byte)
          offset += 1
        }
      }
    }
    throw error("the string is not closed", at: start)
  }

  /// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-templates
  private mutating func readEscape(into literal: inout [UInt8]) throws(HCLSyntaxError) {
    let start = offset
    offset += 2
    switch byte(ahead: -1) {
    case UInt8(ascii: "n"): literal.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "r"): literal.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "t"): literal.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "\""): literal.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): literal.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "u"): try readScalar(digits: 4, into: &literal, from: start)
    case UInt8(ascii: "U"): try readScalar(digits: 8, into: &literal, from: start)
    default: throw error("unknown escape; write '\\\\' for a backslash", at: start)
    }
  }

  private mutating func readScalar(
    digits: Int, into literal: inout [UInt8], from start: Int
  ) throws(HCLSyntaxError) {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw error("'\\u' needs 4 hexadecimal digits, '\\U' needs 8", at: start)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    // Go writes the replacement character for what is no scalar, such as half of a surrogate pair.
    literal += String(Unicode.Scalar(value) ?? "\u{fffd}").utf8
  }

  /// `<<` comes next.
  mutating func heredoc() throws(HCLSyntaxError) -> HCLTemplate {
    let start = offset
    offset += 2
    let isIndented = take("-")
    guard let marker = takeName() else { throw error(expected: "the marker of a heredoc, such as 'EOT'") }
    guard isAtLineEnd else { throw error(expected: "the end of the line after a heredoc's marker") }
    offset += isAt("\r\n") ? 2 : 1
    var reader = PartReader()
    var startsLine = true
    while !isAtEnd {
      if startsLine, takeEnd(of: marker) {
        return HCLTemplate(.heredoc(marker: marker, isIndented: isIndented), try reader.finished(in: self))
      }
      startsLine = false
      if !(try readSequence(into: &reader)) {
        reader.literal.append(bytes[offset])
        offset += 1
        if reader.literal.last == UInt8(ascii: "\n") {
          reader.endLiteral()
          startsLine = true
        }
      }
    }
    throw error("the heredoc has no line '\(marker)' that ends it", at: start)
  }

  /// The line with nothing but the marker. Its line end is not part of the heredoc, and Terraform requires it.
  private mutating func takeEnd(of marker: String) -> Bool {
    var ahead = self
    while ahead.next == UInt8(ascii: " ") || ahead.next == UInt8(ascii: "\t") { ahead.offset += 1 }
    guard bytes[ahead.offset...].starts(with: marker.utf8) else { return false }
    ahead.offset += marker.utf8.count
    let end = ahead.offset
    while ahead.next == UInt8(ascii: " ") || ahead.next == UInt8(ascii: "\t") { ahead.offset += 1 }
    guard ahead.isAtLineEnd else { return false }
    offset = end
    return true
  }

  /// An interpolation, a directive, or the escape of one.
  ///
  /// - Returns: Whether there is one.
  private mutating func readSequence(into reader: inout PartReader) throws(HCLSyntaxError) -> Bool {
    if isAt("$${") || isAt("%%{") {
      reader.literal += bytes[(offset + 1)..<(offset + 3)]
      offset += 3
      return true
    }
    let isDirective = isAt("%{")
    guard isDirective || isAt("${") else { return false }
    reader.endLiteral()
    let start = offset
    offset += 2
    var strip: HCLStrip = take("~") ? .before : []
    let was = isLineEndSignificant
    isLineEndSignificant = false
    skipSpace()
    let sequence = isDirective ? try directive() : .interpolation(try expression())
    skipSpace()
    if take("~") { strip.insert(.after) }
    guard take("}") else {
      throw isAtEnd ? error("the '\(text(start..<start + 2))' is not closed", at: start) : error(expected: "'}'")
    }
    isLineEndSignificant = was
    try reader.append(sequence, strip, in: self, at: start)
    return true
  }

  private mutating func directive() throws(HCLSyntaxError) -> PartReader.Sequence {
    if isAtWord("for") {
      let (names, collection) = try loop()
      return .loop(names: names, in: collection)
    }
    let start = offset
    guard let word = takeName() else { throw error(expected: "'if', 'else', 'endif', 'for' or 'endfor'") }
    switch word {
    case "if": return .condition(try expression())
    case "else": return .otherwise
    case "endif": return .endOfCondition
    case "endfor": return .endOfLoop
    default: throw error("'\(word.prefix(40))' is not a template directive", at: start)
    }
  }
}

/// Collects the parts of a template, and sees to it that its directives match.
private struct PartReader {
  enum Sequence {
    case interpolation(HCLExpression)
    case condition(HCLExpression)
    case otherwise
    case endOfCondition
    case loop(names: [String], in: HCLExpression)
    case endOfLoop
  }

  private enum Open { case condition, otherwise, loop }

  var literal: [UInt8] = []
  private var parts: [HCLTemplate.Part] = []
  private var open: [(directive: Open, place: Int)] = []

  mutating func endLiteral() {
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    literal = []
  }

  mutating func append(
    _ sequence: Sequence, _ strip: HCLStrip, in parser: HCLParser, at start: Int
  ) throws(HCLSyntaxError) {
    switch sequence {
    case .interpolation(let expression): parts.append(.interpolation(expression, strip))
    case .condition(let expression):
      open.append((.condition, start))
      parts.append(.condition(expression, strip))
    case .otherwise:
      guard open.popLast()?.directive == .condition else { throw parser.error("'else' without 'if'", at: start) }
      open.append((.otherwise, start))
      parts.append(.otherwise(strip))
    case .endOfCondition:
      guard let last = open.popLast()?.directive, last != .loop else {
        throw parser.error("'endif' without 'if'", at: start)
      }
      parts.append(.endOfCondition(strip))
    case .loop(let names, let collection):
      open.append((.loop, start))
      parts.append(.loop(names: names, in: collection, strip))
    case .endOfLoop:
      guard open.popLast()?.directive == .loop else { throw parser.error("'endfor' without 'for'", at: start) }
      parts.append(.endOfLoop(strip))
    }
    // A directive may be in each of the others, and those who evaluate them recurse.
    if open.count > HCLParser.greatestDepth {
      throw parser.error("nesting is deeper than \(HCLParser.greatestDepth) levels", at: start)
    }
  }

  mutating func finished(in parser: HCLParser) throws(HCLSyntaxError) -> [HCLTemplate.Part] {
    endLiteral()
    if let last = open.last {
      throw parser.error(last.directive == .loop ? "'for' without 'endfor'" : "'if' without 'endif'", at: last.place)
    }
    return parts
  }
}
