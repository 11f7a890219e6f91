public import TerraformModel

/// Counts what a log group's lines say as a metric (`aws_cloudwatch_log_metric_filter`). It reads what is written from
/// now on, not what is there; a group takes a hundred of them.
public struct LogMetricFilter: ResourceModel {
  public static let type = "aws_cloudwatch_log_metric_filter"

  public let name: String
  public var physicalName: PhysicalName
  /// `log_group_name`
  public var group: Text
  /// `pattern`, such as `{ $.level = "ERROR" }` for JSON or `ERROR` for text, at most 1,024 characters. An empty one
  /// matches every line.
  public var pattern: String
  public var metricName: String
  public var namespace: String
  /// `value`: what a matching line counts for: a number, or a field such as `$.durationMs`.
  public var measured: String
  public var series: Series
  /// What it means that no line matches.
  public var missingDataMeaning: MissingDataMeaning

  /// CloudWatch refuses a default together with dimensions, so this is one choice.
  public enum Series: Hashable, Sendable {
    /// One series, with `default_value` for periods in which lines came and none matched; nothing if `nil`.
    case total(otherwise: Double?)
    /// A series for each value of up to three fields, such as `("Service", "$.service")`. Each series is paid for.
    case by(Dimension, Dimension? = nil, Dimension? = nil)
  }

  public struct Dimension: Hashable, Sendable {
    public var name: String
    /// The field of the line that holds the value, such as `$.service`.
    public var field: String

    public init(_ name: String, _ field: String) {
      self.name = name
      self.field = field
    }
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, in group: Text, matching pattern: String,
    as metricName: String, in namespace: String, measured: String = "1", _ series: Series,
    missingDataMeaning: MissingDataMeaning
  ) {
    self.name = name
    self.physicalName = physicalName
    self.group = group
    self.pattern = pattern
    self.metricName = metricName
    self.namespace = namespace
    self.measured = measured
    self.series = series
    self.missingDataMeaning = missingDataMeaning
  }

  public static let arguments = ArgumentTable<LogMetricFilter> { table in
    table.add("log_group_name", \.group, .identifier)
    table.add("pattern", \.pattern, .characters(0...1_024), default: "")
    table.unmodeled("metric_transformation", .count(1...1))
    table.add("metric_transformation.name", \.metricName, .metricName)
    table.add("metric_transformation.namespace", \.namespace, .metricName)
    table.add(
      "metric_transformation.value", \.measured, .characters(1...100),
      .shape("a number, or a field that starts with '$'") { $0.hasPrefix("$") || Double($0) != nil })
    table.add("metric_transformation.default_value", \.series.otherwise)
    table.add("metric_transformation.dimensions", \.series.fields, .count(0...3))
    table.derived(\.series) { filter throws(DecodingFailure) in
      // The provider refuses more than three.
      let fields = try filter[\.series.fields].sorted { $0.key < $1.key }.map { Dimension($0.key, $0.value) }
      guard let first = fields.first else { return .total(otherwise: try filter[\.series.otherwise]) }
      return .by(first, fields.dropFirst().first, fields.dropFirst(2).first)
    }
    table.swiftOnly(\.missingDataMeaning, because: "Terraform does not record what missing data means")
    table.constraint("has a default value and dimensions", fix: "remove `default_value` or `dimensions`") { filter in
      filter.blocks("metric_transformation").allSatisfy { !$0.has("default_value") || $0.count("dimensions") == 0 }
    }
  }

  public static let facts = ResourceFacts(
    type,
    documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html",
    name: NamingRule(
      length: 1...512,
      characters: NameCharacters("characters other than : and *") {
        $0 != ":" && $0 != "*" && NameCharacters.printable.contains($0)
      }),
    nameContainer: "log_group_name", identifiedBy: [], iamPrefix: "logs",
    namesOf: ["log_group_name": LogGroup.type],
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
    quota: ResourceQuota(
      100, "metric filters", of: "log_group_name",
      fix: { "remove '\($0)', and publish its metric from the code" }))
}

extension Declared<LogMetricFilter> {
  /// The series without dimensions, for alarms.
  public var metric: Metric { metric(where: [:]) }

  /// The series of these values of its dimensions.
  public func metric(where dimensions: [String: Text]) -> Metric {
    Metric(
      resource.metricName, in: resource.namespace, dimensions: dimensions,
      missingDataMeaning: resource.missingDataMeaning)
  }
}

extension LogMetricFilter.Series {
  /// `default_value`
  var otherwise: Double? {
    switch self {
    case .total(let otherwise): otherwise
    case .by: nil
    }
  }

  /// `dimensions`: the field that holds the value of each.
  var fields: [String: String] {
    switch self {
    case .total: [:]
    case .by(let first, let second, let third):
      Dictionary(
        [first, second, third].compactMap(\.self).map { ($0.name, $0.field) }, uniquingKeysWith: { _, last in last })
    }
  }
}

extension ValueLimit {
  fileprivate static let metricName = ValueLimit.shape("1 to 255 characters other than : * $") { name in
    (1...255).contains(name.unicodeScalars.count) && !name.contains { ":*$".contains($0) }
  }
}

extension LogMetricFilter: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    guard let transformation = try block.nested("metric_transformation") else {
      throw block.error("metric_transformation", .missing)
    }
    // The provider refuses more than three.
    let dimensions = try transformation.textMap("dimensions").sorted { $0.key < $1.key }
      .map { Dimension($0.key, $0.value.known ?? "") }
    let series: Series =
      if let first = dimensions.first {
        .by(first, dimensions.dropFirst().first, dimensions.dropFirst(2).first)
      } else {
        .total(otherwise: try transformation.numberIfPresent("default_value"))
      }
    self.init(
      name, in: try block.text("log_group_name"), matching: try block.stringIfPresent("pattern") ?? "",
      as: try transformation.string("name"), in: try transformation.string("namespace"),
      measured: try transformation.string("value"), series, missingDataMeaning: .undeclared)
  }
}
