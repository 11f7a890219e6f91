import InfraModel

/// Estimates for people at a terminal.
func costText(_ estimates: [CostEstimate]) -> String {
  let texts = estimates.map { estimate in
    let tables = CostTables(estimate: estimate)
    let parts = [
      tables.flows.isEmpty ? nil : table(tables.flows.map { ["  \($0[0])"] + $0.dropFirst() }),
      tables.lines.isEmpty ? nil : table(tables.lines.map { ["  \($0[0])"] + $0.dropFirst() }),
      tables.remarks.isEmpty ? nil : tables.remarks.map { "  \($0)\n" }.joined(),
    ].compactMap(\.self)
    return "\(estimate.stack): \(tables.total)\n\n" + parts.joined(separator: "\n")
  }
  return texts.joined(separator: "\n") + "\n\(CostTables.footnote)\n"
}

/// Estimates for a pull request.
func costMarkdown(_ estimates: [CostEstimate]) -> String {
  let texts = estimates.map { estimate in
    let tables = CostTables(estimate: estimate)
    let parts = [
      markdownTable(tables.flows, numbers: 1...3), markdownTable(tables.lines, numbers: 1...4),
      tables.remarks.map { "- \($0)\n" }.joined(),
    ].filter { !$0.isEmpty }
    return "## \(estimate.stack)\n\n\(tables.total)\n\n" + parts.joined(separator: "\n")
  }
  return texts.joined(separator: "\n") + "\n\(CostTables.footnote)\n"
}
