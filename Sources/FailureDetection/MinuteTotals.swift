/// What has happened up to the end of each minute, as running totals, so that a window's sum is one subtraction.
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
  private var totals: [Double]
  /// How many minutes are over.
  private(set) var count = 0

  init(limits: Int) {
    width = 7 + limits
    totals = Array(repeating: 0, count: width)
  }

  mutating func clear() {
    totals.removeAll(keepingCapacity: true)
    totals.append(contentsOf: repeatElement(0, count: width))
    count = 0
  }

  /// Begins a minute in which nothing has happened yet.
  mutating func beginMinute() {
    let last = totals.count - width
    for column in 0..<width { totals.append(totals[last + column]) }
    count += 1
  }

  /// Adds to the current minute.
  mutating func add(_ amount: Double, to column: Column) { totals[count * width + column.index] += amount }

  /// The sum of the minutes from one to another, without the latter.
  func sum(_ column: Column, _ start: Int, _ end: Int) -> Double {
    totals[end * width + column.index] - totals[start * width + column.index]
  }

  /// One minute.
  func value(_ column: Column, _ minute: Int) -> Double { sum(column, minute, minute + 1) }
}
