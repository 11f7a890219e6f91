import TerraformModel

/// Reads the condition of a composite alarm by recursive descent.
struct CompositeRuleParser {
  private var cursor: TextCursor

  init(_ text: String) {
    cursor = TextCursor(text)
  }

  mutating func wholeRule() throws(SyntaxError) -> CompositeRule {
    let rule = try either()
    guard cursor.isAtEnd else { throw unexpected() }
    return rule
  }

  private mutating func either() throws(SyntaxError) -> CompositeRule {
    var rules: [CompositeRule] = []
    repeat { rules.append(try every()) } while takeWord("OR")
    return rules.count == 1 ? rules[0] : .any(rules)
  }

  private mutating func every() throws(SyntaxError) -> CompositeRule {
    var rules: [CompositeRule] = []
    repeat { rules.append(try condition()) } while takeWord("AND")
    return rules.count == 1 ? rules[0] : .all(rules)
  }

  private mutating func condition() throws(SyntaxError) -> CompositeRule {
    try cursor.enter()
    defer { cursor.leave() }
    if takeWord("NOT") { return .not(try condition()) }
    cursor.skipSpaces()
    if cursor.take("(") {
      let rule = try either()
      guard cursor.take(")") else { throw unexpected(or: "`)`") }
      return rule
    }
    if takeWord("TRUE") { return .constant(true) }
    if takeWord("FALSE") { return .constant(false) }
    if takeWord("AT_LEAST") { return try atLeast() }
    let state = try self.state()
    try cursor.expect("(", hint: "write the alarm's name behind it: `\(state.rawValue)(\"name\")`")
    let alarm = try name()
    try cursor.expect(")", hint: "ask for one alarm at a time, and put a name with spaces into double quotes")
    return .state(state, of: alarm)
  }

  /// The count, the state and the alarms of an `AT_LEAST`.
  private mutating func atLeast() throws(SyntaxError) -> CompositeRule {
    try cursor.expect("(")
    cursor.skipSpaces()
    let count = cursor.run { $0.isDigit || $0 == UInt8(ascii: "%") }
    guard !count.isEmpty else { throw cursor.error(expected: "a count or a percentage") }
    try cursor.expect(",")
    let isNegated = takeWord("NOT")
    let state = try self.state()
    try cursor.expect(",")
    try cursor.expect("(")
    var alarms: [String] = []
    repeat {
      alarms.append(try name())
      cursor.skipSpaces()
    } while cursor.take(",")
    try cursor.expect(")")
    try cursor.expect(")")
    return .atLeast(count, state, isNegated: isNegated, of: alarms)
  }

  private mutating func state() throws(SyntaxError) -> CompositeRule.State {
    cursor.skipSpaces()
    for state in CompositeRule.State.allCases where takeWord(state.rawValue) { return state }
    let word = cursor.peek(while: \.isWordByte)
    let isName = !word.isEmpty && cursor.peek { $0.isWordByte || $0 == UInt8(ascii: "(") } == word
    let near = suggestion(for: word, among: CompositeRule.State.allCases.map(\.rawValue) + ["AND", "OR", "NOT"])
    let hint: String? =
      if word == "TRUE" || word == "FALSE" {
        nil
      } else if let near {
        "write `\(near)`"
      } else if cursor.starts(with: "!") {
        "write `NOT` for `!`"
      } else if isName || cursor.starts(with: "\"") {
        "say which state is meant: `ALARM(\"name\")`"
      } else {
        nil
      }
    throw cursor.error(expected: "`ALARM(…)`, `OK(…)` or `INSUFFICIENT_DATA(…)`", hint: hint)
  }

  /// An alarm's name or ARN, which needs quotes only where it has characters of the language.
  private mutating func name() throws(SyntaxError) -> String {
    cursor.skipSpaces()
    let start = cursor.offset
    let name =
      cursor.next == UInt8(ascii: "\"")
      ? try cursor.quoted() : cursor.run { !$0.isSpace && !"(),\"'".utf8.contains($0) }
    guard !name.isEmpty else {
      throw cursor.error(
        at: start, expected: "the name of an alarm",
        hint: cursor.next == UInt8(ascii: "'") ? "write double quotes for single ones" : nil)
    }
    return name
  }

  /// A word as a whole, in capitals, for that is how AWS writes them all.
  private mutating func takeWord(_ word: String) -> Bool {
    cursor.skipSpaces()
    guard cursor.peek(while: \.isWordByte) == word else { return false }
    return cursor.take(word)
  }

  private func unexpected(or closing: String = "the end") -> SyntaxError {
    let word = cursor.peek(while: \.isWordByte).uppercased()
    let hint: String? =
      if cursor.starts(with: "&&") || word == "AND" {
        "write `AND`"
      } else if cursor.starts(with: "||") || word == "OR" {
        "write `OR`"
      } else if cursor.starts(with: ",") {
        "write `AND` or `OR` for `,`"
      } else {
        nil
      }
    return cursor.error(expected: "`AND`, `OR` or \(closing)", hint: hint)
  }
}
