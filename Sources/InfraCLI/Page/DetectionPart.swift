import InfraModel

/// When each failure is noticed, with a drawing of one.
func detectionPart(_ entry: ReportEntry) -> Markup {
  let tables = DetectionTables(matrix: entry.detection)
  guard !tables.tables.isEmpty else {
    return .element("p", "The stack declares no resource whose failures are simulated.")
  }
  return .group(
    [.element("p", "\(tables.summary)."), chart(entry)]
      + tables.tables.map { kind in
        PageTable(
          caption: "When the failures of each \(kind.kind.rawValue) are noticed",
          columns: ["Resource", "Failure", "Median", "95 %", "Alarm", "Notifies"],
          rows: kind.rows.flatMap { row in
            kind.cells(of: row).map { cells in PageTable.Row(cells: ([row.name] + cells).map(Markup.text)) }
          }
        ).markup
      } + (tables.remarks + [DetectionTables.footnote]).map { .element("p", ["class": "more"], $0) })
}

private func chart(_ entry: ReportEntry) -> Markup {
  guard let chart = entry.detection.chart, let fired = chart.fired else { return .nothing }
  let (width, height, margin) = (560.0, 150.0, 24.0)
  let most = max(chart.values.compactMap(\.self).max() ?? 0, chart.threshold) * 1.1
  guard most > 0 else { return .nothing }
  let step = (width - 2 * margin) / Double(max(1, chart.values.count - 1))
  func x(_ minute: Int) -> String { coordinate(margin + Double(minute) * step) }
  func y(_ value: Double) -> String { coordinate(height - margin - value / most * (height - 2 * margin)) }
  func line(_ from: (String, String), _ to: (String, String), dashes: String) -> Markup {
    .element(
      "line",
      [
        "x1": from.0, "y1": from.1, "x2": to.0, "y2": to.1, "stroke": "currentColor", "stroke-dasharray": dashes,
      ], "")
  }
  func label(_ text: String, _ minute: Int, _ y: Double) -> Markup {
    .element("text", ["x": x(minute), "y": coordinate(y), "font-size": "11", "fill": "currentColor"], text)
  }
  let points = chart.values.enumerated().compactMap { minute, value in value.map { "\(x(minute)),\(y($0))" } }
  let (top, bottom) = (coordinate(margin), coordinate(height - margin))
  let description =
    "All calls of '\(chart.resource)' of \(entry.graph.stack.stack) in \(entry.graph.stack.environment) fail from minute "
    + "\(chart.failureStart) on; alarm '\(chart.alarm)' fires in minute \(fired), \(fired - chart.failureStart) minutes later"
  return .element(
    "figure",
    [
      .element(
        "svg",
        [
          "class": "chart", "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))", "role": "img",
          "aria-label": description, "width": "100%",
        ],
        [
          .element(
            "polyline", ["points": points.joined(separator: " "), "fill": "none", "stroke": "currentColor"], ""),
          line((x(0), y(chart.threshold)), (x(chart.values.count - 1), y(chart.threshold)), dashes: "6 3"),
          line((x(chart.failureStart), top), (x(chart.failureStart), bottom), dashes: "2 3"),
          line((x(fired), top), (x(fired), bottom), dashes: "none"),
          label("failure begins", chart.failureStart, margin - 6), label("alarm fires", fired, height - 6),
        ]),
      .element(
        "figcaption",
        "\(description). The line is the value of the alarm's metric, the dashes its threshold, "
          + "\(plainNumber(chart.threshold)); one simulated run."),
    ])
}

private func coordinate(_ number: Double) -> String { plainNumber((number * 10).rounded() / 10) }
