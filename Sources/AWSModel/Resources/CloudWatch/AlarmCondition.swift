public import TerraformModel

/// Which side of which number is bad: `comparison_operator` and `threshold`.
public enum Threshold: Hashable, Sendable {
  case above(Double)
  case atLeast(Double)
  case below(Double)
  case atMost(Double)

  /// A limit for a metric that counts milliseconds, as `AWS/Lambda Duration` does.
  public static func above(_ duration: Duration) -> Threshold {
    .above(duration.milliseconds)
  }

  public var limit: Double {
    switch self {
    case .above(let limit), .atLeast(let limit), .below(let limit), .atMost(let limit): limit
    }
  }

  /// Whether a value that goes up makes the alarm fire, rather than one that goes down.
  public var firesOnHighValues: Bool {
    switch self {
    case .above, .atLeast: true
    case .below, .atMost: false
    }
  }

  /// CloudWatch's word for the comparison.
  public var comparison: String {
    switch self {
    case .above: "GreaterThanThreshold"
    case .atLeast: "GreaterThanOrEqualToThreshold"
    case .below: "LessThanThreshold"
    case .atMost: "LessThanOrEqualToThreshold"
    }
  }
}

/// How many bad periods it takes: `evaluation_periods` and `datapoints_to_alarm`.
public enum Evaluation: Hashable, Sendable {
  /// The first bad period fires.
  case once
  /// So many bad periods in a row.
  case consecutive(Int)
  /// So many bad periods among the last ones.
  case datapoints(Int, of: Int)

  public var periods: Int {
    switch self {
    case .once: 1
    case .consecutive(let periods): periods
    case .datapoints(_, let periods): periods
    }
  }

  public var datapoints: Int {
    switch self {
    case .once: 1
    case .consecutive(let periods): periods
    case .datapoints(let datapoints, _): datapoints
    }
  }
}

/// What an alarm makes of a period without data: `treat_missing_data`.
public enum MissingData: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
  /// As bad as a value beyond the threshold: for heartbeats.
  case breaching
  /// As good as a value within it: for error counters.
  case notBreaching
  /// The alarm stays in the state it is in.
  case ignore
  /// The alarm goes to `INSUFFICIENT_DATA`.
  case missing
}

extension Threshold {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    let limit = try block.number("threshold")
    let comparison = try block.string("comparison_operator")
    switch comparison {
    case "GreaterThanThreshold": self = .above(limit)
    case "GreaterThanOrEqualToThreshold": self = .atLeast(limit)
    case "LessThanThreshold": self = .below(limit)
    case "LessThanOrEqualToThreshold": self = .atMost(limit)
    default: throw block.error("comparison_operator", .unfit("'\(comparison)'"))
    }
  }
}

extension Evaluation {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    let periods = try block.integer("evaluation_periods")
    // All of them where the argument is not set; 0 is the provider's word for that.
    let written = try block.integerIfPresent("datapoints_to_alarm") ?? 0
    let datapoints = written == 0 ? periods : written
    self = datapoints == periods ? (periods == 1 ? .once : .consecutive(periods)) : .datapoints(datapoints, of: periods)
  }
}
