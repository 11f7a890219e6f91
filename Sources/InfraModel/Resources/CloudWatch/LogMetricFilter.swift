/// Counts what a log group's lines say as a metric (`aws_cloudwatch_log_metric_filter`). It reads what is written from
/// now on, not what is there; a group takes a hundred of them.
public struct LogMetricFilter: Resource {
  public static let type = "aws_cloudwatch_log_metric_filter"
  public static let namingRule: NamingRule? = NamingRule(
    length: 1...512,
    characters: NameCharacters("characters other than : and *") {
      $0 != ":" && $0 != "*" && NameCharacters.printable.contains($0)
    })

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
  public var silence: Silence

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
    as metricName: String, in namespace: String, measured: String = "1", _ series: Series, silence: Silence
  ) {
    self.name = name
    self.physicalName = physicalName
    self.group = group
    self.pattern = pattern
    self.metricName = metricName
    self.namespace = namespace
    self.measured = measured
    self.series = series
    self.silence = silence
  }

  public func encode(into block: inout Block) {
    block.set("log_group_name", group)
    block.set("pattern", pattern)
    block.nest("metric_transformation") { transformation in
      transformation.set("name", metricName)
      transformation.set("namespace", namespace)
      transformation.set("value", measured)
      switch series {
      case .total(let otherwise): transformation.set("default_value", otherwise)
      case .by(let first, let second, let third):
        let dimensions = [first, second, third].compactMap(\.self).map { ($0.name, $0.field) }
        transformation.set("dimensions", Dictionary(dimensions, uniquingKeysWith: { _, last in last }))
      }
    }
  }
}

extension Declared<LogMetricFilter> {
  /// The series without dimensions, for alarms.
  public var metric: Metric { metric(where: [:]) }

  /// The series of these values of its dimensions.
  public func metric(where dimensions: [String: Text]) -> Metric {
    Metric(resource.metricName, in: resource.namespace, dimensions: dimensions, silence: resource.silence)
  }
}

extension LogMetricFilter: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
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
        .total(otherwise: try transformation.numberIfAny("default_value"))
      }
    self.init(
      name, in: try block.text("log_group_name"), matching: try block.stringIfAny("pattern") ?? "",
      as: try transformation.string("name"), in: try transformation.string("namespace"),
      measured: try transformation.string("value"), series, silence: .unsaid)
  }
}
