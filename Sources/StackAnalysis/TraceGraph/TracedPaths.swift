import AWSModel
package import TerraformModel

/// What of a request path lies before and behind the resources that are known to be set to record traces. Whether they
/// have the permission is the question of other rules.
package struct TracedPaths: Sendable {
  private let nodes: [TraceGraph.Node.ID: TraceGraph.Node]
  private let recorders: Set<TraceGraph.Node.ID>
  /// By node, the nearest recorder that requests pass before it, and the nearest that they pass behind it.
  private var before: [TraceGraph.Node.ID: TraceGraph.Node.ID] = [:]
  private var behind: [TraceGraph.Node.ID: TraceGraph.Node.ID] = [:]

  package init(of stack: DeclaredStack) {
    let graph = stack.traceGraph
    nodes = Dictionary(graph.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = graph.nodes.filter { node in
      guard case .declared(let address) = node.id, let declaration = stack.declaration(at: address)
      else { return false }
      return (try? stack.tracing(of: declaration))?.known == .active
    }.map(\.id)
    recorders = Set(ids)
    before = nearest(from: ids, along: Dictionary(grouping: graph.hops, by: \.from).mapValues { $0.map(\.to) })
    behind = nearest(from: ids, along: Dictionary(grouping: graph.hops, by: \.to).mapValues { $0.map(\.from) })
  }

  /// The nearest resource that records traces of requests before they reach another; `nil` where none is known to.
  package func recorder(before address: Address) -> TraceGraph.Node? {
    before[.declared(address)].flatMap { nodes[$0] }
  }

  /// The nearest resource that records traces of requests after they have passed another; `nil` where none is known to.
  package func recorder(behind address: Address) -> TraceGraph.Node? {
    behind[.declared(address)].flatMap { nodes[$0] }
  }

  /// The nearest recorder for each node that can be reached over nodes which pass the trace header on.
  private func nearest(
    from starts: [TraceGraph.Node.ID], along next: [TraceGraph.Node.ID: [TraceGraph.Node.ID]]
  ) -> [TraceGraph.Node.ID: TraceGraph.Node.ID] {
    var nearest: [TraceGraph.Node.ID: TraceGraph.Node.ID] = [:]
    var open = starts.map { (node: $0, recorder: $0) }
    var index = 0
    while index < open.count {
      let (node, recorder) = open[index]
      index += 1
      for other in next[node, default: []] where nearest[other] == nil {
        nearest[other] = recorder
        if nodes[other]?.handsOn == true, !recorders.contains(other) { open.append((other, recorder)) }
      }
    }
    return nearest
  }
}

extension DeclaredStack {
  /// The request path, computed once.
  package var traceGraph: TraceGraph { cached { TraceGraph(of: $0) } }
}
