public import TerraformModel

/// A CloudWatch metric: one time series.
public struct Metric: Hashable, Sendable {
  public var name: String
  public var namespace: String
  public var dimensions: [String: Text]
  /// What missing data means. An alarm's `missingData` has to agree (FR-045).
  public var missingDataMeaning: MissingDataMeaning

  public init(
    _ name: String, in namespace: String, dimensions: [String: Text] = [:], missingDataMeaning: MissingDataMeaning
  ) {
    self.name = name
    self.namespace = namespace
    self.dimensions = dimensions
    self.missingDataMeaning = missingDataMeaning
  }
}

/// What missing data means for the thing that is measured.
public enum MissingDataMeaning: String, Hashable, Sendable, CaseIterable {
  /// An error counter: no data, no errors.
  case noEvents
  /// A latency or another value of work done: no data, no work.
  case noActivity
  /// A heartbeat or a throughput: no data, it has stopped.
  case stopped
  /// A bill: AWS reports it a few times a day, and not before the first cent.
  case notReportedYet
  /// Not declared: the metric is from a Terraform plan, which does not record it.
  case undeclared
}

extension Metric {
  /// What an AWS service has cost since the month began, in US dollars. AWS publishes it in us-east-1 only, and only
  /// once "Receive CloudWatch billing alerts" is switched on in the account's billing preferences.
  ///
  /// - Parameter service: AWS's code for the service, such as `AWSXRay`.
  public static func estimatedCharges(for service: String) -> Metric {
    Metric(
      "EstimatedCharges", in: "AWS/Billing", dimensions: ["Currency": "USD", "ServiceName": Text(service)],
      missingDataMeaning: .notReportedYet)
  }
}

/// How the data points of a period become one number: `statistic`, or `extended_statistic` for percentiles.
public enum Statistic: Hashable, Sendable {
  case sampleCount
  case average
  case sum
  case minimum
  case maximum
  case percentile(Percentile)

  /// CloudWatch's name for it, such as `Sum` or `p95`.
  public var word: String {
    switch self {
    case .sampleCount: "SampleCount"
    case .average: "Average"
    case .sum: "Sum"
    case .minimum: "Minimum"
    case .maximum: "Maximum"
    case .percentile(let percentile): percentile.rawValue
    }
  }
}

/// A percentile in CloudWatch's spelling, where `P95` would be refused.
public enum Percentile: String, Hashable, Sendable, CaseIterable {
  case p50
  case p75
  case p90
  case p95
  case p99
  case p999 = "p99.9"
}

/// The time over which data points are aggregated. CloudWatch accepts 10, 20 and 30 seconds and whole minutes.
public struct Period: Hashable, Sendable, ArgumentValue {
  public let seconds: Int
  public var value: Value { .integer(seconds) }

  public static let tenSeconds = Period(seconds: 10)
  public static let twentySeconds = Period(seconds: 20)
  public static let thirtySeconds = Period(seconds: 30)

  public static func minutes(_ minutes: Int) -> Period {
    Period(seconds: minutes * 60)
  }

  public static func hours(_ hours: Int) -> Period {
    Period(seconds: hours * 3_600)
  }
}
