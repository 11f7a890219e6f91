/// How many requests arrive. A month has 30 days here; AWS's own examples use 31.
public struct RequestRate: Hashable, Sendable {
  public let perMonth: Int
  /// In the busiest second; the average where no peak is declared.
  public let peak: Double
  /// How the requests are spread within the second, the day and the hosts.
  public let arrivals: Arrivals

  /// How requests arrive.
  public enum Arrivals: Hashable, Sendable {
    /// At equal intervals, as from a schedule.
    case regular
    /// At random, as users do: two may arrive in the same second and none in the next.
    case random(ArrivalPattern)
  }

  package static let secondsPerMonth = 30 * 86_400

  package init(perMonth: Double, peak: Double?, arrivals: Arrivals) {
    // A number that no `Int` can hold is a typing error and must not crash the program.
    self.perMonth = Int(exactly: min(max(perMonth, 0), 1e15).rounded()) ?? 0
    let average = Double(self.perMonth) / Double(Self.secondsPerMonth)
    self.peak = max(peak ?? average, average)
    self.arrivals = arrivals
  }

  /// - Parameters:
  ///   - requests: Requests in a month of 30 days.
  ///   - peak: Requests in the busiest second.
  ///   - pattern: How they arrive; at random at all hours, unless given.
  public static func perMonth(
    _ requests: Int, peak: Double? = nil, arriving pattern: ArrivalPattern = ArrivalPattern()
  ) -> RequestRate {
    RequestRate(perMonth: Double(requests), peak: peak, arrivals: .random(pattern))
  }

  /// The average over day and night.
  ///
  /// - Parameters:
  ///   - requests: Requests a second on average.
  ///   - peak: Requests in the busiest second.
  ///   - pattern: How they arrive; at random at all hours, unless given.
  public static func perSecond(
    _ requests: Double, peak: Double? = nil, arriving pattern: ArrivalPattern = ArrivalPattern()
  ) -> RequestRate {
    RequestRate(perMonth: requests * Double(secondsPerMonth), peak: peak, arrivals: .random(pattern))
  }

  /// On average.
  public var perSecond: Double { Double(perMonth) / Double(Self.secondsPerMonth) }
}
