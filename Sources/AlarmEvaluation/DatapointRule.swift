/// How many datapoints have to be breaching for an alarm to fire, and what the alarm makes of missing ones: an "M out of N"
/// alarm.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
public struct DatapointRule: Hashable, Sendable {
  /// `evaluation_periods`, N: how many datapoints are evaluated.
  public let periods: Int
  /// `datapoints_to_alarm`, M: how many of them have to be breaching.
  public let datapointsToAlarm: Int
  /// `treat_missing_data`
  public let missingData: MissingDataTreatment
  /// Whether the metric is of the namespace `AWS/DynamoDB`.
  ///
  /// The API reference says that alarms on these metrics ignore missing data whatever they set; the user guide of 2025 says
  /// that they ignore it by default and that a setting overrides that. An evaluation carries both answers.
  ///
  /// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html,
  /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
  public let isOnDynamoDB: Bool

  /// The most periods an alarm can have: a day of ten seconds each.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  public static let maximumPeriods = 8_640

  /// - Parameters:
  ///   - periods: N, 1 to 8,640.
  ///   - datapointsToAlarm: M, 1 to N; N where it is `nil`, as CloudWatch takes it.
  public init(
    periods: Int, datapointsToAlarm: Int? = nil, missingData: MissingDataTreatment = .missing,
    isOnDynamoDB: Bool = false
  ) throws(DatapointRuleError) {
    guard (1...Self.maximumPeriods).contains(periods) else { throw .periods(periods) }
    let datapoints = datapointsToAlarm ?? periods
    guard (1...periods).contains(datapoints) else { throw .datapointsToAlarm(datapoints, periods: periods) }
    self.periods = periods
    self.datapointsToAlarm = datapoints
    self.missingData = missingData
    self.isOnDynamoDB = isOnDynamoDB
  }

  /// The treatments that AWS's documents allow for: one, or two where they contradict each other.
  var treatments: [MissingDataTreatment] {
    isOnDynamoDB && missingData != .ignore ? [missingData, .ignore] : [missingData]
  }

  /// How many periods CloudWatch may look back, `N` of them or more: the evaluation range.
  ///
  /// AWS does not document how long it is. Its examples fetch five datapoints for N = 3, and look back three days for N = 1
  /// and a period of a day: N + 2. LocalStack takes a third of N where that is more, so for nine periods and more the
  /// answers of all lengths in between count.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
  var rangeLengths: ClosedRange<Int> {
    (periods + 2)...(periods + max(2, periods / 3))
  }
}

/// Why there is no such rule.
public enum DatapointRuleError: Error, Hashable {
  /// N is not from 1 to 8,640.
  case periods(Int)
  /// M is not from 1 to N.
  case datapointsToAlarm(Int, periods: Int)
}
