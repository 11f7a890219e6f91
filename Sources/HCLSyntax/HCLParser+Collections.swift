extension HCLParser {
  mutating func tuple() throws(HCLSyntaxError) -> HCLExpression.Kind {
    let start = offset
    return try inBrackets("]") { (parser) throws(HCLSyntaxError) in
      parser.skipSpace()
      if parser.isAtWord("for") { return .comprehension(try parser.comprehension(isObject: false)) }
      var elements: [HCLElement] = []
      while true {
        parser.skipSpace()
        let comments = parser.takeComments(since: start)
        if parser.next == UInt8(ascii: "]") || parser.isAtEnd {
          return .tuple(elements, closingComments: comments)
        }
        var element = HCLElement(try parser.expression(), comments: comments)
        let isSeparated = parser.takeSeparator()
        guard isSeparated || parser.next == UInt8(ascii: "]") || parser.isAtEnd else {
          throw parser.error(expected: "',' or ']'")
        }
        element.trailingComment = parser.trailingComment(behind: element.value, isSeparated: isSeparated)
        elements.append(element)
      }
    }
  }

  /// The comment on the line of an element or member: behind its comma, or before the comma that it does not have.
  private mutating func trailingComment(behind value: HCLExpression, isSeparated: Bool) -> HCLComment? {
    if isSeparated { return takeTrailingComment() }
    let end = value.range.upperBound
    let behind = comments.reversed().prefix { $0.range.lowerBound >= end }
    guard behind.count == 1, let only = behind.first, !hasLineEnd(in: end..<only.range.lowerBound) else { return nil }
    return comments.removeLast()
  }

  mutating func object() throws(HCLSyntaxError) -> HCLExpression.Kind {
    let start = offset
    var ahead = lookingAhead
    ahead.offset += 1
    ahead.skipLines()
    if ahead.isAtWord("for") {
      return try inBrackets("}") { (parser) throws(HCLSyntaxError) in
        parser.skipSpace()
        return .comprehension(try parser.comprehension(isObject: true))
      }
    }
    return try inBrackets("}") { (parser) throws(HCLSyntaxError) in
      parser.isLineEndSignificant = true
      var members: [HCLMember] = []
      while true {
        parser.skipLines()
        let comments = parser.takeComments(since: start)
        if parser.next == UInt8(ascii: "}") || parser.isAtEnd {
          return .object(members, closingComments: comments)
        }
        members.append(try parser.member(comments))
      }
    }
  }

  private mutating func member(_ comments: [HCLComment]) throws(HCLSyntaxError) -> HCLMember {
    let key = try expression()
    skipSpace()
    guard take("=") || take(":") else { throw error(expected: "'=' after a key") }
    let value = try expression()
    let isSeparated = takeSeparator()
    guard isSeparated || isAtLineEnd || next == UInt8(ascii: "}") || isAtEnd else {
      throw error(expected: "',', '}' or the end of the line")
    }
    return HCLMember(
      key: key, value: value, comments: comments,
      trailingComment: trailingComment(behind: value, isSeparated: isSeparated))
  }

  /// From `for` on.
  mutating func comprehension(isObject: Bool) throws(HCLSyntaxError) -> HCLComprehension {
    let (names, collection) = try loop()
    skipSpace()
    guard take(":") else { throw error(expected: "':'") }
    let first = try expression()
    skipSpace()
    let result: HCLComprehension.Result
    if isObject {
      guard take("=>") else { throw error(expected: "'=>'") }
      let value = try expression()
      skipSpace()
      result = .object(key: first, value: value, groups: take("..."))
    } else {
      result = .tuple(first)
    }
    skipSpace()
    var condition: HCLExpression?
    if isAtWord("if") {
      offset += 2
      condition = try expression()
    }
    return HCLComprehension(names: names, collection: collection, result: result, condition: condition)
  }

  /// `for a, b in c`
  mutating func loop() throws(HCLSyntaxError) -> (names: [String], collection: HCLExpression) {
    offset += 3
    var names: [String] = []
    repeat {
      skipSpace()
      guard let name = takeName() else { throw error(expected: "a name") }
      names.append(name)
    } while names.count < 2 && takeSeparator()
    skipSpace()
    guard isAtWord("in") else { throw error(expected: "'in'") }
    offset += 2
    return (names, try expression())
  }
}
