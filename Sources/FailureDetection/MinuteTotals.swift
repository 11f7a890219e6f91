/// What has happened up to the end of each of the last minutes, as running totals, so that a window's sum is one subtraction.
struct MinuteTotals {
  /// The index of a total.
  struct Column: Hashable {
    let index: Int

    static let calls = Column(index: 0)
    static let errors = Column(index: 1)
    static let clientErrors = Column(index: 2)
    static let throttles = Column(index: 3)
    /// The sum of the calls' durations, in milliseconds.
    static let durations = Column(index: 4)
    /// Messages that wait at the end of a minute.
    static let waiting = Column(index: 5)
    /// How long the oldest of them has waited at the end of a minute, in seconds.
    static let oldestAge = Column(index: 6)
    /// Calls that take longer than a limit.
    static func slow(_ limit: Int) -> Column { Column(index: 7 + limit) }
  }

  private let width: Int
  /// The rows of the last minutes, a power of two of them: that of a minute is at its number modulo theirs.
  private var totals: [Double]
  private let mask: Int
  /// How many minutes are over.
  private(set) var count = 0

  /// - Parameters:
  ///   - limits: How many limits of durations have a column.
  ///   - minutes: How many minutes back sums begin at most.
  init(limits: Int, minutes: Int) {
    width = 7 + limits
    mask = powerOfTwo(atLeast: minutes + 2) - 1
    totals = Array(repeating: 0, count: width * (mask + 1))
  }

  mutating func clear() {
    for index in 0..<width { totals[index] = 0 }
    count = 0
  }

  /// Begins a minute in which nothing has happened yet.
  mutating func beginMinute() {
    let (last, next) = ((count & mask) * width, ((count + 1) & mask) * width)
    for column in 0..<width { totals[next + column] = totals[last + column] }
    count += 1
  }

  /// Adds to the current minute.
  mutating func add(_ amount: Double, to column: Column) { totals[(count & mask) * width + column.index] += amount }

  /// The sum of the minutes from one to another, without the latter.
  func sum(_ column: Column, _ start: Int, _ end: Int) -> Double {
    totals[(end & mask) * width + column.index] - totals[(start & mask) * width + column.index]
  }

  /// One minute.
  func value(_ column: Column, _ minute: Int) -> Double { sum(column, minute, minute + 1) }
}

/// The smallest power of two that is not below a number.
func powerOfTwo(atLeast number: Int) -> Int {
  var power = 1
  while power < number { power *= 2 }
  return power
}
