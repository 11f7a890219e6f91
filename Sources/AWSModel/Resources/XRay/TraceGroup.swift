public import TerraformModel

/// A named filter over recorded traces, which CloudWatch counts in `AWS/X-Ray ApproximateTraceCount`
/// (`aws_xray_group`).
public struct TraceGroup: ResourceModel {
  public static let type = "aws_xray_group"

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

  public static let arguments = ArgumentTable<TraceGroup> { table in
    table.add("filter_expression", \.filter)
    table.add("insights_configuration.insights_enabled", \.insights.isOn, default: false)
    table.add("insights_configuration.notifications_enabled", \.insights.notifies, default: false)
    table.derived(\.insights) { group throws(DecodingFailure) in
      guard try group[\.insights.isOn] else { return .off }
      return try group[\.insights.notifies] ? .withNotifications : .on
    }
    table.unmodeled("group_name", .other(than: "Default"))
    table.constraint("sends notifications of insights that are off", fix: "set `insights_enabled` to true") { group in
      group.blocks("insights_configuration").allSatisfy {
        !$0.isTrue("notifications_enabled") || $0.isTrue("insights_enabled")
      }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html",
    name: NamingRule(argument: "group_name", length: 1...32, characters: .alphanumerics(and: "-")), iamPrefix: "xray",
    dimension: NamedDimension("GroupName", attributes: ["group_name"], ofAWS: ["Default"]),
    metrics: XRayMetrics.namespace, removal: .tracing)
}

extension DeclaredResource<TraceGroup> {
  public var arn: ARN<TraceGroup> { ARN(attribute("arn")) }

  /// How many traces the filter matched, about. X-Ray publishes nothing else for a group: no error count, no latency.
  public var traceCount: Metric { metric("ApproximateTraceCount") }
}

extension TraceGroup.Insights {
  /// `insights_enabled`
  var isOn: Bool { self != .off }
  /// `notifications_enabled`
  var notifies: Bool { self == .withNotifications }
}

extension TraceGroup: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let insights = try block.nested("insights_configuration")
    let isOn = try insights?.boolIfPresent("insights_enabled") ?? false
    let notifies = try insights?.boolIfPresent("notifications_enabled") ?? false
    let filter = try block.string("filter_expression")
    self.init(name, filter: filter, insights: isOn ? (notifies ? .withNotifications : .on) : .off)
  }
}
