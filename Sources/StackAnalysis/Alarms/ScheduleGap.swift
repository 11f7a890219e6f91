import AWSModel

/// The time between two calls of a schedule.
struct ScheduleGap: Hashable {
  /// Where it is always the same.
  var interval: Duration?
  /// The shortest; `nil` where that is not known.
  var shortest: Duration?
  /// The longest; `nil` where it may be more than a week.
  var longest: Duration?

  /// `nil` for what runs once, and for what is no schedule.
  init?(of expression: String) {
    switch try? ScheduleExpression(parsing: expression, forScheduler: true) {
    case .rate(let count, let unit):
      let interval = Duration.seconds(count * unit.seconds)
      (self.interval, shortest, longest) = (interval, interval, interval)
    case .cron(let fields): readCron(fields)
    case .at, nil: return nil
    }
  }

  private mutating func readCron(_ fields: [CronField]) {
    guard fields.count == 6, let minutes = fields[0].numbers(0...59), let hours = fields[1].numbers(0...23) else {
      return
    }
    // In minutes of a day.
    let times = hours.flatMap { hour in minutes.map { hour * 60 + $0 } }.sorted()
    guard let first = times.first, let last = times.last else { return }
    let withinDay = zip(times, times.dropFirst()).map { $1 - $0 }
    let overnight = 1_440 - last + first
    shortest = .seconds(((withinDay + [overnight]).min() ?? overnight) * 60)
    // The days between two days on which it runs.
    guard fields[3].parts == [.every], fields[5].parts == [.every] else { return }
    var days: [Int] = [1]
    if fields[2].parts == [.undecided] {
      guard let weekdays = fields[4].numbers(1...7)?.sorted(), let monday = weekdays.first else { return }
      days = zip(weekdays, weekdays.dropFirst() + [monday + 7]).map { $1 - $0 }
    } else {
      guard fields[2].numbers(1...31)?.count == 31 else { return }
    }
    let gaps = withinDay + days.map { overnight + ($0 - 1) * 1_440 }
    longest = gaps.max().map { .seconds($0 * 60) }
    if Set(gaps).count == 1 { interval = longest }
  }
}

extension ScheduleExpression.Unit {
  fileprivate var seconds: Int {
    switch self {
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    }
  }
}

extension CronField {
  /// The numbers that match; `nil` where the calendar decides.
  fileprivate func numbers(_ range: ClosedRange<Int>) -> [Int]? {
    var numbers: Set<Int> = []
    for part in parts {
      switch part {
      case .every: numbers.formUnion(range)
      case .number(let number, nil): numbers.insert(number)
      case .number(let number, let step?) where step > 0:
        numbers.formUnion(stride(from: number, through: range.upperBound, by: step))
      case .range(let low, let high, let step):
        // From Friday to Monday.
        let numbersOfRange =
          low <= high ? Array(low...high) : Array(low...range.upperBound) + Array(range.lowerBound...high)
        numbers.formUnion(stride(from: 0, to: numbersOfRange.count, by: max(1, step ?? 1)).map { numbersOfRange[$0] })
      case .stepping(let step) where step > 0:
        numbers.formUnion(stride(from: range.lowerBound, through: range.upperBound, by: step))
      case .undecided, .number, .stepping, .last, .lastWeekday, .workday, .nth: return nil
      }
    }
    return numbers.sorted()
  }
}
