import TerraformModel

/// Reads X-Ray's filter expressions (AWS: X-Ray filter expressions to 5.3) by recursive descent.
struct TraceFilterParser {
  /// What a condition is about, which decides on the keywords it may use.
  enum Scope {
    case trace
    case service
    case rootCause
  }

  var cursor: TextCursor
  var warnings: [SyntaxWarning] = []

  init(_ text: String) {
    cursor = TextCursor(text)
  }

  mutating func wholeExpression() throws(SyntaxError) -> TraceFilter {
    let filter = try either(in: .trace)
    guard cursor.isAtEnd else { throw unexpected() }
    return filter
  }

  /// Conditions joined by `OR`.
  mutating func either(in scope: Scope) throws(SyntaxError) -> TraceFilter {
    try cursor.enter()
    defer { cursor.leave() }
    cursor.skipSpaces()
    let start = cursor.offset
    var filters: [TraceFilter] = []
    var hasBareAnd = false
    repeat {
      let (filter, isBareAnd) = try every(in: scope)
      filters.append(filter)
      hasBareAnd = hasBareAnd || isBareAnd
    } while takeWord("or")
    if filters.count > 1, hasBareAnd {
      warn(
        at: start, "mixes AND and OR, and X-Ray does not say which binds closer",
        fix: "put what belongs together into parentheses")
    }
    return filters.count == 1 ? filters[0] : .any(filters)
  }

  /// Conditions joined by `AND`, or by nothing.
  private mutating func every(in scope: Scope) throws(SyntaxError) -> (filter: TraceFilter, isBareAnd: Bool) {
    var filters = [try condition(in: scope)]
    while true {
      cursor.skipSpaces()
      let place = cursor.offset
      if takeWord("and") {
        filters.append(try condition(in: scope))
      } else if startsCondition {
        filters.append(try condition(in: scope))
        warn(
          at: place, "has two conditions side by side, which only one of AWS's examples does",
          fix: "write `AND` between them")
      } else {
        return (filters.count == 1 ? filters[0] : .all(filters), filters.count > 1)
      }
    }
  }

  private mutating func condition(in scope: Scope) throws(SyntaxError) -> TraceFilter {
    try cursor.enter()
    defer { cursor.leave() }
    cursor.skipSpaces()
    if cursor.starts(with: "!="), cursor.byte(ahead: 2) != UInt8(ascii: "=") {
      throw cursor.error(expected: "a condition", hint: "write a keyword before `!=`")
    }
    if cursor.take("!") { return .not(try condition(in: scope)) }
    guard cursor.take("(") else { return try keyword(in: scope) }
    let filter = try either(in: scope)
    cursor.skipSpaces()
    guard cursor.take(")") else { throw unexpected(or: "`)`") }
    return filter
  }

  private var startsCondition: Bool {
    guard let byte = cursor.next else { return false }
    if byte == UInt8(ascii: "!") { return cursor.byte(ahead: 1) != UInt8(ascii: "=") }
    return byte == UInt8(ascii: "(") || (byte.isWordByte && !isWord("or"))
  }
}

extension TraceFilterParser {
  /// More than anyone reads. Each has its place counted from the start of the text, so a long one may not have many.
  private static let mostWarnings = 32

  mutating func warn(at place: Int, _ message: String, fix: String) {
    guard warnings.count < Self.mostWarnings else { return }
    warnings.append(cursor.warning(at: place, message, fix: fix))
  }

  /// Whether a word stands here as a whole, in whatever case.
  func isWord(_ word: String) -> Bool {
    cursor.peek { $0.isWordByte || $0 == UInt8(ascii: ".") }.lowercased() == word
  }

  mutating func takeWord(_ word: String) -> Bool {
    cursor.skipSpaces()
    guard isWord(word) else { return false }
    cursor.move(to: cursor.offset + word.utf8.count)
    return true
  }

  /// Text in double quotes, as X-Ray wants all text.
  mutating func string() throws(SyntaxError) -> String {
    cursor.skipSpaces()
    guard cursor.next == UInt8(ascii: "\"") else {
      let hint =
        cursor.next == UInt8(ascii: "'") ? "write double quotes for single ones" : "put the text into double quotes"
      throw cursor.error(expected: "a text in double quotes", hint: cursor.isAtEnd ? nil : hint)
    }
    return try cursor.quoted()
  }

  /// The error where one condition is over and none begins.
  private func unexpected(or closing: String? = nil) -> SyntaxError {
    let hints = ["&&": "AND", "&": "AND", "||": "OR", "|": "OR", ",": "AND", ";": "AND"]
    let hint = hints.first { cursor.starts(with: $0.key) }.map { sign, word in
      let sign = cursor.starts(with: sign + sign) ? sign + sign : sign
      return "write `\(word)` for `\(sign)`"
    }
    return cursor.error(
      expected: closing.map { "`AND`, `OR` or \($0)" } ?? "`AND`, `OR` or the end", hint: hint)
  }
}
