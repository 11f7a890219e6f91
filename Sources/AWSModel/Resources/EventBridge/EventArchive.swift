public import TerraformModel

/// Stores the events of a bus for replay (`aws_cloudwatch_event_archive`). Replayed events have no trace (T42).
public struct EventArchive: ResourceModel {
  public static let type = "aws_cloudwatch_event_archive"

  public let name: String
  public var physicalName: PhysicalName
  /// `event_source_arn`
  public var bus: ARN<EventBus>
  /// `event_pattern`: which events it stores; all where `nil`.
  public var pattern: EventPattern?
  /// `retention_days`
  public var retention: Retention

  /// `retention_days`: days, or 0 for no end.
  public enum Retention: Hashable, Sendable {
    case days(Int)
    case forever

    var days: Int {
      switch self {
      case .days(let days): days
      case .forever: 0
      }
    }
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

  public static let arguments = ArgumentTable<EventArchive> { table in
    table.add("event_source_arn", \.bus)
    table.add("event_pattern", \.pattern)
    table.add("retention_days", \.retention.days, default: 0)
    table.derived(\.retention) { archive throws(DecodingFailure) in
      let days = try archive[\.retention.days]
      return days == 0 ? .forever : .days(days)
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html",
    name: NamingRule(length: 1...48, characters: .alphanumerics(and: "-_.")),
    data: StatefulData("events", in: "event archive"), iamPrefix: "events")
}

extension EventArchive: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let archive = BlockView<Self>(block)
    self.init(name, of: try archive[\.bus], matching: try archive[\.pattern], retention: try archive[\.retention])
  }
}
