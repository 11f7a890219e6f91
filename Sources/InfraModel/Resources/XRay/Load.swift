/// How many requests come in, spread evenly: a burst records more than its average says below a reservoir, and less
/// above it.
///
/// ```swift
/// stack.expect(.perMonth(1_000_000))
/// ```
public struct Load: Hashable, Sendable {
  public let requestsPerSecond: Double

  /// - Parameter requestsPerSecond: Nought or more; less counts as nought.
  public init(requestsPerSecond: Double) {
    self.requestsPerSecond = max(0, requestsPerSecond)
  }

  public static func perSecond(_ requests: Double) -> Load { Load(requestsPerSecond: requests) }
  public static func perMinute(_ requests: Double) -> Load { Load(requestsPerSecond: requests / 60) }
  public static func perHour(_ requests: Double) -> Load { Load(requestsPerSecond: requests / 3_600) }
  public static func perDay(_ requests: Double) -> Load { Load(requestsPerSecond: requests / 86_400) }
  /// A month of thirty days.
  public static func perMonth(_ requests: Double) -> Load { Load(requestsPerSecond: requests / (30 * 86_400)) }

  /// How many requests come in a number of days.
  public func requests(inDays days: Double) -> Double { requestsPerSecond * days * 86_400 }
}

extension Load: Comparable {
  public static func < (left: Load, right: Load) -> Bool { left.requestsPerSecond < right.requestsPerSecond }
}
