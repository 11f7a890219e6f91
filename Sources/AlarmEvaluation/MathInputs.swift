/// The metrics that an expression reads, with their datapoints of the same periods.
public struct MathInputs: Hashable, Sendable {
  /// The metrics in the order of the alarm.
  public private(set) var metrics: [Metric]
  /// Other expressions of the alarm, by id.
  public let expressions: [String: MathExpression]
  /// The length of a period, in seconds: 1 to 604,800.
  public let period: Int
  /// When the first period begins, in seconds since 1970 in UTC; `nil` where that is unknown.
  public private(set) var start: Int?

  /// One metric.
  public struct Metric: Hashable, Sendable {
    /// What expressions call it.
    public var id: String
    /// A value for each period, oldest first; `nil` where there is none.
    public var values: [Double?]

    /// A metric with its values.
    public init(_ id: String, _ values: [Double?]) {
      self.id = id
      self.values = values
    }
  }

  /// Inputs for expressions. Shorter series are taken to begin later.
  public init(
    metrics: [Metric], expressions: [String: MathExpression] = [:], period: Int = 60, start: Int? = nil
  ) {
    let length = metrics.map(\.values.count).max() ?? 0
    self.metrics = metrics.map { metric in
      Metric(metric.id, Array(repeating: nil, count: length - metric.values.count) + metric.values)
    }
    self.expressions = expressions
    self.period = min(max(1, period), EvaluationTiming.maximumPeriod)
    // The years 1 to 9999.
    self.start = start.map { min(max($0, -62_135_596_800), 253_402_300_799) }
  }

  /// How many periods there are.
  public var length: Int { metrics.map(\.values.count).max() ?? 0 }

  /// The last periods of all metrics, with periods without data before them where there are fewer.
  func suffix(_ count: Int) -> MathInputs {
    var inputs = self
    inputs.metrics = metrics.map { metric in
      let last = metric.values.suffix(count)
      return Metric(metric.id, Array(repeating: nil, count: max(0, count - last.count)) + last)
    }
    inputs.start = start.map { $0 + (length - count) * period }
    return inputs
  }
}

/// How an expression is read where AWS's documents leave it open.
public struct MathReading: Hashable, Sendable {
  /// Whether the average of one time series counts its missing values as zero: the table of functions says so of averages
  /// without saying of which.
  public var averageCountsMissing: Bool
  /// Whether the minimum, maximum and standard deviation over several time series count a missing value as zero, as sums and
  /// averages do.
  public var extremesCountMissing: Bool
  /// Whether a standard deviation divides by the count less one.
  public var deviatesBySample: Bool

  /// Every combination.
  static let all: [MathReading] = [false, true].flatMap { average in
    [false, true].flatMap { extremes in
      [false, true].map {
        MathReading(averageCountsMissing: average, extremesCountMissing: extremes, deviatesBySample: $0)
      }
    }
  }

  /// The first of them: what is missing is left out.
  public static let omittingMissing = MathReading(
    averageCountsMissing: false, extremesCountMissing: false, deviatesBySample: false)
}
