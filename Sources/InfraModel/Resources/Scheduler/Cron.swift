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
