/// How requests are spread over the day, and over the hosts that sample them. They arrive at random; what is said here is
/// what makes more of them arrive in the same second.
public struct ArrivalPattern: Hashable, Sendable {
  /// How busy the hours of a day are.
  public var day: DayProfile
  /// How many requests arrive together, in the same second and at the same host: 1 where they have nothing to do with each
  /// other, 5 for a page that sends five at once.
  public var burst: Int
  /// How many hosts or containers sample on their own, each with the whole reservoir. A sampling rule's reservoir is shared
  /// by all hosts of a service, so it is 1 unless they sample without asking X-Ray for their share.
  public var hosts: Int

  /// Requests that arrive on their own, at any time of the day, unless said otherwise.
  public init(day: DayProfile = .even, burst: Int = 1, hosts: Int = 1) {
    self.day = day
    self.burst = max(1, burst)
    self.hosts = max(1, hosts)
  }
}

/// Which share of a day's requests arrives in which part of it.
public struct DayProfile: Hashable, Sendable {
  package struct Phase: Hashable, Sendable {
    /// Of the day, 0 to 1.
    package let time: Double
    /// Of its requests, 0 to 1.
    package let requests: Double
  }

  package let phases: [Phase]

  /// The same at all hours.
  public static let even = DayProfile(phases: [Phase(time: 1, requests: 1)])

  /// A share of the requests arrives in some hours, and the rest in the others.
  ///
  /// - Parameters:
  ///   - hours: How long it is busy, in hours; from a minute to a day.
  ///   - share: What arrives in them, 0 to 1.
  public static func busy(hours: Double, share: Double) -> DayProfile {
    let time = min(max(hours, 1 / 60), 24) / 24
    let requests = min(max(share, 0), 1)
    guard time < 1, requests.isFinite else { return .even }
    return DayProfile(phases: [
      Phase(time: time, requests: requests), Phase(time: 1 - time, requests: 1 - requests),
    ])
  }
}
