import TerraformModel

extension TraceFilterParser {
  /// One keyword with what is asked of it.
  mutating func keyword(in scope: Scope) throws(SyntaxError) -> TraceFilter {
    let start = cursor.offset
    let word = cursor.run { $0.isWordByte || $0 == UInt8(ascii: ".") }
    let key = word.lowercased()
    if key == "annotation" || key.hasPrefix("annotation.") {
      return try annotation(word, at: start, in: scope)
    }
    if let flag = TraceFilter.Flag(rawValue: key) {
      try check(key, at: start, in: scope)
      return try self.flag(flag)
    }
    if let number = TraceFilter.Number(rawValue: key) {
      try check(key, at: start, in: scope)
      let (comparison, limit) = try comparedNumber(hint: "say how large: `\(key) > 5`")
      warnIfMilliseconds(number, limit, at: start)
      return .number(number, comparison, limit)
    }
    if let text = TraceFilter.Word(rawValue: key) {
      try check(key, at: start, in: scope)
      let test = try textTest(after: key)
      if text == .type, case .equals(let type)? = test { warnIfUnknown(type, at: start) }
      return .text(text, test)
    }
    if let group = TraceFilter.GroupKey(rawValue: key) { return try self.group(group, at: start) }
    switch key {
    case "service": return try service()
    case "edge": return try edge()
    case "json", "rootcause.json": return try rootCauseDocument()
    default: break
    }
    if let (cause, part) = rootCauseParts(of: key) { return try rootCause(cause, part, at: start) }
    throw unknown(word, at: start)
  }

  private mutating func flag(_ flag: TraceFilter.Flag) throws(SyntaxError) -> TraceFilter {
    guard let isEqual = try equality() else { return .flag(flag, true) }
    return .flag(flag, try bool() == isEqual)
  }

  private mutating func group(_ key: TraceFilter.GroupKey, at start: Int) throws(SyntaxError) -> TraceFilter {
    guard let isEqual = try equality() else { throw cursor.error(expected: "`=` or `!=`") }
    warn(
      at: start, "asks for the group that a trace is in, and a group about groups is in no document of AWS's",
      fix: "ask for what makes a trace belong there")
    return .group(key, isEqual: isEqual, try string())
  }

  private mutating func annotation(_ word: String, at start: Int, in scope: Scope) throws(SyntaxError) -> TraceFilter {
    let key: String
    if cursor.next == UInt8(ascii: "["), word.utf8.count == "annotation".utf8.count {
      _ = cursor.take("[")
      key = cursor.run { $0 != UInt8(ascii: "]") }
      guard !key.isEmpty else { throw cursor.error(expected: "the key of an annotation") }
      guard cursor.take("]") else { throw cursor.error(expected: "`]`", hint: "close the bracket behind the key") }
    } else {
      key = String(decoding: word.utf8.dropFirst("annotation.".utf8.count), as: UTF8.self)
      guard !key.isEmpty else {
        throw cursor.error(expected: "the key of an annotation", hint: "write `annotation.` and the key")
      }
      let whole = key + cursor.peek { $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      guard whole == key, !key.utf8.contains(UInt8(ascii: ".")) else {
        throw cursor.error(
          at: start, expected: "a key of letters, digits and `_`", hint: "write `annotation[\(whole)]`")
      }
    }
    if scope == .service {
      warn(
        at: start, "looks for an annotation inside of a service, where X-Ray may not look",
        fix: "move the annotation out of the braces and join it with `AND`")
    }
    return .annotation(key, try annotationTest(after: "annotation.\(key)"))
  }

  private mutating func annotationTest(after key: String) throws(SyntaxError) -> TraceFilter.AnnotationTest? {
    cursor.skipSpaces()
    let start = cursor.offset
    if let isEqual = try equality() {
      cursor.skipSpaces()
      if isWord("true") || isWord("false") { return .bool(isEqual: isEqual, try bool()) }
      if let number = cursor.number() { return .number(isEqual ? .equal : .notEqual, number) }
      let text = try string()
      return .text(isEqual ? .equals(text) : .differs(text))
    }
    if let byte = cursor.next, byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
      let (comparison, number) = try comparedNumber(hint: nil)
      return .number(comparison, number)
    }
    cursor.move(to: start)
    return try textTest(after: key).map { .text($0) }
  }

  /// What is asked of a text; `nil` where nothing is, which asks whether it is there.
  private mutating func textTest(after key: String) throws(SyntaxError) -> TraceFilter.TextTest? {
    if let isEqual = try equality() {
      let text = try string()
      return isEqual ? .equals(text) : .differs(text)
    }
    if takeWord("contains") { return .contains(try string()) }
    if takeWord("beginswith") { return .begins(try string()) }
    if takeWord("endswith") { return .ends(try string()) }
    if let byte = cursor.next, byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
      throw cursor.error(expected: "`=`, `!=`, CONTAINS, BEGINSWITH or ENDSWITH", hint: "texts have no order in X-Ray")
    }
    if isWord("like") || isWord("in") || isWord("matches") {
      throw cursor.error(
        expected: "`=`, `!=`, CONTAINS, BEGINSWITH or ENDSWITH", hint: "write `\(key) CONTAINS` and a text")
    }
    return nil
  }

  /// `=` as `true`, `!=` as `false`, and `nil` where neither stands.
  mutating func equality() throws(SyntaxError) -> Bool? {
    cursor.skipSpaces()
    if cursor.starts(with: "==") {
      throw cursor.error(expected: "`=` or `!=`", hint: "write `=` for `==`")
    }
    if cursor.next == UInt8(ascii: ":") {
      throw cursor.error(expected: "`=` or `!=`", hint: "write `=` for `:`")
    }
    if cursor.take("!=") { return false }
    return cursor.take("=") ? true : nil
  }

  private mutating func bool() throws(SyntaxError) -> Bool {
    if takeWord("true") { return true }
    if takeWord("false") { return false }
    throw cursor.error(expected: "true or false")
  }

  private mutating func comparedNumber(
    hint: String?
  ) throws(SyntaxError) -> (comparison: TraceFilter.Comparison, number: Double) {
    cursor.skipSpaces()
    if cursor.starts(with: "==") { _ = try equality() }
    // In the order of the cases, so that `>=` is not taken for `>`.
    guard let comparison = TraceFilter.Comparison.allCases.first(where: { cursor.take($0.rawValue) }) else {
      throw cursor.error(expected: "`=`, `!=`, `<`, `<=`, `>` or `>=`", hint: hint)
    }
    cursor.skipSpaces()
    if let number = cursor.number() { return (comparison, number) }
    let found = cursor.peek(while: \.isWordByte)
    let hint: String? =
      if cursor.next == UInt8(ascii: "\"") {
        "remove the quotes around the number"
      } else if found.utf8.count == 3, found.lowercased().hasSuffix("xx") {
        "write both ends: `http.status >= \(found.prefix(1))00 AND http.status <= \(found.prefix(1))99`"
      } else if found.first?.isNumber == true {
        "write the number alone: X-Ray accepts times in seconds, without a unit"
      } else {
        nil
      }
    throw cursor.error(expected: "a number", hint: hint)
  }
}
