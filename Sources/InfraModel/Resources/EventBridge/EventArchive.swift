/// Keeps the events of a bus, to be put on it again later (`aws_cloudwatch_event_archive`). What comes out again belongs
/// to no trace (T42).
public struct EventArchive: Resource {
  public static let type = "aws_cloudwatch_event_archive"
  public static let namingRule: NamingRule? = NamingRule(length: 1...48, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName
  /// `event_source_arn`
  public var bus: ARN<EventBus>
  /// `event_pattern`: which events it keeps; all of them where `nil`.
  public var pattern: EventPattern?
  public var retention: Retention

  /// `retention_days`
  public enum Retention: Hashable, Sendable {
    case days(Int)
    case forever
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, of bus: ARN<EventBus>,
    matching pattern: EventPattern? = nil, retention: Retention
  ) {
    self.name = name
    self.physicalName = physicalName
    self.bus = bus
    self.pattern = pattern
    self.retention = retention
  }

  public func encode(into block: inout Block) {
    block.set("event_source_arn", bus)
    block.set("event_pattern", pattern)
    switch retention {
    case .days(let days): block.set("retention_days", days)
    case .forever: block.set("retention_days", 0)
    }
  }
}

extension EventArchive: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let days = try block.integerIfAny("retention_days") ?? 0
    self.init(
      name, of: try block.arn("event_source_arn"), matching: try EventPattern(readingIfAny: block),
      retention: days == 0 ? .forever : .days(days))
  }
}
