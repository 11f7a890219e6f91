import TerraformModel

/// Reads metric math by recursive descent: one function for each strength of the operators.
struct MetricExpressionParser {
  private var cursor: TextCursor

  init(_ text: String) {
    cursor = TextCursor(text)
  }

  mutating func wholeExpression() throws(SyntaxError) -> MetricExpression {
    cursor.skipSpaces()
    if cursor.peek(while: \.isWordByte).lowercased() == "select" { return .query(cursor.rest()) }
    let expression = try operation(at: 0)
    guard cursor.isAtEnd else { throw unexpected() }
    return expression
  }

  /// Operands joined by operators of one strength, or of a greater one.
  private mutating func operation(at strength: Int) throws(SyntaxError) -> MetricExpression {
    guard strength < strengths.count else { return try power() }
    var left = try operation(at: strength + 1)
    var length = 1
    while let sign = takeOperator(among: strengths[strength]) {
      // Each one goes a level deeper, and whatever walks the expression calls itself that often.
      guard length < longestChain else {
        throw cursor.error(
          expected: "fewer operations", hint: "join fewer: more than \(longestChain) in a row are not read")
      }
      length += 1
      left = .operation(left, sign, try operation(at: strength + 1))
    }
    return left
  }

  private mutating func power() throws(SyntaxError) -> MetricExpression {
    try cursor.enter()
    defer { cursor.leave() }
    cursor.skipSpaces()
    if cursor.take("-") { return .negative(try power()) }
    let base = try operand()
    cursor.skipSpaces()
    return cursor.take("^") ? .operation(base, .power, try power()) : base
  }

  private mutating func operand() throws(SyntaxError) -> MetricExpression {
    cursor.skipSpaces()
    if let number = cursor.number() { return .number(number) }
    switch cursor.next {
    case UInt8(ascii: "("):
      _ = cursor.take("(")
      let inner = try operation(at: 0)
      guard cursor.take(")") else { throw unexpected(or: "`)`") }
      return inner
    case UInt8(ascii: "["): return .list(try operands(from: "[", to: "]"))
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try cursor.quoted())
    default: return try word()
    }
  }

  private mutating func operands(from open: String, to close: String) throws(SyntaxError) -> [MetricExpression] {
    try cursor.expect(open)
    var operands: [MetricExpression] = []
    cursor.skipSpaces()
    if cursor.take(close) { return operands }
    repeat { operands.append(try operation(at: 0)) } while cursor.take(",")
    guard cursor.take(close) else { throw unexpected(or: "`,` or `\(close)`") }
    return operands
  }

  /// An id, a call, or a word that a function takes.
  private mutating func word() throws(SyntaxError) -> MetricExpression {
    let start = cursor.offset
    let word = cursor.run(while: \.isWordByte)
    cursor.skipSpaces()
    if cursor.next == UInt8(ascii: "("), !word.isEmpty { return try call(word, at: start) }
    guard let first = word.utf8.first else {
      throw cursor.error(expected: "an id, a number or a function")
    }
    if words.contains(word) || functionArguments[word] != nil { return .word(word) }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      let isNumber = first.isDigit
      throw cursor.error(
        at: start, expected: "an id, a number or a function",
        hint: isNumber ? nil : "give the query an id that begins with a small letter, such as '\(small(word))'")
    }
    return .id(word)
  }

  private mutating func call(_ name: String, at start: Int) throws(SyntaxError) -> MetricExpression {
    guard let counts = functionArguments[name] else {
      let near = suggestion(for: name, among: functionArguments.keys)
      throw cursor.error(
        at: start, expected: "a function of metric math", hint: near.map { "write `\($0)`" })
    }
    let arguments = try operands(from: "(", to: ")")
    guard counts.contains(arguments.count) else {
      let wanted = counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
      throw cursor.error(
        at: start, expected: "'\(name)' with \(wanted) arguments",
        hint: "give '\(name)' \(wanted) arguments instead of \(arguments.count)")
    }
    return .call(name, arguments)
  }

  private mutating func takeOperator(among operators: [MetricExpression.Operator]) -> MetricExpression.Operator? {
    cursor.skipSpaces()
    let word = cursor.peek(while: \.isWordByte).uppercased()
    if word == "AND" || word == "OR" {
      let sign = word == "AND" ? MetricExpression.Operator.and : .or
      guard operators.contains(sign) else { return nil }
      cursor.move(to: cursor.offset + word.utf8.count)
      return sign
    }
    return operators.first { cursor.take($0.rawValue) }
  }

  private func unexpected(or closing: String? = nil) -> SyntaxError {
    let hint: String? =
      if cursor.next == UInt8(ascii: "=") {
        "write `==` for `=`"
      } else if cursor.next == UInt8(ascii: "%") {
        "multiply by 100 for percent"
      } else {
        nil
      }
    return cursor.error(expected: "an operator or \(closing ?? "the end")", hint: hint)
  }

  private func small(_ word: String) -> String {
    let letters = word.drop { !$0.isLetter }
    return letters.isEmpty ? "m\(word)" : letters.prefix(1).lowercased() + letters.dropFirst()
  }
}

/// AWS takes 2,048 characters for an expression.
private let longestChain = 512

/// From the operators that bind least to those that bind most. Longer signs stand before what they begin with.
private let strengths: [[MetricExpression.Operator]] = [
  [.or], [.and], [.equal, .notEqual, .atMost, .atLeast, .below, .above], [.plus, .minus], [.times, .over],
]

/// What functions take besides values.
private let words: Set = ["REPEAT", "LINEAR", "ASC", "DESC"]

/// The functions, and how many arguments each takes where that is sure.
private let functionArguments: [String: ClosedRange<Int>] = {
  let some = 0...16
  let one = 1...1
  return [
    "ABS": one, "ANOMALY_DETECTION_BAND": 1...3, "AVG": one, "CEIL": one, "DATAPOINT_COUNT": one, "DATE": one,
    "DAY": one, "DB_PERF_INSIGHTS": some, "DIFF": one, "DIFF_TIME": one, "EPOCH": one, "EXP": one, "FILL": 2...2,
    "FIRST": one, "FLOOR": one, "HOUR": one, "IF": 2...3, "INSIGHT_RULE_METRIC": some, "LAMBDA": 1...32, "LAST": one,
    "LOG": one, "LOG10": one, "MAX": one, "METRICS": 0...1, "METRIC_COUNT": one, "MIN": one, "MINUTE": one,
    "MONTH": one, "PERIOD": one, "RATE": one, "REMOVE_EMPTY": one, "RUNNING_SUM": one, "SEARCH": some,
    "SERVICE_QUOTA": one, "SLICE": 2...3, "SORT": 2...4, "SQRT": one, "STDDEV": one, "SUM": one, "TIME_SERIES": one,
    "YEAR": one,
  ]
}()
