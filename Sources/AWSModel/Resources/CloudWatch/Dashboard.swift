public import TerraformModel

/// What operators look at first (`aws_cloudwatch_dashboard`).
///
/// ```swift
/// Dashboard("operations", in: stack.currentRegion) {
///   Row { AlarmStatus("All alarms", alarms) }
///   Row {
///     MetricWidget("Errors", [function.errors], .sum)
///     TextWidget("Who is on call: …")
///   }
/// }
/// ```
public struct Dashboard: ResourceModel {
  public static let type = "aws_cloudwatch_dashboard"

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

  public static let arguments = ArgumentTable<Dashboard> { table in
    table.written("dashboard_body", .document) { dashboard in
      var top = 0
      var widgets: [Value] = []
      for row in dashboard.rows {
        let (placed, height) = row.placed(at: top, in: dashboard.region)
        widgets += placed
        top += height
      }
      return .json(["widgets": .list(widgets)])
    }
    table.derived(\.rows) { dashboard throws(DecodingFailure) in try rows(reading: dashboard.reader) }
    table.swiftOnly(\.region, because: "Terraform has the region of each widget and none of the dashboard")
    table.unmodeled("dashboard_body.widgets", .count(0...500))
    table.unmodeled("dashboard_body.widgets.type", .word(["metric", "text", "log", "alarm", "explorer", "custom"]))
    table.unmodeled("dashboard_body.widgets.x", .range(0...23))
    table.unmodeled("dashboard_body.widgets.y", .range(0 ... .infinity))
    table.unmodeled("dashboard_body.widgets.width", .range(1...24))
    table.unmodeled("dashboard_body.widgets.height", .range(1...1_000))
    table.unmodeled("dashboard_body.widgets.properties.alarms", .count(1...100))
    table.unmodeled("dashboard_body.widgets.properties.metrics", .count(0...500))
    table.constraint(
      "has a widget that reaches beyond the 24 columns", fix: "set `x` and `width` to 24 or less together"
    ) { dashboard in
      // `argument-limits` reports a column or a width that is out of range by itself.
      dashboard.widgets.allSatisfy { widget in
        let (x, width) = (widget.number("x") ?? 0, widget.number("width") ?? 6)
        return x > 23 || width > 24 || x + width <= 24
      }
    }
    table.constraint("shows more than 2,500 metrics", fix: "spread the widgets over several dashboards") { dashboard in
      dashboard.widgets.reduce(0) { $0 + ($1.blocks("properties").first?.count("metrics") ?? 0) } <= 2_500
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
    // Dashboards belong to the account: every region sees the same ones.
    name: NamingRule(
      argument: "dashboard_name", length: 1...255, characters: .alphanumerics(and: "-_"), isGlobal: true),
    identifiedBy: ["dashboard_arn"], iamPrefix: "cloudwatch")
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

extension Subject<Dashboard> {
  /// Every alarm whose state is shown.
  package var alarms: [ARN<any Alarm>] {
    get throws(DecodingFailure) { try self[\.rows].flatMap(\.widgets).flatMap(\.alarms) }
  }

  /// Every metric that is drawn.
  package var metrics: [Metric] {
    get throws(DecodingFailure) { try self[\.rows].flatMap(\.widgets).flatMap(\.metrics) }
  }
}

extension Dashboard: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let rows = try Self.rows(reading: block)
    self.init(name, in: .fixed(Region(rawValue: ""))) { for row in rows { row } }
  }

  /// One row of the widgets as they are placed.
  fileprivate static func rows(reading block: BlockDecoder) throws(DecodingFailure) -> [Row] {
    let body = try block.document("dashboard_body")
    guard case .map(let members) = body, case .list(let widgets)? = members["widgets"] else {
      throw block.error("dashboard_body", .unfit("without `widgets`"))
    }
    return [Row { PlacedWidgets(widgets) }]
  }
}

extension KnownArguments {
  /// The widgets of a dashboard's body.
  fileprivate var widgets: [KnownArguments] {
    guard case .document(let body)? = block["dashboard_body"]?.carriedDocument else { return [] }
    return (body.member("widgets")?.entries ?? []).compactMap { widget in
      guard case .map(let members) = widget else { return nil }
      return KnownArguments(block: Block(uniqueArguments: members.map { ($0.key, $0.value) }), stack: stack)
    }
  }
}
