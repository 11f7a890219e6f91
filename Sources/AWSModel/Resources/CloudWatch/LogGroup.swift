public import TerraformModel

/// Where logs go and for how long (`aws_cloudwatch_log_group`). Declared, because the group that Lambda makes by itself
/// never expires.
public struct LogGroup: ResourceModel {
  public static let type = "aws_cloudwatch_log_group"

  public let name: String
  public var physicalName: PhysicalName
  /// `retention_in_days`
  public var retention: Input<LogRetention>

  public init(_ name: String, named physicalName: PhysicalName = .conventional, retention: Input<LogRetention>) {
    self.name = name
    self.physicalName = physicalName
    self.retention = retention
  }

  public static let arguments = ArgumentTable<LogGroup> { table in
    table.add(
      "retention_in_days", \.retention,
      .number("0 or one of \(retentions)") { days in retentions.contains { Double($0) == days } }, default: .forever)
    table.unmodeled("name", .notStarting(with: "aws/"))
    table.unmodeled("log_group_class", .word(["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    name: NamingRule(length: 1...512, characters: .alphanumerics(and: ".-_/#")),
    data: StatefulData("events", in: "log group"), iamPrefix: "logs",
    dimension: NamedDimension("LogGroupName", attributes: ["name", "id"]), metrics: LogsMetrics.namespace)
}

extension DeclaredResource<LogGroup> {
  public var arn: ARN<LogGroup> { ARN(attribute("arn")) }
  public var groupName: Text { attribute("name") }
}

/// The numbers of days CloudWatch Logs can keep logs for; it takes no others, and neither does the provider.
///
/// Source: <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html>
public enum LogRetention: Int, Hashable, Sendable, CaseIterable, ArgumentCodable {
  case oneDay = 1
  case threeDays = 3
  case fiveDays = 5
  case oneWeek = 7
  case twoWeeks = 14
  case oneMonth = 30
  case twoMonths = 60
  case threeMonths = 90
  case fourMonths = 120
  case fiveMonths = 150
  case sixMonths = 180
  case oneYear = 365
  case thirteenMonths = 400
  case eighteenMonths = 545
  case twoYears = 731
  case threeYears = 1_096
  case fiveYears = 1_827
  case sixYears = 2_192
  case sevenYears = 2_557
  case eightYears = 2_922
  case nineYears = 3_288
  case tenYears = 3_653
  case forever = 0

  public var value: Value { .integer(rawValue) }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    guard let retention = LogRetention(rawValue: try Int(reading: value)) else { throw value.unfit }
    self = retention
  }
}

private let retentions = LogRetention.allCases.map(\.rawValue).sorted()

extension LogGroup: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name,
      retention: try block.input("retention_in_days", otherwise: .forever, LogRetention.init(reading:)))
  }
}

extension Input<LogRetention> {
  public static var oneDay: Input { .fixed(.oneDay) }
  public static var threeDays: Input { .fixed(.threeDays) }
  public static var fiveDays: Input { .fixed(.fiveDays) }
  public static var oneWeek: Input { .fixed(.oneWeek) }
  public static var twoWeeks: Input { .fixed(.twoWeeks) }
  public static var oneMonth: Input { .fixed(.oneMonth) }
  public static var twoMonths: Input { .fixed(.twoMonths) }
  public static var threeMonths: Input { .fixed(.threeMonths) }
  public static var sixMonths: Input { .fixed(.sixMonths) }
  public static var oneYear: Input { .fixed(.oneYear) }
  public static var twoYears: Input { .fixed(.twoYears) }
  public static var fiveYears: Input { .fixed(.fiveYears) }
  public static var sixYears: Input { .fixed(.sixYears) }
  public static var sevenYears: Input { .fixed(.sevenYears) }
  public static var eightYears: Input { .fixed(.eightYears) }
  public static var nineYears: Input { .fixed(.nineYears) }
  public static var tenYears: Input { .fixed(.tenYears) }
  public static var forever: Input { .fixed(.forever) }
}

extension LogRetention: VariableValue {
  public static var variableType: String { "number" }
}
