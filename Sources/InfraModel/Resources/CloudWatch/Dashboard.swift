/// What operators look at first (`aws_cloudwatch_dashboard`).
///
/// ```swift
/// Dashboard("operations", in: stack.currentRegion) {
///   Row { AlarmStatus("All alarms", alarms) }
///   Row {
///     Graph("Errors", [function.errors], .sum)
///     TextWidget("Who is on call: …")
///   }
/// }
/// ```
public struct Dashboard: Resource {
  public static let type = "aws_cloudwatch_dashboard"
  /// Dashboards belong to the account: every region sees the same ones.
  public static let namingRule: NamingRule? = NamingRule(
    argument: "dashboard_name", length: 1...255, characters: .alphanumerics(and: "-_"), isGlobal: true)

  public let name: String
  public var physicalName: PhysicalName
  /// Where the metrics are of graphs that name no region: a metric widget does not do without one.
  public var region: Input<Region>
  /// From top to bottom.
  public var rows: [Row]

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, in region: Input<Region>,
    @ListBuilder<Row> _ rows: () -> [Row]
  ) {
    self.name = name
    self.physicalName = physicalName
    self.region = region
    self.rows = rows()
  }

  public func encode(into block: inout Block) {
    var top = 0
    var widgets: [Value] = []
    for row in rows {
      let (placed, height) = row.placed(at: top, in: region)
      widgets += placed
      top += height
    }
    block["dashboard_body"] = .json(["widgets": .list(widgets)])
  }
}

extension Dashboard {
  /// Every alarm whose state is shown (FR-044).
  public var alarms: [ARN<any Alarm>] {
    rows.flatMap(\.widgets).flatMap(\.alarms)
  }

  /// Every metric that is drawn.
  public var metrics: [Metric] {
    rows.flatMap(\.widgets).flatMap(\.metrics)
  }
}

extension Dashboard: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let body = try block.document("dashboard_body")
    guard case .map(let members) = body, case .list(let widgets)? = members["widgets"] else {
      throw block.error("dashboard_body", .unfit("without `widgets`"))
    }
    self.init(name, in: .fixed(Region(rawValue: ""))) { Row { PlacedWidgets(widgets) } }
  }
}
