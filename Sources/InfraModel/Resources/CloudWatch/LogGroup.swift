/// Where logs go and for how long (`aws_cloudwatch_log_group`). Declared, because the group that Lambda makes by itself
/// never expires.
public struct LogGroup: Resource {
  public static let type = "aws_cloudwatch_log_group"
  public static let namingRule: NamingRule? = NamingRule(length: 1...512, characters: .alphanumerics(and: ".-_/#"))

  public let name: String
  public var physicalName: PhysicalName
  /// `retention_in_days`
  public var retention: Input<LogRetention>

  public init(_ name: String, named physicalName: PhysicalName = .conventional, retention: Input<LogRetention>) {
    self.name = name
    self.physicalName = physicalName
    self.retention = retention
  }

  public func encode(into block: inout Block) {
    block.set("retention_in_days", retention)
  }
}

extension Declared<LogGroup> {
  public var arn: ARN<LogGroup> { ARN(attribute("arn")) }
  public var groupName: Text { attribute("name") }
}

/// The numbers of days CloudWatch Logs can keep logs for; it takes no others.
public enum LogRetention: Int, Hashable, Sendable, CaseIterable, ArgumentValue {
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
  case tenYears = 3_653
  case forever = 0

  public var value: Value { .integer(rawValue) }
}

extension LogGroup: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name,
      retention: try block.input("retention_in_days", otherwise: .forever) { value throws(Unreadable.Reason) in
        guard let retention = LogRetention(rawValue: try Int(reading: value)) else { throw value.unfit }
        return retention
      })
  }
}
