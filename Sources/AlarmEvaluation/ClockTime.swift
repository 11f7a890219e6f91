/// A time in UTC as a calendar and a clock show it.
struct ClockTime {
  let year: Int
  let month: Int
  /// The day of the month.
  let date: Int
  /// 1 for Monday to 7 for Sunday.
  let weekday: Int
  let hour: Int
  let minute: Int

  /// - Parameter seconds: Since 1970.
  init(_ seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let second = seconds - days * 86_400
    hour = second / 3_600
    minute = second % 3_600 / 60
    // The first day of 1970 was a Thursday.
    weekday = ((days + 3) % 7 + 7) % 7 + 1
    // The calendar repeats after 400 years.
    let cycles = Int((Double(days) / 146_097).rounded(.down))
    var year = 1970 + 400 * cycles
    var rest = days - 146_097 * cycles
    while rest >= Self.days(in: year) {
      rest -= Self.days(in: year)
      year += 1
    }
    var month = 0
    let lengths = [31, Self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while month < 11, rest >= lengths[month] {
      rest -= lengths[month]
      month += 1
    }
    self.year = year
    self.month = month + 1
    date = rest + 1
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func days(in year: Int) -> Int { isLeap(year) ? 366 : 365 }
}
