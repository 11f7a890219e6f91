import InfraModel

/// The graph in Graphviz's language.
func graphviz(_ graph: TraceGraph) -> String {
  var lines = ["digraph \(quoted(graph.stack.description)) {", "  rankdir=LR", "  node [shape=box]"]
  let ids = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.id, "n\($0)") })
  for node in graph.nodes {
    let text = quoted("\(node.name)\n\(node.kind.label)\(node.gap.map { " · \($0.title)" } ?? "")")
    let style = node.kind.isStart ? ", style=rounded" : node.gap != nil ? ", style=dashed" : ""
    lines.append("  \(ids[node.id] ?? "") [label=\(text)\(style)]")
  }
  for hop in graph.hops {
    let (from, to) = (ids[hop.from] ?? "", ids[hop.to] ?? "")
    switch hop.visibility {
    case .traced: lines.append("  \(from) -> \(to)")
    case .startsHere(let cause):
      lines.append("  \(from) -> \(to) [style=dotted, label=\(quoted("trace begins: \(cause.title)"))]")
    case .gap(let cause):
      lines.append("  \(from) -> \(to) [style=dashed, label=\(quoted("not traced: \(cause.title)"))]")
    }
  }
  return (lines + ["}"]).map { "\($0)\n" }.joined()
}

private func quoted(_ text: String) -> String {
  let escaped = text.flatMap { character -> [Character] in
    switch character {
    case "\"", "\\": ["\\", character]
    case "\n": ["\\", "n"]
    default: [character]
    }
  }
  return "\"\(String(escaped))\""
}
