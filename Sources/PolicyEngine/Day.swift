/// A day of the calendar, written `yyyy-mm-dd`. What is no day, such as `2027-02-30` or `soon`, cannot be one.
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01.
  let number: Int

  init(number: Int) {
    self.number = number
  }

  public init?(_ text: String) {
    let utf8 = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard utf8.count == 10, utf8[4] == hyphen, utf8[7] == hyphen,
      let year = Day.number(utf8[..<4]), let month = Day.number(utf8[5..<7]), let day = Day.number(utf8[8...]),
      year > 0, (1...12).contains(month), (1...Day.length(of: month, in: year)).contains(day)
    else { return nil }
    // Years that begin in March end with the leap day, so the months before any month have one fixed length.
    let marchYear = month > 2 ? year : year - 1
    let daysBefore = (153 * ((month + 9) % 12) + 2) / 5
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    number = marchYear * 365 + leapDays + daysBefore + day - 1 - 719_468
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Comparable {
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// How many days later the right day is than the left.
  public func days(until other: Day) -> Int { other.number - number }
}
