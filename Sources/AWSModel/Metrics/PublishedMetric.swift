import TerraformModel

/// A metric that an AWS service publishes by itself, as the service's documentation describes it.
package struct PublishedMetric: Sendable {
  package let name: String
  package let namespace: String
  package let kind: Kind
  /// The sets of dimensions it is published with; CloudWatch does not aggregate over them, so any other set has no
  /// data. `nil` where the sets are not certain.
  package let dimensionSets: [Set<String>]?
  /// What missing data means. Only metrics with `stopped` are dense: all others have gaps.
  package let missingDataMeaning: MissingDataMeaning
  /// The shortest interval between its data points; a shorter period may contain none.
  package let interval: Duration

  /// What its data points measure, which decides the statistics that are meaningful.
  package enum Kind: Hashable, Sendable {
    /// How many times something happened.
    case count
    /// 0 or 1 for every request, so that the average is the share of the requests.
    case outcome
    /// How long something took.
    case time(TimeUnit)
    /// How long something took that usually takes milliseconds, so that a small threshold is no mistake.
    case briefTime(TimeUnit)
    /// How much of something there is at the moment.
    case level
    /// How long the oldest of something has been waiting.
    case age(TimeUnit)
    /// 0 to 100.
    case percentage
    /// 0 to 1.
    case share
    /// What has been used or moved.
    case amount
    /// The total since the month began.
    case runningTotal
    /// It exists, and what its data points measure was not examined: nothing is said of its statistics and values.
    case unexamined
  }

  package enum TimeUnit: String, Hashable, Sendable {
    case milliseconds = "Milliseconds"
    case seconds = "Seconds"

    /// `ms` or `s`.
    package var symbol: String { self == .milliseconds ? "ms" : "s" }

    /// A time as a number of the metric's.
    func count(_ duration: Duration) -> Double {
      self == .milliseconds ? duration.milliseconds : duration.milliseconds / 1_000
    }
  }
}

extension PublishedMetric {
  /// CloudWatch's name for the unit; `nil` where it is not certain. An alarm on another unit never has data.
  var unit: String? {
    switch kind {
    case .count: namespace == "AWS/X-Ray" ? nil : "Count"
    case .outcome: "Count"
    case .time(let unit), .briefTime(let unit), .age(let unit): unit.rawValue
    case .percentage: "Percent"
    case .level, .share, .amount, .runningTotal, .unexamined: nil
    }
  }

  /// The statistics that are meaningful for it, the best first.
  package var statistics: [StatisticFamily] {
    switch kind {
    case .count: [.sum, .sampleCount]
    case .outcome: [.sum, .average]
    case .time, .briefTime: [.distribution, .average, .maximum, .minimum]
    case .level, .age: [.maximum, .average, .minimum, .distribution]
    case .percentage, .share: [.average, .minimum, .maximum, .distribution]
    case .amount: [.sum, .average, .maximum, .minimum, .distribution]
    case .runningTotal: [.maximum]
    case .unexamined: [.average, .sum, .maximum, .minimum, .sampleCount, .distribution]
    }
  }

  /// The values that a statistic of it can have.
  package func range(of statistic: StatisticFamily) -> ClosedRange<Double> {
    switch (kind, statistic) {
    case (.unexamined, _): -.infinity ... .infinity
    case (_, .sampleCount), (_, .sum): 0 ... .infinity
    case (.outcome, _), (.share, _): 0...1
    case (.percentage, _): 0...100
    case (.count, _), (.time, _), (.briefTime, _), (.level, _), (.age, _), (.amount, _), (.runningTotal, _):
      0 ... .infinity
    }
  }
}

/// What kind of number a statistic computes from data points.
package enum StatisticFamily: Hashable, Sendable {
  case sum
  case sampleCount
  case average
  case minimum
  case maximum
  /// Percentiles and means of a part.
  case distribution

  /// - Parameter word: CloudWatch's name, such as `Sum` or `p95`; `nil` for statistics that are not distinguished here.
  package init?(_ word: String) {
    switch word {
    case "Sum": self = .sum
    case "SampleCount": self = .sampleCount
    case "Average": self = .average
    case "Minimum": self = .minimum
    case "Maximum": self = .maximum
    case _ where ["p", "tm", "wm", "TM(", "WM(", "IQM"].contains(where: word.hasPrefix): self = .distribution
    default: return nil
    }
  }

  /// As a stack's author writes it.
  package var swiftName: String {
    switch self {
    case .sum: ".sum"
    case .sampleCount: ".sampleCount"
    case .average: ".average"
    case .minimum: ".minimum"
    case .maximum: ".maximum"
    case .distribution: ".percentile(.p95)"
    }
  }

  /// The argument of `aws_cloudwatch_metric_alarm` that selects it, with its value.
  package var terraformArgument: String {
    switch self {
    case .sum: "`statistic` to `Sum`"
    case .sampleCount: "`statistic` to `SampleCount`"
    case .average: "`statistic` to `Average`"
    case .minimum: "`statistic` to `Minimum`"
    case .maximum: "`statistic` to `Maximum`"
    case .distribution: "`extended_statistic` to `p95`"
    }
  }
}
