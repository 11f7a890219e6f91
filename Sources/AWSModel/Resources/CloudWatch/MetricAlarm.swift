public import TerraformModel

/// Notifies subscribers when a metric crosses a threshold (`aws_cloudwatch_metric_alarm`).
///
/// What missing data means has no default on purpose: every alarm declares whether missing data is healthy.
public struct MetricAlarm: ResourceModel {
  public static let type = "aws_cloudwatch_metric_alarm"

  public let name: String
  public var physicalName: PhysicalName
  /// `alarm_description`: what it means and what to do, for the person on call. At most 1,024 characters.
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
    _ statistic: Statistic, threshold: Threshold, period: Period = .minutes(5), evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], okActions: [ARN<Topic>] = [],
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
    threshold: Threshold, period: Period = .minutes(5), evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], okActions: [ARN<Topic>] = [],
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

  public static let arguments = ArgumentTable<MetricAlarm> { table in
    table.add("alarm_description", \.description, .characters(0...1_024))
    table.add("comparison_operator", \.threshold.comparison, .word(comparisons))
    table.add("threshold", \.threshold.limit)
    table.derived(\.threshold) { alarm throws(DecodingFailure) in try Threshold(reading: alarm.reader) }
    table.add("evaluation_periods", \.evaluation.periods, .range(1 ... .infinity))
    table.written("datapoints_to_alarm", .range(1 ... .infinity)) { .integer($0.evaluation.datapoints) }
    table.derived(\.evaluation) { alarm throws(DecodingFailure) in try Evaluation(reading: alarm.reader) }
    table.add(
      "treat_missing_data", \.missingData, .word(["missing", "ignore", "breaching", "notBreaching"]), default: .missing)
    table.add("alarm_actions", \.alarmActions, .count(0...5), .arn)
    table.add("ok_actions", \.okActions, .count(0...5), .arn)
    table.unmodeled("insufficient_data_actions", .count(0...5), .arn)
    table.unmodeled("evaluate_low_sample_count_percentiles", .word(["evaluate", "ignore"]))
    table.unmodeled("unit", .word(units))
    Measure.declare(in: &table)
    declareConstraints(in: &table)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    name: .alarm, iamPrefix: "cloudwatch", calls: .alarm, removal: .alarm)
}

extension MetricAlarm.Measure {
  static func declare(in table: inout ArgumentTable<MetricAlarm>) {
    table.add(
      "namespace", \.measure.metric?.namespace,
      .shape("a namespace that does not start with ':'") { !$0.isEmpty && !$0.hasPrefix(":") })
    table.add("metric_name", \.measure.metric?.name)
    table.add("dimensions", \.measure.dimensions, .count(0...30), .ascii(1...1_024), .keys(.dimensionName))
    table.add("statistic", \.measure.statistic, .word(["SampleCount", "Average", "Sum", "Minimum", "Maximum"]))
    table.add("extended_statistic", \.measure.extendedStatistic, .extendedStatistic)
    table.written("period", .alarmPeriod) { alarm in alarm.measure.math == nil ? alarm.period.value : nil }
    table.written("metric_query") { alarm in alarm.measure.math?.queries(over: alarm.period) }
    table.unmodeled("metric_query.id", .metricID)
    table.unmodeled("metric_query.period", .alarmPeriod)
    table.unmodeled("metric_query.metric.period", .alarmPeriod)
    table.unmodeled("metric_query.expression", .characters(1...2_048))
    table.unmodeled("metric_query.metric.dimensions", .count(0...30))
    table.derived(\.measure) { alarm throws(DecodingFailure) in try read(alarm).measure }
    table.derived(\.period) { alarm throws(DecodingFailure) in try read(alarm).period }
  }

  /// The metric of an alarm that reads one; `nil` for metric math.
  public var metric: Metric? {
    switch self {
    case .metric(let metric, _): metric
    case .math: nil
    }
  }

  /// The metric math of an alarm that computes its value.
  public var math: MetricMath? {
    switch self {
    case .metric: nil
    case .math(let math): math
    }
  }

  /// `dimensions`, which metric math has within its queries.
  var dimensions: [String: Text] { metric?.dimensions ?? [:] }

  /// `statistic`: CloudWatch's word, unless it is a percentile.
  var statistic: String? {
    switch self {
    case .metric(_, .percentile), .math: nil
    case .metric(_, let statistic): statistic.word
    }
  }

  /// `extended_statistic`: a percentile, such as `p95`.
  var extendedStatistic: String? {
    switch self {
    case .metric(_, .percentile(let percentile)): percentile.rawValue
    case .metric, .math: nil
    }
  }

  private static func read(
    _ alarm: BlockView<MetricAlarm>
  ) throws(DecodingFailure) -> (measure: MetricAlarm.Measure, period: Period) {
    try MetricAlarm.measure(reading: alarm.reader)
  }
}

extension MetricAlarm {
  fileprivate static func measure(
    reading block: BlockDecoder
  ) throws(DecodingFailure) -> (measure: Measure, period: Period) {
    let queries = try block.blocks("metric_query")
    guard queries.isEmpty else {
      let (math, period) = try MetricMath.reading(queries)
      return (.math(math), period)
    }
    let measure = Measure.metric(
      try Metric(reading: block), try Statistic(reading: block, "statistic", "extended_statistic"))
    return (measure, Period(seconds: try block.integer("period")))
  }
}

extension MetricAlarm {
  /// Every metric the alarm reads: one, or those of its metric math.
  public var metrics: [Metric] { measure.metrics }

  /// What missing data means for the value that the alarm reads.
  public var missingDataMeaning: MissingDataMeaning { measure.missingDataMeaning }
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

extension DeclaredResource where Model: Alarm {
  public var arn: ARN<any Alarm> { ARN(attribute("arn")) }
  public var alarmName: Text { attribute("alarm_name") }
}

extension MetricAlarm: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let (measure, period) = try Self.measure(reading: block)
    self.init(
      name: name, physicalName: .conventional, measure: measure, threshold: try Threshold(reading: block),
      period: period, evaluation: try Evaluation(reading: block),
      // CloudWatch's default if the argument is missing.
      missingData: try block.wordIfPresent("treat_missing_data") ?? .missing,
      alarmActions: try block.arns("alarm_actions"), okActions: try block.arns("ok_actions"),
      description: try block.stringIfPresent("alarm_description"))
  }
}

extension MetricAlarm.Measure {
  /// Every metric that it reads: one, or those of its metric math.
  package var metrics: [Metric] {
    switch self {
    case .metric(let metric, _): [metric]
    case .math(let math): math.inputs.map(\.metric)
    }
  }

  /// What missing data means.
  package var missingDataMeaning: MissingDataMeaning {
    switch self {
    case .metric(let metric, _): metric.missingDataMeaning
    case .math(let math): math.missingDataMeaning
    }
  }
}
