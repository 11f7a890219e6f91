import InfraModel

/// Estimates for people at a terminal.
func costText(_ costs: [StackCost]) -> String {
  let texts = costs.map { cost in
    let tables = CostTables(estimate: cost.estimate)
    let base = cost.base.map { BaseCostTables(base: $0) }
    let remarks = tables.remarks + (base?.remarks ?? [])
    let parts = [
      tables.flows.isEmpty ? nil : table(indented(tables.flows)),
      tables.lines.isEmpty ? nil : table(indented(tables.lines)),
      base.flatMap { $0.lines.isEmpty ? nil : table(indented($0.lines)) },
      remarks.isEmpty ? nil : remarks.map { "  \(inLine($0))\n" }.joined(),
    ].compactMap(\.self)
    return "\(inLine("\(cost.estimate.stack)")): \(cost.total)\n\n" + parts.joined(separator: "\n")
  }
  return texts.joined(separator: "\n") + footnotes(costs).map { "\n\($0)" }.joined() + "\n"
}

/// Estimates for a pull request.
func costMarkdown(_ costs: [StackCost]) -> String {
  let texts = costs.map { cost in
    let tables = CostTables(estimate: cost.estimate)
    let base = cost.base.map { BaseCostTables(base: $0) }
    let remarks = tables.remarks + (base?.remarks ?? [])
    let parts = [
      markdownTable(tables.flows, numbers: 1...3), markdownTable(tables.lines, numbers: 1...4),
      markdownTable(base?.lines ?? [], numbers: 3...4), remarks.map { "- \($0)\n" }.joined(),
    ].filter { !$0.isEmpty }
    return "## \(cost.estimate.stack)\n\n\(cost.total)\n\n" + parts.joined(separator: "\n")
  }
  return texts.joined(separator: "\n") + footnotes(costs).map { "\n\($0)\n" }.joined()
}

private func indented(_ rows: [[String]]) -> [[String]] {
  rows.map { ["  \($0[0])"] + $0.dropFirst() }
}

private func footnotes(_ costs: [StackCost]) -> [String] {
  let includesAll = costs.contains { $0.base != nil }
  return [CostTables.footnote, includesAll ? BaseCostTables.footnote : CostTables.scope]
}
