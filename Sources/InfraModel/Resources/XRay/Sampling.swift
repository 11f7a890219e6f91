/// How X-Ray decides which requests to record, where one rule is for all of them: so many of each second whatever
/// happens, and a share of the rest.
public struct Sampling: Hashable, Sendable {
  /// Requests a second that are recorded before the rate applies, over all hosts of a service together.
  public var reservoir: Int
  public var rate: SamplingRate

  public init(reservoir: Int, rate: SamplingRate) {
    self.reservoir = reservoir
    self.rate = rate
  }

  /// How a traced function decides where its caller has not, which no rule changes; and how X-Ray's `Default` rule does
  /// where nobody has changed it: one request a second, and 5 % of the rest.
  public static let standard = Sampling(reservoir: 1, rate: .percent(5))

  /// What is recorded of a load.
  public func recorded(of load: Load) -> Load {
    let requests = load.requestsPerSecond
    let certain = min(Double(max(0, reservoir)), requests)
    return Load(requestsPerSecond: certain + (requests - certain) * share)
  }

  /// The share of a load's requests that is recorded, 0 to 1. It approaches the rate only where far more requests come
  /// than the reservoir takes: at the `standard`, half of two requests a second and 6 % of a hundred (T17).
  public func effectiveRate(at load: Load) -> Double {
    guard load.requestsPerSecond > 0 else { return reservoir > 0 ? 1 : share }
    return recorded(of: load).requestsPerSecond / load.requestsPerSecond
  }

  /// X-Ray takes nothing beyond these; see `sampling-rule-limits`.
  private var share: Double { min(1, max(0, rate.fraction)) }
}

extension SamplingRule {
  /// What the rule decides about the requests it is for, where every variable has its default.
  public var sampling: Sampling { Sampling(reservoir: reservoir, rate: fixedRate.known) }
}
