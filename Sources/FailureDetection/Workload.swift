/// Something that is called or filled: how often, and what is normal.
public struct Workload: Hashable, Sendable {
  /// What it is, and so which metrics it has.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A Lambda function.
    case function
    /// A stage of an API.
    case api
    /// A queue.
    case queue
  }

  /// How calls or messages arrive.
  public enum Arrivals: Hashable, Sendable {
    /// At random, so many a second on average.
    case random(perSecond: Double)
    /// One every so many seconds.
    case every(seconds: Int)
  }

  /// What it is.
  public var kind: Kind
  /// How calls or messages arrive.
  public var arrivals: Arrivals
  /// How many times the average arrives in each hour of the day, from midnight in UTC. Their mean is 1.
  public var hours: [Double]
  /// The share of calls that end in an error although nothing is broken, 0 to 1.
  public var normalErrorShare: Double
  /// How long half of the calls take at most, in milliseconds.
  public var medianDuration: Double
  /// How much durations vary: the standard deviation of their logarithm. 0.5 makes one in twenty 2.3 times the median.
  public var durationSpread: Double
  /// When a call is ended, in milliseconds.
  public var timeout: Double

  /// A workload that is even over the day and has no errors, unless said otherwise.
  public init(
    _ kind: Kind, _ arrivals: Arrivals, hours: [Double] = [], normalErrorShare: Double = 0,
    medianDuration: Double = 100, durationSpread: Double = 0.5, timeout: Double = 3_000
  ) {
    self.kind = kind
    self.arrivals = arrivals
    let sum = hours.reduce(0, +)
    self.hours =
      hours.count == 24 && sum > 0 && sum.isFinite
      ? hours.map { max(0, $0) * 24 / sum } : Array(repeating: 1, count: 24)
    self.normalErrorShare = min(max(normalErrorShare, 0), 1)
    self.medianDuration = max(0, medianDuration)
    self.durationSpread = max(0, durationSpread)
    self.timeout = max(0, timeout)
  }

  /// What arrives in a minute on average.
  func meanPerMinute(atHour hour: Int) -> Double {
    switch arrivals {
    case .random(let perSecond): max(0, perSecond) * 60 * hours[((hour % 24) + 24) % 24]
    case .every(let seconds): 60 / Double(max(1, seconds))
    }
  }
}
