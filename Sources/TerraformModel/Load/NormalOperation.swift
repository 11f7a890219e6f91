extension Load {
  /// How a function, an API or a state machine behaves while nothing is broken: how long its calls take, and how many of
  /// them fail. `infra-gen detection` compares the alarms' thresholds with it.
  public struct NormalOperation: Hashable, Sendable {
    /// Half of the calls take at most this long; `nil` where that is not declared. CloudWatch shows it as `p50` of
    /// `Duration` or `Latency`.
    public let medianDuration: Duration?
    /// The share of calls that end in an error, 0 to 1.
    public let errorRate: Double

    /// - Parameters:
    ///   - medianDuration: Half of the calls take at most this long. One in twenty is taken to take 2.3 times as long.
    ///   - errorRate: The share of calls that end in an error although nothing is broken, 0 to 1; values outside of that
    ///     range become the nearest one in it.
    public init(medianDuration: Duration? = nil, errorRate: Double = 0) {
      self.medianDuration = medianDuration
      self.errorRate = errorRate.isNaN ? 0 : min(max(errorRate, 0), 1)
    }
  }
}
