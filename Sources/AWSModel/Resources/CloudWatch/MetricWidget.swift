public import TerraformModel

/// A dashboard's drawing of metrics over time.
public struct MetricWidget: Widget {
  public var title: String
  public var series: [Series]
  /// `period`; five minutes where `nil`, for CloudWatch says so.
  public var period: Period?
  /// `view` and `stacked`
  public var style: Style
  /// `region`: where the metrics are; the dashboard's own region where `nil`. Billing metrics are in us-east-1 only.
  public var region: Input<Region>?

  /// One line in a graph.
  public struct Series: Hashable, Sendable {
    public var metric: Metric
    public var statistic: Statistic
    /// `label`: what the legend says. CloudWatch makes one up where `nil`.
    public var label: Text?

    public init(_ metric: Metric, _ statistic: Statistic, label: Text? = nil) {
      self.metric = metric
      self.statistic = statistic
      self.label = label
    }
  }

  /// How values are drawn.
  public enum Style: Hashable, Sendable {
    case lines
    case stackedAreas
    /// The latest value only, as a number.
    case number
  }

  /// Several metrics with one statistic.
  public init(
    _ title: String, _ metrics: [Metric], _ statistic: Statistic, period: Period? = nil, as style: Style = .lines,
    in region: Input<Region>? = nil
  ) {
    self.init(title, metrics.map { Series($0, statistic) }, period: period, as: style, in: region)
  }

  /// Series with a statistic each, such as the percentiles of one metric.
  public init(
    _ title: String, _ series: [Series], period: Period? = nil, as style: Style = .lines,
    in region: Input<Region>? = nil
  ) {
    self.title = title
    self.series = series
    self.period = period
    self.style = style
    self.region = region
  }

  public var metrics: [Metric] { series.map(\.metric) }

  public func tiles(width: Int, in region: Input<Region>) -> [Tile] {
    var properties: [String: Value] = [
      "title": title.value, "region": (self.region ?? region).value, "metrics": .list(series.map(\.value)),
    ]
    if let period { properties["period"] = period.value }
    switch style {
    case .lines: properties["view"] = "timeSeries"
    case .stackedAreas:
      properties["view"] = "timeSeries"
      properties["stacked"] = true
    case .number: properties["view"] = "singleValue"
    }
    return [Tile("metric", height: style == .number ? 3 : 6, properties: properties)]
  }
}

extension MetricWidget.Series: ArgumentValue {
  /// Namespace, name, each dimension's name and value, and what is special about this line.
  public var value: Value {
    let dimensions = metric.dimensions.sorted { $0.key < $1.key }.flatMap { [$0.key.value, $0.value.value] }
    var options: [String: Value] = ["stat": statistic.word.value]
    if let label { options["label"] = label.value }
    return .list([metric.namespace.value, metric.name.value] + dimensions + [.map(options)])
  }
}
