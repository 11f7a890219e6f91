import InfraModel

/// The coverage of the resources of several stacks, with a table for each kind.
func coverageReport(_ coverages: [Coverage], as format: Format) -> String {
  switch format {
  case .json: coverageJSON(coverages)
  case .markdown: coverages.map(coverageMarkdown).joined(separator: "\n")
  default: coverages.map(coverageText).joined(separator: "\n")
  }
}

private func coverageMarkdown(_ coverage: Coverage) -> String {
  let tables = CoverageTables(coverage: coverage)
  let parts = tables.tables.map { kind in
    let rows = kind.rows.map { row in [markdownCode("\(row.address)")] + kind.kind.watches.map { row[$0].rawValue } }
    return markdownTable([kind.head] + rows + [["total"] + kind.counts])
  }
  let lines = ["## \(markdownCode("\(coverage.stack)"))\n"] + parts + ["\(tables.summary)\n"]
  return lines.joined(separator: "\n")
}

private func coverageText(_ coverage: Coverage) -> String {
  let tables = CoverageTables(coverage: coverage)
  let parts = tables.tables.map { kind in
    let rows = kind.rows.map { row in ["\(row.address)"] + kind.kind.watches.map { row[$0].rawValue } }
    return table([kind.head] + rows + [["total"] + kind.counts])
  }
  let lines = parts + ["\(inLine("\(coverage.stack)")): \(tables.summary)\n"]
  return lines.joined(separator: "\n")
}

private func coverageJSON(_ coverages: [Coverage]) -> String {
  json([
    "schemaVersion": 2,
    "resources": .list(coverages.flatMap { coverage in coverage.rows.map { resource($0, of: coverage.stack) } }),
  ])
}

private func resource(_ row: Coverage.Row, of stack: StackIdentity) -> Value {
  [
    "stack": .literal(stack.stack), "environment": .literal(stack.environment), "kind": .literal(row.kind.rawValue),
    "address": .literal("\(row.address)"), "name": .literal(row.name), "region": .literal("\(row.region)"),
    "watches": .literalMap(
      Dictionary(uniqueKeysWithValues: row.kind.watches.map { ($0.rawValue, .literal(row[$0].rawValue)) })),
  ]
}
