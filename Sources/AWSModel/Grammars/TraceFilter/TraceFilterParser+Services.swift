import TerraformModel

extension TraceFilterParser {
  /// `service(…) { … }`, of which both the selector and the braces may be left out.
  mutating func service() throws(SyntaxError) -> TraceFilter {
    try cursor.expect("(", hint: "write `service()`, or `service(\"name\")`")
    cursor.skipSpaces()
    if cursor.take(")") { return .service(nil, try braces(in: .service)) }
    let selector = try self.selector()
    try cursor.expect(")", hint: cursor.isAtEnd ? "close the parenthesis" : "name one service, or use `edge` for two")
    return .service(selector, try braces(in: .service))
  }

  mutating func edge() throws(SyntaxError) -> TraceFilter {
    let hint = "an edge goes from one service to another: `edge(\"a\", \"b\")`"
    try cursor.expect("(", hint: hint)
    let from = try selector()
    try cursor.expect(",", hint: hint)
    let to = try selector()
    try cursor.expect(")", hint: hint)
    return .edge(from, to, try braces(in: .service))
  }

  /// `rootcause.fault.entity { … }`
  mutating func rootCause(
    _ cause: TraceFilter.Cause, _ part: TraceFilter.Part, at start: Int
  ) throws(SyntaxError) -> TraceFilter {
    if cause == .error {
      warn(
        at: start, "asks for the cause of an error, which AWS documents for faults and response times only",
        fix: "ask for `rootcause.fault.\(part.rawValue)`, or try it out before you rely on it")
    }
    guard let filter = try braces(in: .rootCause) else {
      throw cursor.error(expected: "`{`", hint: "say what the cause is like: `{ last and name = \"…\" }`")
    }
    return .rootCause(cause, part, filter)
  }

  /// The cause and the part of `rootcause.fault.entity`.
  func rootCauseParts(of key: String) -> (TraceFilter.Cause, TraceFilter.Part)? {
    let parts = key.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard parts.count == 3, parts[0] == "rootcause", let cause = TraceFilter.Cause(rawValue: parts[1]),
      let part = TraceFilter.Part(rawValue: parts[2])
    else { return nil }
    return (cause, part)
  }

  /// `json = #[…]`
  mutating func rootCauseDocument() throws(SyntaxError) -> TraceFilter {
    guard let isEqual = try equality() else { throw cursor.error(expected: "`=` or `!=`") }
    try cursor.expect("#", hint: "write `#` before the document")
    cursor.skipSpaces()
    guard cursor.next == UInt8(ascii: "[") else { throw cursor.error(expected: "a list in JSON") }
    return .rootCauseDocument(isEqual: isEqual, try JSONParser.value(at: &cursor))
  }

  private mutating func braces(in scope: Scope) throws(SyntaxError) -> TraceFilter? {
    cursor.skipSpaces()
    guard cursor.take("{") else { return nil }
    let filter = try either(in: scope)
    try cursor.expect("}", hint: cursor.isAtEnd ? "close the brace" : nil)
    return filter
  }

  private mutating func selector() throws(SyntaxError) -> TraceFilter.ServiceSelector {
    cursor.skipSpaces()
    if cursor.next == UInt8(ascii: "\"") || cursor.next == UInt8(ascii: "'") {
      return TraceFilter.ServiceSelector(name: try string())
    }
    guard isWord("id") else {
      let word = cursor.peek { $0.isWordByte || $0 == UInt8(ascii: ".") }
      let hint =
        idArguments.contains(word.lowercased())
        ? "write `id(…)` around it: `service(id(\(word): \"…\"))`" : "put the service's name into double quotes"
      throw cursor.error(expected: "a service's name or `id(…)`", hint: cursor.isAtEnd ? nil : hint)
    }
    _ = takeWord("id")
    try cursor.expect("(")
    var selector = TraceFilter.ServiceSelector()
    repeat {
      try idArgument(of: &selector)
      cursor.skipSpaces()
    } while cursor.take(",")
    try cursor.expect(")", hint: cursor.isAtEnd ? "close the parenthesis" : nil)
    return selector
  }

  private mutating func idArgument(of selector: inout TraceFilter.ServiceSelector) throws(SyntaxError) {
    cursor.skipSpaces()
    let start = cursor.offset
    let word = cursor.run { $0.isWordByte || $0 == UInt8(ascii: ".") }
    guard let part = idParts[word.lowercased()] else {
      throw cursor.error(at: start, expected: "`name`, `type` or `account.id`")
    }
    guard selector[keyPath: part] == nil else {
      throw cursor.error(at: start, expected: "another part than `\(word)`", hint: "say `\(word)` once")
    }
    cursor.skipSpaces()
    try cursor.expect(":", hint: cursor.next == UInt8(ascii: "=") ? "write `:` for `=` inside of `id(…)`" : nil)
    let value = try string()
    if part == \.type { warnIfUnknown(value, at: start) }
    selector[keyPath: part] = value
  }
}

private let idArguments = ["name", "type", "account.id"]

private var idParts: [String: WritableKeyPath<TraceFilter.ServiceSelector, String?>] {
  ["name": \.name, "type": \.type, "account.id": \.account]
}
