/// How many requests come. A month has 30 days here, as it has on no bill; AWS's own examples take 31.
public struct RequestRate: Hashable, Sendable {
  public let perMonth: Int
  /// In the busiest second; the average where nobody knows better.
  public let peak: Double

  static let secondsPerMonth = 30 * 86_400

  private init(perMonth: Double, peak: Double?) {
    // A number that no `Int` can hold is a typing error, and no reason to crash.
    self.perMonth = Int(exactly: min(max(perMonth, 0), 1e15).rounded()) ?? 0
    let average = Double(self.perMonth) / Double(Self.secondsPerMonth)
    self.peak = max(peak ?? average, average)
  }

  /// `peak`: Requests in the busiest second.
  public static func perMonth(_ requests: Int, peak: Double? = nil) -> RequestRate {
    RequestRate(perMonth: Double(requests), peak: peak)
  }

  /// The average over day and night.
  ///
  /// `peak`: Requests in the busiest second.
  public static func perSecond(_ requests: Double, peak: Double? = nil) -> RequestRate {
    RequestRate(perMonth: requests * Double(secondsPerMonth), peak: peak)
  }

  /// One each time.
  public static func every(_ interval: Schedule.Interval) -> RequestRate {
    let seconds = max(1, interval.duration.wholeSeconds)
    return RequestRate(perMonth: Double(secondsPerMonth) / Double(seconds), peak: nil)
  }

  /// On average.
  public var perSecond: Double { Double(perMonth) / Double(Self.secondsPerMonth) }
}
