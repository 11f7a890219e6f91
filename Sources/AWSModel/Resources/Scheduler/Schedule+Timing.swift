public import TerraformModel

extension Schedule {
  /// When a schedule runs: `schedule_expression`, and `schedule_expression_timezone` for local times. Terraform checks
  /// neither.
  public enum Timing: Hashable, Sendable {
    /// `rate(…)`: at a fixed interval.
    case every(Interval)
    /// `cron(…)`: by clock and calendar, in a time zone of the IANA database such as `Europe/Berlin`.
    case cron(Cron, timeZone: String = "UTC")
    /// `at(…)`: once, by the clock of a time zone.
    case at(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, timeZone: String = "UTC")
    /// An expression that was not written in Swift.
    case written(String, timeZone: String?)
  }

  /// The time between two runs, in minutes at the finest.
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
  static func declare(in table: inout ArgumentTable<Schedule>) {
    table.add("schedule_expression", \.timing.expression)
    table.add("schedule_expression_timezone", \.timing.zone, .timeZone)
    // Rules look at intervals; of other times the expression is enough.
    table.derived(\.timing) { schedule throws(DecodingFailure) in
      let expression = try schedule[\.timing.expression]
      if let interval = Schedule.Interval(reading: expression) { return .every(interval) }
      return .written(expression, timeZone: try schedule[\.timing.zone])
    }
  }

  /// `schedule_expression_timezone`
  var zone: String? {
    switch self {
    case .every: nil
    case .written(_, let timeZone): timeZone
    case .cron(_, let timeZone), .at(_, _, _, _, _, _, let timeZone): timeZone
    }
  }

  /// `schedule_expression`, such as `rate(5 minutes)`.
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

private let timeZoneAreas: Set = [
  "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc",
  "Europe", "Indian", "Mexico", "Pacific", "US",
]

extension ValueLimit {
  /// The name of a zone of the IANA database is an area and a place; the others are old names or fixed offsets.
  fileprivate static let timeZone = ValueLimit.shape("a time zone of the IANA database, such as 'Europe/Berlin'") {
    zone in
    guard zone.utf8.allSatisfy({ !$0.isSpace }), let slash = zone.firstIndex(of: "/") else {
      return ["UTC", "GMT", "EST", "MST", "HST", "CET", "EET", "MET", "WET", "Japan", "Singapore", "Zulu"].contains(
        zone)
    }
    return timeZoneAreas.contains(String(zone[..<slash])) && zone.index(after: slash) < zone.endIndex
  }
}

extension RequestRate {
  /// One request in each interval.
  public static func every(_ interval: Schedule.Interval) -> RequestRate {
    let seconds = max(1, interval.duration.wholeSeconds)
    return RequestRate(perMonth: Double(secondsPerMonth) / Double(seconds), peak: nil, arrivals: .regular)
  }
}
