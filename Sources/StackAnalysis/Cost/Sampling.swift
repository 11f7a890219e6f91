public import AWSModel
public import TerraformModel

/// How many requests are recorded: all up to a reservoir, each second anew, and a share of the rest. The reservoir
/// matters more than the rate where few requests arrive: with one request a second on average, 5 % records 65 % (T17).
public struct Sampling: Hashable, Sendable {
  /// Requests a second.
  public var reservoir: Int
  /// Of what comes beyond the reservoir.
  public var rate: SamplingRate

  public init(reservoir: Int, rate: SamplingRate) {
    self.reservoir = reservoir
    self.rate = rate
  }

  /// How functions sample regardless of the rules (T2), and X-Ray's default rule for requests that match no other rule.
  public static let standard = Sampling(reservoir: 1, rate: .percent(5))
  /// No request is recorded.
  public static let nothing = Sampling(reservoir: 0, rate: .nothing)

  /// Traces of a second in which so many requests arrive at one host.
  public func recorded(ofPerSecond requests: Double) -> Double {
    recorded(of: requests, reserved: min(Double(max(0, reservoir)), max(0, requests)))
  }

  /// Traces a month.
  public func recorded(of requests: RequestRate) -> Int {
    let traces =
      recorded(of: requests.perSecond, reserved: reserved(of: requests)) * Double(RequestRate.secondsPerMonth)
    return min(requests.perMonth, Int(exactly: traces.rounded()) ?? requests.perMonth)
  }

  /// The share of the requests that is recorded, 0 to 1: what people take the rate for.
  public func effectiveRate(of requests: RequestRate) -> Double {
    requests.perMonth == 0 ? 0 : Double(recorded(of: requests)) / Double(requests.perMonth)
  }

  /// The share of the requests that the reservoir takes, before the rate is asked, 0 to 1.
  public func reservedShare(of requests: RequestRate) -> Double {
    requests.perMonth == 0 ? 0 : min(reserved(of: requests) / requests.perSecond, 1)
  }

  private func recorded(of requests: Double, reserved: Double) -> Double {
    reserved + min(max(rate.fraction, 0), 1) * max(0, requests - reserved)
  }

  /// Requests a second that the reservoir takes on average.
  private func reserved(of requests: RequestRate) -> Double {
    let average = requests.perSecond
    switch requests.arrivals {
    case .regular: return min(Double(max(0, reservoir)), average)
    case .random(let pattern):
      // Each host sees its share of the bursts, and fills its reservoir on its own.
      return pattern.day.phases.reduce(0) { sum, phase in
        let bursts = average * phase.requests / phase.time / Double(pattern.burst) / Double(pattern.hosts)
        let reserved = expectedMinimum(meanCount: bursts, size: pattern.burst, limit: reservoir)
        return sum + phase.time * Double(pattern.hosts) * reserved
      }
    }
  }
}
