import InfraModel

/// The graph in Mermaid's language, for pages that render it, such as GitHub's.
func mermaid(_ graph: TraceGraph) -> String {
  var lines = ["flowchart LR"]
  let ids = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.id, "n\($0)") })
  for node in graph.nodes {
    let text = quoted("\(node.name)\n\(node.kind.label)\(node.gap.map { " · \($0.title)" } ?? "")")
    lines.append("  \(ids[node.id] ?? "")\(node.kind.isStart ? "([\(text)])" : "[\(text)]")")
  }
  for hop in graph.hops {
    let (from, to) = (ids[hop.from] ?? "", ids[hop.to] ?? "")
    switch hop.visibility {
    case .traced: lines.append("  \(from) --> \(to)")
    case .startsHere(let cause): lines.append("  \(from) -. \(quoted("trace begins: \(cause.title)")) .-> \(to)")
    case .gap(let cause): lines.append("  \(from) -. \(quoted("not traced: \(cause.title)")) .-> \(to)")
    }
  }
  return lines.map { "\($0)\n" }.joined()
}

/// Mermaid reads `#quot;` and its like, and takes everything else within quotes as it is.
private func quoted(_ text: String) -> String {
  var quoted = ""
  for character in text {
    switch character {
    case "\"": quoted += "#quot;"
    case "#": quoted += "#35;"
    case "<": quoted += "#lt;"
    case ">": quoted += "#gt;"
    case "&": quoted += "#amp;"
    case "`": quoted += "#96;"
    case "\n": quoted += "<br>"
    default: quoted.append(character)
    }
  }
  return "\"\(quoted)\""
}

extension TraceGraph.Kind {
  /// Whether requests come from there.
  var isStart: Bool {
    switch self {
    case .browser, .client, .schedule, .events: true
    default: false
    }
  }
}
