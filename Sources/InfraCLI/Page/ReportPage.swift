import InfraModel

/// The report on the stacks: one self-contained HTML page.
func reportPage(_ reports: PolicyReports, today: String, progress: Progress? = nil) -> String {
  let entries = reports.reports.map { ReportEntry($0) }
  func section(_ entry: ReportEntry) -> Markup {
    progress?.step("drawing \(entry.identity)")
    return reportSection(entry, reports)
  }
  return Markup.element(
    "html", ["lang": "en"],
    [
      .newline,
      .element(
        "head",
        [
          .empty("meta", ["charset": "utf-8"]),
          .empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
          .empty("meta", ["name": "color-scheme", "content": "light dark"]),
          // Whatever a stack's name contains, the page loads and runs only its own assets.
          .empty("meta", ["http-equiv": "Content-Security-Policy", "content": contentPolicy]),
          .element("title", "Observability report"), .newline, .asset(.pageStyle), .newline,
        ]), .newline,
      .element(
        "body",
        [
          .element("a", ["class": "skip", "href": "#overview"], "Skip to the overview"), .newline,
          header(entries, reports, today: today), .newline,
          .element(
            "main",
            [overview(entries)] + entries.map(section)
              + [.element("p", ["class": "nothing", "hidden": ""], "No environment matches the filters.")]), .newline,
          .asset(.pageScript), .newline,
        ]),
    ]
  ).page
}

private let contentPolicy =
  "default-src 'none'; style-src '\(Asset.pageStyle.digest)'; script-src '\(Asset.pageScript.digest)'; base-uri 'none'; "
  + "form-action 'none'"

private func header(_ entries: [ReportEntry], _ reports: PolicyReports, today: String) -> Markup {
  .element(
    "header",
    [
      .element("h1", "Observability report"),
      .element(
        "p", ["class": "scope"],
        "\(counted(reports.examined, "resource")) in \(counted(entries.count, "environment")), checked against "
          + "\(counted(reports.policy.rules.count, "rule")) on \(today)"),
      filters(entries),
    ])
}

private func filters(_ entries: [ReportEntry]) -> Markup {
  func choice(_ label: String, _ name: String, _ all: String, _ values: [(value: String, text: String)]) -> Markup {
    .element(
      "label",
      [
        .text(label),
        .element(
          "select", ["name": name],
          [.element("option", ["value": ""], all)]
            + values.map { .element("option", ["value": $0.value], $0.text) }),
      ])
  }
  return .element(
    "form", ["id": "filters", "role": "search", "aria-label": "Filter the page"],
    [
      choice("Stack", "stack", "all stacks", unique(entries.map(\.identity.stack)).map { ($0, $0) }),
      choice(
        "Environment", "environment", "all environments", unique(entries.map(\.identity.environment)).map { ($0, $0) }),
      choice(
        "Findings", "severity", "all findings",
        [("warning", "warnings and errors"), ("error", "errors")]),
      .element("button", ["type": "reset"], "Show everything"),
      .element("output", ["aria-live": "polite"], ""),
    ])
}

/// One line for each environment: a summary with links to the details.
private func overview(_ entries: [ReportEntry]) -> Markup {
  let table = PageTable(
    caption: "One line for each stack in each environment",
    columns: ["Environment", "Findings", "Waived", "Edges on a trace", "Functions watched", "Alarms", "Monthly cost"],
    rows: entries.map { entry in
      PageTable.Row(
        attributes: ["data-stack": entry.identity.stack, "data-environment": entry.identity.environment],
        cells: [
          .element(
            "a", ["href": "#\(entry.anchor)"],
            [.text(entry.identity.stack), .element("span", ["class": "environment"], entry.identity.environment)]),
          findingCounts(entry), .text(String(entry.report.waived.count)),
          .text("\(entry.tracedHops) of \(entry.graph.hops.count)"),
          .text("\(entry.watched) of \(entry.functions.count)"),
          .text("\(entry.alarms.count)\(entry.unheard == 0 ? "" : ", \(entry.unheard) without a subscriber")"),
          .text("\(entry.cost.alone + entry.baseCost.total)"),
        ])
    })
  return .element(
    "section", ["id": "overview", "aria-labelledby": "overview-title"],
    [.element("h2", ["id": "overview-title"], "Overview"), table.markup])
}

/// `2 errors, 1 warning`, or that there is nothing.
func findingCounts(_ entry: ReportEntry) -> Markup {
  let counts = Severity.allCases.reversed().filter { entry.count($0) > 0 }.map { severity in
    severityMark(severity, counted(entry.count(severity), severity.rawValue))
  }
  return counts.isEmpty ? .element("span", ["class": "fine"], "none") : .element("span", counts)
}

/// Color alone does not distinguish severities: the word is always present.
func severityMark(_ severity: Severity, _ text: String) -> Markup {
  .element("span", ["class": "severity \(severity.rawValue)"], text)
}
