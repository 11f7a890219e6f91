/// A named filter over recorded traces, which CloudWatch counts in `AWS/X-Ray ApproximateTraceCount`
/// (`aws_xray_group`).
public struct TraceGroup: Resource {
  public static let type = "aws_xray_group"
  public static let namingRule: NamingRule? = NamingRule(
    argument: "group_name", length: 1...32, characters: .alphanumerics(and: "-"))

  public let name: String
  public var physicalName: PhysicalName
  /// `filter_expression`, such as `fault = true OR error = true`.
  public var filter: String
  public var insights: Insights

  /// What X-Ray looks for by itself, at a dollar per million traces recorded. Notifications need insights, so there is
  /// no way to ask for them alone.
  public enum Insights: Hashable, Sendable {
    case off
    case on
    case withNotifications
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, filter: String, insights: Insights = .off
  ) {
    self.name = name
    self.physicalName = physicalName
    self.filter = filter
    self.insights = insights
  }

  /// A group of what a filter lets through that the compiler has read already, such as
  /// `.any([.flag(.fault, true), .number(.responseTime, .above, 2.5)])`.
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, filter: TraceFilter, insights: Insights = .off
  ) {
    self.init(name, named: physicalName, filter: filter.description, insights: insights)
  }

  public func encode(into block: inout Block) {
    block.set("filter_expression", filter)
    block.nest("insights_configuration") { configuration in
      configuration.set("insights_enabled", insights != .off)
      configuration.set("notifications_enabled", insights == .withNotifications)
    }
  }
}

extension Declared<TraceGroup> {
  public var arn: ARN<TraceGroup> { ARN(attribute("arn")) }

  /// How many traces the filter matched, about. X-Ray publishes nothing else for a group: no error count, no latency.
  public var traceCount: Metric {
    Metric(
      "ApproximateTraceCount", in: "AWS/X-Ray", dimensions: ["GroupName": attribute("group_name")],
      silence: .nothingHappened)
  }
}

extension TraceGroup: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let insights = try block.nested("insights_configuration")
    let isOn = try insights?.boolIfAny("insights_enabled") ?? false
    let notifies = try insights?.boolIfAny("notifications_enabled") ?? false
    let filter = try block.string("filter_expression")
    self.init(name, filter: filter, insights: isOn ? (notifies ? .withNotifications : .on) : .off)
  }
}
