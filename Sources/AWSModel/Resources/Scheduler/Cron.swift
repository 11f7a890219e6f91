/// Times by clock and calendar, in the six fields of AWS. The day is one choice, since of the day of the month and the
/// day of the week AWS wants exactly one to be `?`.
public struct Cron: Hashable, Sendable {
  /// 0 to 59
  public var minute: Field
  /// 0 to 23
  public var hour: Field
  public var day: Day
  /// 1 to 12
  public var month: Field
  /// 1970 to 2199
  public var year: Field

  public init(
    minute: Field, hour: Field, day: Day = .everyDay, month: Field = .every, year: Field = .every
  ) {
    self.minute = minute
    self.hour = hour
    self.day = day
    self.month = month
    self.year = year
  }

  /// Which numbers of a field match.
  public enum Field: Hashable, Sendable {
    /// `*`
    case every
    /// `0,30`
    case at([Int])
    /// `9-17`
    case between(ClosedRange<Int>)
    /// `0/15`: from a number on, every so many.
    case stepping(by: Int, from: Int)
  }

  /// Which days match.
  public enum Day: Hashable, Sendable {
    case everyDay
    /// 1 to 31
    case ofMonth(Field)
    case lastOfMonth
    case ofWeek([Weekday])
  }

  /// A day of the week, in AWS's spelling.
  public enum Weekday: String, Hashable, Sendable, CaseIterable {
    case monday = "MON"
    case tuesday = "TUE"
    case wednesday = "WED"
    case thursday = "THU"
    case friday = "FRI"
    case saturday = "SAT"
    case sunday = "SUN"
  }

  /// `minute hour day-of-month month day-of-week year`
  var fields: String {
    let (dayOfMonth, dayOfWeek) =
      switch day {
      case .everyDay: ("*", "?")
      case .ofMonth(let days): (days.text, "?")
      case .lastOfMonth: ("L", "?")
      case .ofWeek(let days): ("?", days.map(\.rawValue).joined(separator: ","))
      }
    return "\(minute.text) \(hour.text) \(dayOfMonth) \(month.text) \(dayOfWeek) \(year.text)"
  }
}

extension Cron.Field {
  fileprivate var text: String {
    switch self {
    case .every: "*"
    case .at(let numbers): numbers.map(String.init).joined(separator: ",")
    case .between(let range): "\(range.lowerBound)-\(range.upperBound)"
    case .stepping(let step, let start): "\(start)/\(step)"
    }
  }
}

extension Cron.Field: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) {
    self = .at([number])
  }
}

extension Cron {
  /// `cron(…)`, as far as the type has words for it.
  init?(reading expression: String) {
    guard expression.hasPrefix("cron("), expression.hasSuffix(")") else { return nil }
    let words = expression.dropFirst(5).dropLast().split(separator: " ").map(String.init)
    guard words.count == 6, let minute = Field(reading: words[0]), let hour = Field(reading: words[1]),
      let day = Day(ofMonth: words[2], ofWeek: words[4]), let month = Field(reading: words[3]),
      let year = Field(reading: words[5])
    else { return nil }
    self.init(minute: minute, hour: hour, day: day, month: month, year: year)
  }
}

extension Cron.Field {
  fileprivate init?(reading text: String) {
    func numbers(_ separator: Character) -> [Int]? {
      let words = text.split(separator: separator, omittingEmptySubsequences: false)
      let numbers = words.compactMap { Int($0) }
      return numbers.count == words.count ? numbers : nil
    }
    if text == "*" {
      self = .every
    } else if let numbers = numbers(",") {
      self = .at(numbers)
    } else if let ends = numbers("-"), ends.count == 2, ends[0] <= ends[1] {
      self = .between(ends[0]...ends[1])
    } else if let step = numbers("/"), step.count == 2 {
      self = .stepping(by: step[1], from: step[0])
    } else {
      return nil
    }
  }
}

extension Cron.Day {
  fileprivate init?(ofMonth days: String, ofWeek weekdays: String) {
    switch (days, weekdays) {
    case ("*", "?"), ("?", "*"): self = .everyDay
    case ("L", "?"): self = .lastOfMonth
    case (let days, "?"):
      guard let days = Cron.Field(reading: days) else { return nil }
      self = .ofMonth(days)
    case ("?", let words):
      let names = words.split(separator: ",")
      let days = names.compactMap { Cron.Weekday(rawValue: String($0)) }
      guard days.count == names.count else { return nil }
      self = .ofWeek(days)
    default: return nil
    }
  }
}
