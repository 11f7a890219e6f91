/// A table of a page, whose cells say by themselves which column they are of where a screen is too narrow for columns.
struct PageTable {
  let caption: String
  let columns: [String]
  var rows: [Row] = []

  struct Row {
    var attributes: KeyValuePairs<StaticString, String> = [:]
    /// The first one names the row.
    let cells: [Markup]
  }

  var markup: Markup {
    guard !rows.isEmpty else { return .nothing }
    return .element(
      "table",
      [
        .element("caption", caption),
        .element("thead", [.element("tr", columns.map { .element("th", ["scope": "col"], $0) })]),
        .element("tbody", rows.map(row)),
        .newline,
      ])
  }

  private func row(_ row: Row) -> Markup {
    let cells = zip(columns, row.cells).enumerated().map { index, cell -> Markup in
      index == 0
        ? .element("th", ["scope": "row", "data-label": cell.0], [cell.1])
        : .element("td", ["data-label": cell.0], [cell.1])
    }
    return .group([.newline, .element("tr", row.attributes, cells)])
  }
}
