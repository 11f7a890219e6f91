/// A metric that an AWS service publishes by itself, as the service's documentation has it.
struct PublishedMetric: Sendable {
  let name: String
  let namespace: String
  let kind: Kind
  /// The sets of dimensions it is published by; CloudWatch adds nothing up over them, so any other set has no data. `nil`
  /// where that is not sure.
  let dimensionSets: [Set<String>]?
  /// What it means that no data arrives. Only where that is `stopped` is the metric dense: all others have gaps.
  let silence: Silence
  /// How far apart its data points are at the least; within a shorter period there may be none.
  let interval: Duration

  /// What its data points say, which decides the statistics that say something too.
  enum Kind: Hashable, Sendable {
    /// How many times something happened.
    case count
    /// 0 or 1 for every request, so that the average is the share of the requests.
    case outcome
    /// How long something took.
    case time(TimeUnit)
    /// How long something took that is over in milliseconds as a rule, so that no small number is a slip.
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
    /// What has come together since the month began.
    case runningTotal
  }

  enum TimeUnit: String, Hashable, Sendable {
    case milliseconds = "Milliseconds"
    case seconds = "Seconds"

    /// `ms` or `s`.
    var symbol: String { self == .milliseconds ? "ms" : "s" }

    /// A time as a number of the metric's.
    func count(_ duration: Duration) -> Double {
      self == .milliseconds ? duration.milliseconds : duration.milliseconds / 1_000
    }
  }
}

extension Metric {
  /// `ms` or `s` where AWS publishes it as a time; `nil` for what is no time, and for metrics of one's own.
  public var timeSymbol: String? {
    switch MetricCatalogue.metric(name, in: namespace)?.kind {
    case .time(let unit), .briefTime(let unit), .age(let unit): unit.symbol
    default: nil
    }
  }
}

extension PublishedMetric {
  /// CloudWatch's word for the unit; `nil` where nobody is sure. An alarm that asks for another unit never has data.
  var unit: String? {
    switch kind {
    case .count: namespace == "AWS/X-Ray" ? nil : "Count"
    case .outcome: "Count"
    case .time(let unit), .briefTime(let unit), .age(let unit): unit.rawValue
    case .percentage: "Percent"
    case .level, .share, .amount, .runningTotal: nil
    }
  }

  /// The statistics that say something of it, the best first.
  var statistics: [StatisticFamily] {
    switch kind {
    case .count: [.sum, .sampleCount]
    case .outcome: [.sum, .average]
    case .time, .briefTime: [.distribution, .average, .maximum, .minimum]
    case .level, .age: [.maximum, .average, .minimum, .distribution]
    case .percentage, .share: [.average, .minimum, .maximum, .distribution]
    case .amount: [.sum, .average, .maximum, .minimum, .distribution]
    case .runningTotal: [.maximum]
    }
  }

  /// The values that a statistic of it can have.
  func range(of statistic: StatisticFamily) -> ClosedRange<Double> {
    switch (kind, statistic) {
    case (_, .sampleCount), (_, .sum): 0 ... .infinity
    case (.outcome, _), (.share, _): 0...1
    case (.percentage, _): 0...100
    case (.count, _), (.time, _), (.briefTime, _), (.level, _), (.age, _), (.amount, _), (.runningTotal, _):
      0 ... .infinity
    }
  }
}

/// What kind of number a statistic makes of data points.
enum StatisticFamily: Hashable, Sendable {
  case sum
  case sampleCount
  case average
  case minimum
  case maximum
  /// Percentiles and means of a part.
  case distribution

  /// - Parameter word: CloudWatch's word, such as `Sum` or `p95`; `nil` for what is not told apart here.
  init?(_ word: String) {
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
  var swiftName: String {
    switch self {
    case .sum: ".sum"
    case .sampleCount: ".sampleCount"
    case .average: ".average"
    case .minimum: ".minimum"
    case .maximum: ".maximum"
    case .distribution: ".percentile(.p95)"
    }
  }
}
