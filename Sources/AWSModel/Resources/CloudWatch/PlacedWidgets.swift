import TerraformModel

/// Widgets of a dashboard that was not written in Swift, at their given positions.
struct PlacedWidgets: Widget {
  let values: [Value]
  let alarms: [ARN<any Alarm>]
  let metrics: [Metric]

  init(_ values: [Value]) {
    self.values = values
    let properties = values.compactMap { $0.entry("properties") }
    // A metric widget may show one alarm too, in its `annotations`.
    alarms = properties.flatMap { properties in
      ((properties.entry("alarms") ?? properties.entry("annotations")?.entry("alarms"))?.texts ?? []).map { ARN($0) }
    }
    metrics = properties.flatMap { properties -> [Metric] in
      guard case .list(let rows)? = properties.entry("metrics") else { return [] }
      return rows.compactMap { $0.drawnMetric }
    }
  }

  func tiles(width: Int, in region: Input<Region>) -> [Tile] { [] }
}

extension Value {
  fileprivate func entry(_ name: String) -> Value? {
    if case .map(let members) = self { members[name] } else { nil }
  }

  fileprivate var texts: [Text] {
    guard case .list(let values) = self else { return [] }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// `[namespace, name, dimension, value, …, {options}]`
  fileprivate var drawnMetric: Metric? {
    let texts = texts
    guard texts.count >= 2, let namespace = texts[0].known, let name = texts[1].known else { return nil }
    let pairs = stride(from: 2, to: texts.count - 1, by: 2).map { (texts[$0].known ?? "", texts[$0 + 1]) }
    return Metric(
      name, in: namespace, dimensions: Dictionary(pairs, uniquingKeysWith: { _, last in last }),
      missingDataMeaning: .undeclared)
  }
}
