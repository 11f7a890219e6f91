extension Schedule {
  /// When a schedule calls: `schedule_expression`, and `schedule_expression_timezone` for what depends on clocks. Terraform
  /// checks neither.
  public enum Timing: Hashable, Sendable {
    /// Again and again with the same time between, whatever the clock says.
    case every(Interval)
    /// By the clock and the calendar, in a time zone of the IANA database such as `Europe/Berlin`.
    case cron(Cron, timeZone: String = "UTC")
    /// Once, by the clock of a time zone.
    case at(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, timeZone: String = "UTC")
    /// A time in AWS's language that was not written in Swift.
    case written(String, timeZone: String?)
  }

  /// The time between two calls. The scheduler counts in minutes and knows no seconds.
  public enum Interval: Hashable, Sendable {
    case minutes(Int)
    case hours(Int)
    case days(Int)

    public var duration: Duration {
      switch self {
      case .minutes(let minutes): .seconds(minutes * 60)
      case .hours(let hours): .seconds(hours * 3_600)
      case .days(let days): .seconds(days * 86_400)
      }
    }

    /// `1 minute`, `5 minutes`: AWS refuses `1 minutes`.
    fileprivate var text: String {
      let (count, unit) =
        switch self {
        case .minutes(let minutes): (minutes, "minute")
        case .hours(let hours): (hours, "hour")
        case .days(let days): (days, "day")
        }
      return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
  }
}

extension Schedule.Timing {
  func encode(into block: inout Block) {
    block.set("schedule_expression", expression)
    switch self {
    case .every: break
    case .written(_, let timeZone): block.set("schedule_expression_timezone", timeZone)
    case .cron(_, let timeZone), .at(_, _, _, _, _, _, let timeZone):
      block.set("schedule_expression_timezone", timeZone)
    }
  }

  /// AWS's spelling, such as `rate(5 minutes)`.
  public var expression: String {
    switch self {
    case .every(let interval): "rate(\(interval.text))"
    case .cron(let cron, _): "cron(\(cron.fields))"
    case .written(let expression, _): expression
    case .at(let year, let month, let day, let hour, let minute, let second, _):
      "at(\(digits(year, 4))-\(digits(month))-\(digits(day))T\(digits(hour)):\(digits(minute)):\(digits(second)))"
    }
  }

  private func digits(_ number: Int, _ count: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

extension Schedule.Timing {
  /// Intervals are read; of other times only the text is kept, which is all that rules look at.
  init(reading block: BlockReader) throws(Unreadable) {
    let expression = try block.string("schedule_expression")
    let timeZone = try block.stringIfAny("schedule_expression_timezone")
    self = Schedule.Interval(reading: expression).map { .every($0) } ?? .written(expression, timeZone: timeZone)
  }
}

extension Schedule.Interval {
  init?(reading expression: String) {
    guard expression.hasPrefix("rate("), expression.hasSuffix(")") else { return nil }
    let words = expression.dropFirst(5).dropLast().split(separator: " ")
    guard words.count == 2, let count = Int(words[0]) else { return nil }
    switch words[1] {
    case "minute", "minutes": self = .minutes(count)
    case "hour", "hours": self = .hours(count)
    case "day", "days": self = .days(count)
    default: return nil
    }
  }
}
