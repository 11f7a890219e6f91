/// Rows in columns as wide as their widest cell; the last column has no end.
func table(_ rows: [[String]]) -> String {
  let rows = rows.map { $0.map(inLine) }
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
    }
    return cells.joined(separator: "  ") + "\n"
  }.joined()
}
