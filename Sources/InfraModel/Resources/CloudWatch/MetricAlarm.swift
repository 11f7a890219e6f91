/// Tells somebody when a metric crosses a threshold (`aws_cloudwatch_metric_alarm`).
///
/// What missing data means has no default on purpose: every alarm says whether silence is health.
public struct MetricAlarm: Resource {
  public static let type = "aws_cloudwatch_metric_alarm"
  public static let namingRule: NamingRule? = .alarm

  public let name: String
  public var physicalName: PhysicalName
  /// `alarm_description`: what it means and what to do, for whoever is woken. At most 1,024 characters.
  public var description: String?
  public var measure: Measure
  /// `comparison_operator` and `threshold`
  public var threshold: Threshold
  /// `period`
  public var period: Period
  /// `evaluation_periods` and `datapoints_to_alarm`
  public var evaluation: Evaluation
  /// `treat_missing_data`
  public var missingData: MissingData
  /// `alarm_actions`: who is told when it fires. At most five, in the alarm's own region.
  public var alarmActions: [ARN<Topic>]
  /// `ok_actions`: who is told when it is over.
  public var okActions: [ARN<Topic>]

  /// What an alarm looks at.
  public enum Measure: Hashable, Sendable {
    case metric(Metric, Statistic)
    case math(MetricMath)
  }

  /// An alarm on one metric, named after it unless told otherwise.
  public init(
    _ name: String? = nil, named physicalName: PhysicalName = .conventional, when metric: Metric,
    _ statistic: Statistic, is threshold: Threshold, over period: Period = .minutes(5), for evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>] = [],
    description: String? = nil
  ) {
    self.init(
      name: name ?? metric.name, physicalName: physicalName, measure: .metric(metric, statistic),
      threshold: threshold, period: period, evaluation: evaluation, missingData: missingData,
      alarmActions: alarmActions, okActions: okActions, description: description)
  }

  /// An alarm on a value computed from several metrics.
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when math: MetricMath,
    is threshold: Threshold, over period: Period = .minutes(5), for evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>] = [],
    description: String? = nil
  ) {
    self.init(
      name: name, physicalName: physicalName, measure: .math(math), threshold: threshold, period: period,
      evaluation: evaluation, missingData: missingData, alarmActions: alarmActions, okActions: okActions,
      description: description)
  }

  private init(
    name: String, physicalName: PhysicalName, measure: Measure, threshold: Threshold, period: Period,
    evaluation: Evaluation, missingData: MissingData, alarmActions: [ARN<Topic>], okActions: [ARN<Topic>],
    description: String?
  ) {
    self.name = name
    self.physicalName = physicalName
    self.measure = measure
    self.threshold = threshold
    self.period = period
    self.evaluation = evaluation
    self.missingData = missingData
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("alarm_description", description)
    block.set("comparison_operator", threshold.comparison)
    block.set("threshold", threshold.limit)
    block.set("evaluation_periods", evaluation.periods)
    block.set("datapoints_to_alarm", evaluation.datapoints)
    block.set("treat_missing_data", missingData)
    if !alarmActions.isEmpty { block.set("alarm_actions", alarmActions) }
    if !okActions.isEmpty { block.set("ok_actions", okActions) }
    switch measure {
    case .math(let math): math.encode(into: &block, over: period)
    case .metric(let metric, let statistic):
      block.set("namespace", metric.namespace)
      block.set("metric_name", metric.name)
      block.set("period", period)
      if !metric.dimensions.isEmpty { block.set("dimensions", metric.dimensions) }
      if case .percentile = statistic {
        block.set("extended_statistic", statistic.word)
      } else {
        block.set("statistic", statistic.word)
      }
    }
  }
}

extension MetricAlarm {
  /// Every metric the alarm reads: one, or those of its metric math.
  public var metrics: [Metric] {
    switch measure {
    case .metric(let metric, _): [metric]
    case .math(let math): math.inputs.map(\.metric)
    }
  }

  /// What silence means for the value it looks at.
  public var silence: Silence {
    switch measure {
    case .metric(let metric, _): metric.silence
    case .math(let math): math.silence
    }
  }
}

extension NamingRule {
  /// Metric and composite alarms share one name space, and a second alarm of one name silently replaces the first.
  static let alarm = NamingRule(argument: "alarm_name", length: 1...255, characters: .printable, space: "alarm")
}

/// A kind of alarm, which a dashboard shows and a composite alarm reads.
public protocol Alarm: Resource {
  var alarmActions: [ARN<Topic>] { get }
  var okActions: [ARN<Topic>] { get }
}

extension MetricAlarm: Alarm {}

extension Declared where R: Alarm {
  public var arn: ARN<any Alarm> { ARN(attribute("arn")) }
  public var alarmName: Text { attribute("alarm_name") }
}

extension MetricAlarm: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let queries = try block.blocks("metric_query")
    let math = queries.isEmpty ? nil : try MetricMath.reading(queries)
    let measure: Measure =
      if let math {
        .math(math.math)
      } else {
        .metric(try Metric(reading: block), try Statistic(reading: block, "statistic", "extended_statistic"))
      }
    let period = if let math { math.period } else { Period(seconds: try block.integer("period")) }
    self.init(
      name: name, physicalName: .conventional, measure: measure, threshold: try Threshold(reading: block),
      period: period, evaluation: try Evaluation(reading: block),
      // CloudWatch's own choice where nobody made one.
      missingData: try block.wordIfAny("treat_missing_data") ?? .missing,
      alarmActions: try block.arns("alarm_actions"), okActions: try block.arns("ok_actions"),
      description: try block.stringIfAny("alarm_description"))
  }
}
