import InfraModel

/// What watches the functions of several stacks, as a table.
func coverageReport(_ stacks: [(name: String, coverage: Coverage)], as format: Format) -> String {
  let rows = stacks.flatMap { stack in stack.coverage.rows.map { (stack.name, $0) } }
  let watches = Coverage.Watch.allCases
  switch format {
  case .json:
    return json([
      "schemaVersion": 1,
      "functions": .list(
        rows.map { stack, row in
          [
            "stack": .literal(stack), "address": .literal("\(row.address)"), "region": .literal("\(row.region)"),
            "watches": .literalMap(
              Dictionary(uniqueKeysWithValues: watches.map { ($0.rawValue, .literal(word(row, $0))) })),
          ]
        }),
    ])
  case .markdown:
    let head = ["function"] + watches.map(\.rawValue)
    let lines =
      [head, head.map { _ in "---" }] + rows.map { _, row in ["`\(row.address)`"] + watches.map { word(row, $0) } }
    // A key of `for_each` may hold a bar, which would end the cell.
    return lines.map {
      "| \($0.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }.joined(separator: " | ")) |\n"
    }.joined()
  default:
    guard !rows.isEmpty else { return "no functions\n" }
    return table(
      [["function"] + watches.map(\.rawValue)]
        + rows.map { _, row in ["\(row.address)"] + watches.map { word(row, $0) } })
  }
}

private func word(_ row: Coverage.Row, _ watch: Coverage.Watch) -> String {
  row.cells[watch, default: .unknown].rawValue
}
