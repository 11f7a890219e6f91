import TerraformModel

/// Reads `rate(…)`, `cron(…)` and `at(…)`.
struct ScheduleExpressionParser {
  var cursor: TextCursor

  private let isForScheduler: Bool

  init(_ text: String, isForScheduler: Bool = false) {
    cursor = TextCursor(text)
    self.isForScheduler = isForScheduler
  }

  mutating func wholeExpression() throws(SyntaxError) -> ScheduleExpression {
    let start = cursor.offset
    let word = cursor.run(while: \.isWordByte)
    guard ["rate", "cron", "at"].contains(word) else {
      throw cursor.error(
        at: start, expected: "`rate(…)`, `cron(…)` or `at(…)`", hint: hint(insteadOf: word))
    }
    guard cursor.take("(") else {
      throw cursor.error(expected: "`(`", hint: "put what follows '\(word)' into parentheses")
    }
    let expression: ScheduleExpression =
      switch word {
      case "rate": try rate()
      case "cron": .cron(try cron())
      default: .at(try moment())
      }
    guard cursor.take(")") else { throw cursor.error(expected: "`)`") }
    guard cursor.isAtEnd else { throw cursor.error(expected: "the end") }
    return expression
  }

  private func hint(insteadOf word: String) -> String? {
    if ["rate", "cron", "at"].contains(word.lowercased()) { return "write `\(word.lowercased())` in small letters" }
    if cursor.starts(with: "@") { return "write `rate(1 day)` or `cron(0 0 * * ? *)`: AWS has no such names" }
    if cursor.isAtEnd, word.isEmpty { return nil }
    if word.isEmpty || word.utf8.first?.isDigit == true { return "put `cron(…)` around the six fields" }
    return nil
  }

  private mutating func rate() throws(SyntaxError) -> ScheduleExpression {
    let start = cursor.offset
    guard let count = Int(cursor.run(while: \.isDigit)), count > 0 else {
      throw cursor.error(at: start, expected: "a whole number from 1 on")
    }
    let gap = cursor.offset
    cursor.skipSpaces()
    guard cursor.offset > gap else { throw cursor.error(expected: "a space") }
    let place = cursor.offset
    let word = cursor.run(while: \.isWordByte)
    let units = ScheduleExpression.Unit.allCases
    guard let unit = units.first(where: { word == $0.rawValue || word == $0.rawValue + "s" }) else {
      let expected = count == 1 ? "minute, hour or day" : "minutes, hours or days"
      let isShorter = word.lowercased().hasPrefix("sec")
      throw cursor.error(
        at: place, expected: expected, hint: isShorter ? "write minutes: nothing is called more often" : nil)
    }
    let right = count == 1 ? unit.rawValue : unit.rawValue + "s"
    guard word == right || isForScheduler else {
      throw cursor.error(at: place, expected: "`\(right)`", hint: "write `rate(\(count) \(right))`")
    }
    return .rate(count, unit)
  }

  /// `yyyy-mm-ddThh:mm:ss`
  private mutating func moment() throws(SyntaxError) -> String {
    let start = cursor.offset
    let limits: [(digits: Int, numbers: ClosedRange<Int>, behind: String)] = [
      (4, 1970...2199, "-"), (2, 1...12, "-"), (2, 1...31, "T"), (2, 0...23, ":"), (2, 0...59, ":"), (2, 0...59, ""),
    ]
    for limit in limits {
      let place = cursor.offset
      let digits = cursor.run(while: \.isDigit)
      guard digits.utf8.count == limit.digits, let number = Int(digits), limit.numbers.contains(number),
        limit.behind.isEmpty || cursor.take(limit.behind)
      else { throw cursor.error(at: place, expected: "a moment as `yyyy-mm-ddThh:mm:ss`") }
    }
    if cursor.next == UInt8(ascii: "Z") || cursor.next == UInt8(ascii: "+") {
      throw cursor.error(expected: "`)`", hint: "say the time zone in `schedule_expression_timezone`")
    }
    return cursor.text(from: start)
  }
}
