import TerraformModel

extension ScheduleExpressionParser {
  /// The six fields, of which AWS wants exactly one of the two for days to be `?`.
  mutating func cron() throws(SyntaxError) -> [CronField] {
    let start = cursor.offset
    var fields: [CronField] = []
    for kind in CronKind.all {
      cursor.skipSpaces()
      if cursor.next == UInt8(ascii: ")") || cursor.isAtEnd {
        throw cursor.error(expected: "the \(kind.name)", hint: missing(fields.count))
      }
      fields.append(try field(kind))
    }
    cursor.skipSpaces()
    guard cursor.next == UInt8(ascii: ")") || cursor.isAtEnd else {
      throw cursor.error(expected: "`)`", hint: "write six fields: \(CronKind.order)")
    }
    let undecided = [fields[2], fields[4]].count { $0.parts == [.undecided] }
    guard undecided == 1 else {
      throw cursor.error(
        at: start, expected: "a `?` for one of the day of the month and the day of the week",
        hint: "write `?` for the day of the \(undecided == 2 || fields[2].parts != [.every] ? "week" : "month") alone")
    }
    return fields
  }

  private func missing(_ count: Int) -> String {
    count == 5
      ? "add the year, which AWS wants as a sixth field: `*`, and `?` for one of the days"
      : "write six fields: \(CronKind.order)"
  }

  private mutating func field(_ kind: CronKind) throws(SyntaxError) -> CronField {
    var parts: [CronField.Part] = []
    repeat { parts.append(try part(kind)) } while cursor.take(",")
    guard cursor.next.map({ $0.isSpace || $0 == UInt8(ascii: ")") }) ?? true else {
      throw cursor.error(expected: "a space behind the \(kind.name)")
    }
    return CronField(parts: parts)
  }

  private mutating func part(_ kind: CronKind) throws(SyntaxError) -> CronField.Part {
    if cursor.take("*") { return cursor.take("/") ? .stepping(try step(kind)) : .every }
    if cursor.next == UInt8(ascii: "?") {
      guard kind.isDay else { throw cursor.error(expected: "the \(kind.name)", hint: "write `*` for `?` there") }
      _ = cursor.take("?")
      return .undecided
    }
    if kind.isDay, cursor.take("L") { return .last }
    let first = try number(kind)
    if kind.name == "day of the month", cursor.take("W") { return .workday(first) }
    if kind.name == "day of the week", cursor.take("L") { return .lastWeekday(first) }
    if kind.name == "day of the week", cursor.take("#") {
      return .nth(try number(CronKind(name: "week of the month", numbers: 1...5)), of: first)
    }
    guard cursor.take("-") else { return .number(first, step: cursor.take("/") ? try step(kind) : nil) }
    let last = try number(kind)
    return .range(first, last, step: cursor.take("/") ? try step(kind) : nil)
  }

  private mutating func step(_ kind: CronKind) throws(SyntaxError) -> Int {
    try number(CronKind(name: "step of the \(kind.name)", numbers: 1...max(1, kind.numbers.upperBound)))
  }

  /// A number, or one of the names that some fields have for numbers.
  private mutating func number(_ kind: CronKind) throws(SyntaxError) -> Int {
    let start = cursor.offset
    if let number = Int(cursor.run(while: \.isDigit)), kind.numbers.contains(number) { return number }
    let name = cursor.peek(while: \.isLetter).uppercased()
    if cursor.offset == start, let index = kind.names.firstIndex(of: String(name.prefix(3))) {
      cursor.move(to: start + 3)
      return kind.numbers.lowerBound + index
    }
    let range = "\(kind.numbers.lowerBound) to \(kind.numbers.upperBound)"
    let names = kind.names.isEmpty ? "" : ", or \(kind.names[0]) to \(kind.names[kind.names.count - 1])"
    let isSunday = kind.name == "day of the week" && cursor.text(from: start) == "0"
    throw cursor.error(
      at: start, expected: "the \(kind.name) of \(range)\(names)",
      hint: isSunday ? "write 1 or SUN for Sunday: AWS counts the days of the week from 1" : nil)
  }
}

/// What a field of a cron expression is about.
private struct CronKind {
  let name: String
  let numbers: ClosedRange<Int>
  var names: [String] = []

  var isDay: Bool { name == "day of the month" || name == "day of the week" }

  static let all = [
    CronKind(name: "minute", numbers: 0...59),
    CronKind(name: "hour", numbers: 0...23),
    CronKind(name: "day of the month", numbers: 1...31),
    CronKind(
      name: "month", numbers: 1...12,
      names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
    CronKind(name: "day of the week", numbers: 1...7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    CronKind(name: "year", numbers: 1970...2199),
  ]

  static var order: String { "minute, hour, day of the month, month, day of the week, year" }
}
