public import TerraformModel

/// Notifies subscribers when a metric leaves the range of values that CloudWatch learned to expect of it: an
/// `aws_cloudwatch_metric_alarm` with a `threshold_metric_id` instead of a `threshold`.
///
/// Source: https://repost.aws/knowledge-center/cloudwatch-set-anomaly-detection-alarm
public struct AnomalyAlarm: Alarm {
  public static let type = MetricAlarm.type

  public let name: String
  public var physicalName: PhysicalName
  /// `metric_query.metric`
  public var metric: Metric
  /// `metric_query.metric.stat`
  public var statistic: Statistic
  /// `comparison_operator` and `metric_query.expression`
  public var threshold: Band
  /// `metric_query.metric.period`
  public var period: Period
  /// `evaluation_periods` and `datapoints_to_alarm`
  public var evaluation: Evaluation
  /// `treat_missing_data`
  public var missingData: MissingData
  /// `alarm_actions`: the topics it notifies when it fires. At most five, in the alarm's own region.
  public var alarmActions: [ARN<Topic>]
  /// `ok_actions`: the topics it notifies when it returns to OK.
  public var okActions: [ARN<Topic>]
  /// `alarm_description`: what it means and what to do, for its recipients. At most 1,024 characters.
  public var description: String?

  /// The edges of the expected range that a value has to cross. A band is as wide as so many standard deviations of the
  /// metric's own past; CloudWatch needs data of three to fourteen days to learn it.
  public enum Band: Hashable, Sendable {
    /// `GreaterThanUpperThreshold`
    case above(deviations: Double)
    /// `LessThanLowerThreshold`
    case below(deviations: Double)
    /// `LessThanLowerOrGreaterThanUpperThreshold`
    case outside(deviations: Double)
  }

  /// An alarm on one metric, named after it unless told otherwise.
  public init(
    _ name: String? = nil, named physicalName: PhysicalName = .conventional, when metric: Metric,
    _ statistic: Statistic, threshold: Band, period: Period = .minutes(5), evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], okActions: [ARN<Topic>] = [],
    description: String? = nil
  ) {
    self.name = name ?? metric.name
    self.physicalName = physicalName
    self.metric = metric
    self.statistic = statistic
    self.threshold = threshold
    self.period = period
    self.evaluation = evaluation
    self.missingData = missingData
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.description = description
  }

  public static var namingRule: NamingRule? { .alarm }

  public func encode(into block: inout Block) {
    block.set("alarm_description", description)
    block.set("comparison_operator", threshold.comparison)
    block.set("threshold_metric_id", "band")
    block.set("evaluation_periods", evaluation.periods)
    block.set("datapoints_to_alarm", evaluation.datapoints)
    block.set("treat_missing_data", missingData)
    if !alarmActions.isEmpty { block.set("alarm_actions", alarmActions) }
    if !okActions.isEmpty { block.set("ok_actions", okActions) }
    // Both queries return data: the band is what the metric is compared with.
    block["metric_query"] = .blocks([
      [
        "id": "band", "expression": "ANOMALY_DETECTION_BAND(metric, \(threshold.deviations.words))".value,
        "label": "\(metric.name) (expected)".value, "return_data": true,
      ],
      ["id": "metric", "metric": .blocks([metric.query(statistic, over: period)]), "return_data": true],
    ])
  }
}

extension AnomalyAlarm.Band {
  /// CloudWatch's word for the comparison.
  public var comparison: String {
    switch self {
    case .above: "GreaterThanUpperThreshold"
    case .below: "LessThanLowerThreshold"
    case .outside: "LessThanLowerOrGreaterThanUpperThreshold"
    }
  }

  /// Half the width of the band, in standard deviations.
  public var deviations: Double {
    switch self {
    case .above(let deviations), .below(let deviations), .outside(let deviations): deviations
    }
  }
}
