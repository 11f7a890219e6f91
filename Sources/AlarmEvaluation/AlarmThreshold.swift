/// Which values an alarm counts as breaching: `comparison_operator` with `threshold`, or with the band of
/// `threshold_metric_id`.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
public enum AlarmThreshold: Hashable, Sendable {
  /// `GreaterThanThreshold`
  case greaterThan(Double)
  /// `GreaterThanOrEqualToThreshold`
  case greaterThanOrEqualTo(Double)
  /// `LessThanThreshold`
  case lessThan(Double)
  /// `LessThanOrEqualToThreshold`
  case lessThanOrEqualTo(Double)
  /// `LessThanLowerOrGreaterThanUpperThreshold`
  case outsideBand
  /// `GreaterThanUpperThreshold`
  case aboveBand
  /// `LessThanLowerThreshold`
  case belowBand
}

/// The values that an anomaly detection model expects in one period.
public struct AnomalyBand: Hashable, Sendable {
  /// The lowest expected value.
  public var lower: Double
  /// The highest expected value.
  public var upper: Double

  /// A band from its two ends.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

extension AlarmThreshold {
  /// What an alarm sees of a value: `missing` where there is no value, and where an anomaly alarm has no band to compare
  /// it with.
  public func datapoint(_ value: Double?, band: AnomalyBand? = nil) -> Datapoint {
    guard let value, !value.isNaN, let isBreaching = isBreaching(value, band) else { return .missing }
    return isBreaching ? .breaching : .notBreaching
  }

  private func isBreaching(_ value: Double, _ band: AnomalyBand?) -> Bool? {
    switch self {
    case .greaterThan(let limit): value > limit
    case .greaterThanOrEqualTo(let limit): value >= limit
    case .lessThan(let limit): value < limit
    case .lessThanOrEqualTo(let limit): value <= limit
    case .outsideBand: band.map { value < $0.lower || value > $0.upper }
    case .aboveBand: band.map { value > $0.upper }
    case .belowBand: band.map { value < $0.lower }
    }
  }
}
