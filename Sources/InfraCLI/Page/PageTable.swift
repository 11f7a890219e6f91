/// A table of a page. On a screen that is too narrow for columns, each cell shows the name of its column.
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
