extension HCLExpression {
  /// Reads one expression.
  public init(reading text: String) throws(HCLSyntaxError) {
    var parser = HCLParser(Array(text.utf8))
    self = try parser.wholeExpression()
  }
}

extension HCLParser {
  /// An expression that is the whole text, in which line ends separate nothing.
  mutating func wholeExpression() throws(HCLSyntaxError) -> HCLExpression {
    isLineEndSignificant = false
    let expression = try expression()
    skipSpace()
    guard isAtEnd else { throw error(expected: "the end of the expression") }
    return expression
  }

  mutating func expression() throws(HCLSyntaxError) -> HCLExpression {
    try enter()
    defer { leave() }
    skipSpace()
    let start = offset
    let condition = try operations()
    skipSpace()
    guard next == UInt8(ascii: "?") else { return condition }
    offset += 1
    let first = try expression()
    skipSpace()
    guard take(":") else { throw error(expected: "':' of the conditional") }
    let second = try expression()
    return HCLExpression(
      .conditional(condition, then: first, else: second), range: place(start)..<second.range.upperBound)
  }

  // MARK: Operators

  private mutating func operations() throws(HCLSyntaxError) -> HCLExpression {
    let first = try operand()
    var rest: [HCLOperation] = []
    while let operation = takeOperator() { rest.append(HCLOperation(operation: operation, operand: try operand())) }
    return rest.isEmpty ? first : grouped(first, rest[...], above: 1)
  }

  /// Groups a chain by precedence, the lowest outside.
  private func grouped(
    _ first: HCLExpression, _ rest: ArraySlice<HCLOperation>, above precedence: Int
  ) -> HCLExpression {
    guard let last = rest.last, precedence <= 6 else { return first }
    let splits = rest.indices.filter { rest[$0].operation.precedence == precedence }
    guard let split = splits.first else { return grouped(first, rest, above: precedence + 1) }
    let head = grouped(first, rest[..<split], above: precedence + 1)
    let operations = splits.enumerated().map { position, index in
      let end = position + 1 < splits.count ? splits[position + 1] : rest.endIndex
      return HCLOperation(
        operation: rest[index].operation,
        operand: grouped(rest[index].operand, rest[(index + 1)..<end], above: precedence + 1))
    }
    return HCLExpression(
      .chain(head, operations), range: first.range.lowerBound..<last.operand.range.upperBound)
  }

  private mutating func takeOperator() -> HCLOperator? {
    skipSpace()
    guard let next, "|&=!<>+-*/%".utf8.contains(next), !isAt("/*") else { return nil }
    for operation in HCLOperator.allCases {
      let spelling = operation.rawValue.utf8
      guard bytes[offset...].starts(with: spelling) else { continue }
      offset += spelling.count
      return operation
    }
    return nil
  }

  private mutating func operand() throws(HCLSyntaxError) -> HCLExpression {
    skipSpace()
    let start = offset
    let prefix: HCLPrefix
    switch next {
    case UInt8(ascii: "!"): prefix = .not
    case UInt8(ascii: "-"): prefix = .minus
    default: return try traversal()
    }
    offset += 1
    try enter()
    defer { leave() }
    let operand = try operand()
    return HCLExpression(.unary(prefix, operand), range: place(start)..<operand.range.upperBound)
  }

  // MARK: Traversals

  private mutating func traversal() throws(HCLSyntaxError) -> HCLExpression {
    let start = offset
    let base = try term()
    var end = offset
    var steps: [HCLStep] = []
    while true {
      skipSpace()
      if next == UInt8(ascii: "."), byte(ahead: 1) != UInt8(ascii: ".") {
        offset += 1
        try readAttributeStep(into: &steps)
      } else if next == UInt8(ascii: "[") {
        steps.append(try indexStep())
      } else {
        break
      }
      end = offset
    }
    return steps.isEmpty ? base : HCLExpression(.traversal(base, steps), range: place(start)..<place(end))
  }

  /// After the dot.
  private mutating func readAttributeStep(into steps: inout [HCLStep]) throws(HCLSyntaxError) {
    skipSpace()
    if let name = takeName() {
      steps.append(.attribute(name))
    } else if take("*") {
      steps.append(.attributeSplat)
    } else if next?.isDigit == true {
      // `a.0.1` is one number to a lexer and two indexes to Terraform.
      repeat { steps.append(.legacyIndex(digits())) } while takeDot()
    } else {
      throw error(expected: "the name of an attribute")
    }
  }

  private mutating func takeDot() -> Bool {
    guard next == UInt8(ascii: "."), byte(ahead: 1)?.isDigit == true else { return false }
    offset += 1
    return true
  }

  private mutating func digits() -> String {
    let start = offset
    while next?.isDigit == true { offset += 1 }
    return text(start..<offset)
  }

  private mutating func indexStep() throws(HCLSyntaxError) -> HCLStep {
    try inBrackets("]") { (parser) throws(HCLSyntaxError) in
      parser.skipSpace()
      if parser.next == UInt8(ascii: "*") {
        var ahead = parser.lookingAhead
        ahead.offset += 1
        ahead.skipSpace()
        if ahead.next == UInt8(ascii: "]") {
          parser.offset += 1
          return .fullSplat
        }
      }
      return .index(try parser.expression())
    }
  }

  // MARK: Terms

  private mutating func term() throws(HCLSyntaxError) -> HCLExpression {
    let start = offset
    let kind: HCLExpression.Kind
    switch next {
    case UInt8(ascii: "("):
      kind = .parenthesized(
        try inBrackets(")") { (parser) throws(HCLSyntaxError) in try parser.expression() })
    case UInt8(ascii: "["): kind = try tuple()
    case UInt8(ascii: "{"): kind = try object()
    case UInt8(ascii: "\""): kind = .template(try quotedTemplate())
    case UInt8(ascii: "<") where isAt("<<"): kind = .template(try heredoc())
    case .some(let byte) where byte.isDigit: kind = .number(try number())
    default:
      guard let name = takeName() else { throw error(expected: "a value") }
      kind = try named(name)
    }
    return HCLExpression(kind, range: range(from: start))
  }

  private mutating func number() throws(HCLSyntaxError) -> String {
    let start = offset
    _ = digits()
    if next == UInt8(ascii: "."), byte(ahead: 1)?.isDigit == true {
      offset += 1
      _ = digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      let sign = byte(ahead: 1) == UInt8(ascii: "+") || byte(ahead: 1) == UInt8(ascii: "-") ? 1 : 0
      if byte(ahead: 1 + sign)?.isDigit == true {
        offset += 1 + sign
        _ = digits()
      }
    }
    let end = offset
    if takeName() != nil { throw error("'\(text(start..<offset).prefix(40))' is not a number", at: start) }
    return text(start..<end)
  }

  private mutating func named(_ name: String) throws(HCLSyntaxError) -> HCLExpression.Kind {
    switch name {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    let (end, count) = (offset, comments.count)
    var function = name
    while take("::") {
      guard let part = takeName() else { throw error(expected: "the name of a function") }
      function += "::\(part)"
    }
    skipSpace()
    guard next == UInt8(ascii: "(") else {
      if function != name { throw error(expected: "'(' after the name of a function") }
      offset = end
      comments.removeSubrange(count...)
      return .name(name)
    }
    return .call(try call(function))
  }

  private mutating func call(_ name: String) throws(HCLSyntaxError) -> HCLCall {
    var call = HCLCall(name: name, arguments: [], expandsLast: false)
    try inBrackets(")") { (parser) throws(HCLSyntaxError) in
      while true {
        parser.skipSpace()
        if parser.next == UInt8(ascii: ")") || parser.isAtEnd { return }
        call.arguments.append(try parser.expression())
        parser.skipSpace()
        if parser.take("...") {
          call.expandsLast = true
          _ = parser.takeSeparator()
          return
        }
        guard parser.takeSeparator() || parser.next == UInt8(ascii: ")") || parser.isAtEnd else {
          throw parser.error(expected: "',' or ')'")
        }
      }
    }
    return call
  }

  mutating func takeSeparator() -> Bool {
    skipSpace()
    return take(",")
  }

  /// What stands between an opening bracket, which comes next, and the closing one. Line ends separate nothing there.
  mutating func inBrackets<Content>(
    _ closing: StaticString, _ read: (inout HCLParser) throws(HCLSyntaxError) -> Content
  ) throws(HCLSyntaxError) -> Content {
    let start = offset
    let was = isLineEndSignificant
    isLineEndSignificant = false
    offset += 1
    let content = try read(&self)
    skipSpace()
    guard take(closing) else {
      throw isAtEnd
        ? error("the '\(text(start..<start + 1))' is not closed", at: start) : error(expected: "'\(closing)'")
    }
    isLineEndSignificant = was
    return content
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
