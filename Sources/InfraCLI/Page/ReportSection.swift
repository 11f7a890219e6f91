import InfraModel

/// One stack in one environment.
func reportSection(_ entry: ReportEntry, _ reports: PolicyReports) -> Markup {
  let id = entry.anchor
  return .element(
    "section",
    [
      "id": id, "class": "stack", "aria-labelledby": "\(id)-title", "data-stack": entry.identity.stack,
      "data-environment": entry.identity.environment,
    ],
    [
      .newline,
      .element(
        "h2", ["id": "\(id)-title"],
        [.text(entry.identity.stack), .element("span", ["class": "environment"], entry.identity.environment)]),
      .element(
        "nav", ["aria-label": "\(entry.identity.stack) \(entry.identity.environment)"],
        parts.map { part in .element("a", ["href": "#\(id)-\(part.anchor)"], part.title) }
          + [.element("a", ["href": "#overview"], "Overview ↑")]), .newline,
    ]
      + parts.map { part in
        .element(
          "section", ["id": "\(id)-\(part.anchor)", "aria-labelledby": "\(id)-\(part.anchor)-title"],
          [
            .newline, .element("h3", ["id": "\(id)-\(part.anchor)-title"], part.title),
            part.content(entry, reports), .newline,
          ])
      })
}

/// A part of a section.
private struct Part: Sendable {
  let title: String
  let anchor: String
  let content: @Sendable (ReportEntry, PolicyReports) -> Markup
}

private let parts = [
  Part(title: "Request paths", anchor: "graph") { entry, _ in graphFigure(entry) },
  Part(title: "Coverage", anchor: "coverage") { entry, _ in coveragePart(entry) },
  Part(title: "Findings", anchor: "findings", content: findingsPart),
  Part(title: "Alarms", anchor: "alarms") { entry, _ in alarmsPart(entry) },
  Part(title: "Detection", anchor: "detection") { entry, _ in detectionPart(entry) },
  Part(title: "Sampling", anchor: "sampling") { entry, _ in samplingPart(entry) },
  Part(title: "Cost", anchor: "cost") { entry, _ in costPart(entry) },
]

/// The picture twice, of which the style sheet shows the one that fits, and its edges as searchable text.
private func graphFigure(_ entry: ReportEntry) -> Markup {
  let graph = entry.graph
  guard !graph.hops.isEmpty else { return .element("p", "The stack declares no resource that handles requests.") }
  let picture = Picture(of: graph)
  func drawing(_ width: Double, _ suffix: String) -> Markup {
    picture.drawing(width: width)
      .svg(title: graph.title, description: graph.summary, id: "\(entry.anchor)-picture-\(suffix)")
  }
  let rows = graph.hops.map { hop in
    PageTable.Row(cells: [
      .text(graph.node(hop.from).map(\.label) ?? ""), .text(graph.node(hop.to).map(\.label) ?? ""),
      .element("span", ["class": "sight \(hop.visibility.style)"], Picture.explanation(of: hop.visibility)),
    ])
  }
  return .group([
    .element("div", ["class": "wide"], [drawing(1_180, "wide")]),
    .element("div", ["class": "narrow"], [drawing(368, "narrow")]),
    .element(
      "details",
      [
        .element("summary", "\(entry.tracedHops) of \(counted(graph.hops.count, "edge")) are on a trace"),
        PageTable(caption: "Every edge", columns: ["From", "To", "What X-Ray sees"], rows: rows).markup,
      ]),
  ])
}

extension TraceGraph.Node {
  fileprivate var label: String {
    name.hasPrefix(kind.label) ? name : "\(name), \(kind.label)"
  }
}

private func coveragePart(_ entry: ReportEntry) -> Markup {
  let tables = CoverageTables(coverage: entry.coverage)
  guard !tables.tables.isEmpty else { return .element("p", "The stack declares no resource to monitor.") }
  return .group(
    [.element("p", "\(tables.summary).")]
      + tables.tables.map { table in
        PageTable(
          caption: "What watches each \(table.kind.rawValue)", columns: table.head.map(\.capitalizedFirst),
          rows: table.rows.map { row in
            PageTable.Row(cells: [.text(row.name)] + table.kind.watches.map { answer(row[$0]) })
          }
        ).markup
      })
}

private func answer(_ answer: Coverage.Answer) -> Markup {
  .element("span", ["class": "answer \(answer)"], answer.rawValue)
}

private func alarmsPart(_ entry: ReportEntry) -> Markup {
  guard !entry.alarms.isEmpty else { return .element("p", "The stack declares no alarm.") }
  let rows = entry.alarms.map { alarm in
    PageTable.Row(cells: [
      .text(alarm.name), .text(alarm.condition), .text(alarm.silence),
      alarm.hearers.isEmpty
        ? .element("span", ["class": "severity warning"], "no subscriber") : .element("span", names(alarm.hearers)),
      .text(alarm.meaning),
    ])
  }
  return PageTable(
    caption: "Every alarm, with its subscribers",
    columns: ["Alarm", "Fires at", "Missing data", "Notifies", "What it means"], rows: rows
  ).markup
}

/// `a@example.com, b@example.com`, without a line break within an address.
private func names(_ words: [String]) -> [Markup] {
  words.enumerated().flatMap { index, word in
    [.element("span", ["class": "name"], word), .text(index == words.count - 1 ? "" : ", ")]
  }
}

private func findingsPart(_ entry: ReportEntry, _ reports: PolicyReports) -> Markup {
  let findings = entry.report.findings.sorted { ($1.severity, $0.location) < ($0.severity, $1.location) }
  let list =
    findings.isEmpty
    ? Markup.element("p", ["class": "fine"], "No findings.")
    : .element("ul", ["class": "findings"], findings.map { item($0, reports.workingDirectory) })
  return .group([list, waivers(entry), unknowns(entry)])
}

private func item(_ finding: Finding, _ directory: String) -> Markup {
  .group([
    .newline,
    .element(
      "li", ["data-severity": finding.severity.rawValue],
      [
        .element(
          "p",
          [
            severityMark(finding.severity, finding.severity.rawValue), withCode(" \(finding.message) "),
            .element("code", ["class": "name"], finding.rule.rawValue),
          ]),
        .element("p", ["class": "more"], [withCode(finding.rationale)]),
        .element("p", ["class": "more"], [withCode("Fix: \(finding.fix)")]),
        .element("p", ["class": "place"], finding.location.text(relativeTo: directory)),
      ]),
  ])
}

/// Text between backticks is code.
private func withCode(_ text: String) -> Markup {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
  guard !parts.count.isMultiple(of: 2) else { return .text(text) }
  return .group(
    parts.enumerated().map { $0.isMultiple(of: 2) ? .text($1) : .element("code", $1) })
}

private func waivers(_ entry: ReportEntry) -> Markup {
  guard !entry.report.waivers.isEmpty else { return .element("p", ["class": "more"], "No waivers.") }
  let rows = entry.report.waivers.map { declared in
    PageTable.Row(cells: [
      .element("code", declared.waiver.rule.rawValue), .text(declared.declaration.address.description),
      .text(declared.state.name), .text(declared.waiver.owner), .text(declared.waiver.until),
      .text(declared.waiver.reason),
    ])
  }
  return PageTable(
    caption: "Waivers", columns: ["Rule", "On", "State", "Owner", "Until", "Reason"], rows: rows
  ).markup
}

/// What rules could not determine, because no finding is not the same as no problem.
private func unknowns(_ entry: ReportEntry) -> Markup {
  let rows = entry.report.results.flatMap { result in
    result.undetermined.map { unknown in
      PageTable.Row(cells: [
        .element("code", result.rule.rawValue), .text(unknown.address.description), .text(unknown.reason),
      ])
    }
  }
  guard !rows.isEmpty else { return .nothing }
  return PageTable(caption: "Undetermined", columns: ["Rule", "On", "Why"], rows: rows).markup
}

/// The effective sampling rate, which usually differs from the rate of a rule.
private func samplingPart(_ entry: ReportEntry) -> Markup {
  let rules = entry.report.stack.declared(SamplingRule.self).sorted { $0.priority < $1.priority }
  let rows = rules.map { rule in
    PageTable.Row(cells: [
      .text(rule.physicalName), .text(String(rule.priority)), .text(String(rule.reservoir)),
      .text(percent(rule.fixedRate.known.fraction)),
    ])
  }
  let ruleTable = PageTable(
    caption: "Sampling rules; the first that matches applies",
    columns: ["Rule", "Priority", "Reservoir", "Fixed rate"], rows: rows)
  return .group([
    PageTable(caption: "Share of requests that is recorded", rows: CostTables(estimate: entry.cost).flows).markup,
    rules.isEmpty ? .element("p", ["class": "more"], "The stack declares no sampling rule.") : ruleTable.markup,
  ])
}

private func costPart(_ entry: ReportEntry) -> Markup {
  let tables = CostTables(estimate: entry.cost)
  let base = BaseCostTables(base: entry.baseCost)
  return .group(
    [
      .element("p", "Total: \(StackCost(estimate: entry.cost, base: entry.baseCost).total)."),
      PageTable(caption: CostTables.footnote, rows: tables.lines).markup,
      PageTable(caption: BaseCostTables.footnote, rows: base.lines).markup,
    ] + (tables.remarks + base.remarks).map { .element("p", ["class": "more"], [withCode($0)]) })
}

extension PageTable {
  /// A table of words, of which the first row is the head; empty without rows.
  fileprivate init(caption: String, rows: [[String]]) {
    self.init(
      caption: caption, columns: rows.first.map { $0.map(\.capitalizedFirst) } ?? [],
      rows: rows.dropFirst().map { Row(cells: $0.map(Markup.text)) })
  }
}

extension String {
  /// Only the first letter, as names within may be written as they are.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
