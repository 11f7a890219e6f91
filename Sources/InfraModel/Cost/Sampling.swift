/// How many requests are recorded: all up to a reservoir, each second anew, and a share of the rest. The reservoir
/// decides more than the rate where little comes: 5 % of one request a second is all of them (T17).
public struct Sampling: Hashable, Sendable {
  /// Requests a second.
  public var reservoir: Int
  /// Of what comes beyond the reservoir.
  public var rate: SamplingRate

  public init(reservoir: Int, rate: SamplingRate) {
    self.reservoir = reservoir
    self.rate = rate
  }

  /// What functions do whatever the rules say (T2), and what X-Ray's own rule says where no other is for a request.
  public static let standard = Sampling(reservoir: 1, rate: .percent(5))
  /// Nobody records anything.
  public static let nothing = Sampling(reservoir: 0, rate: .nothing)

  /// Traces a second of so many requests a second.
  public func recorded(ofPerSecond requests: Double) -> Double {
    let first = min(Double(max(0, reservoir)), max(0, requests))
    return first + min(max(rate.fraction, 0), 1) * max(0, requests - first)
  }

  /// Traces a month. Requests are taken to come evenly; the more they come in bursts, the less of them is recorded.
  public func recorded(of requests: RequestRate) -> Int {
    let traces = recorded(ofPerSecond: requests.perSecond) * Double(RequestRate.secondsPerMonth)
    return min(requests.perMonth, Int(exactly: traces.rounded()) ?? requests.perMonth)
  }

  /// The share of the requests that is recorded, 0 to 1: what people take the rate for.
  public func effectiveRate(of requests: RequestRate) -> Double {
    requests.perMonth == 0 ? 0 : Double(recorded(of: requests)) / Double(requests.perMonth)
  }
}
