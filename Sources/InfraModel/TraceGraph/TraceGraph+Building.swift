extension TraceGraph {
  public init(of stack: DeclaredStack) {
    let ways = RequestWays(through: stack)
    let nodes = ways.orderedNodes
    let sights = Sights(of: ways.ways, among: nodes, browsersTrace: stack.browsersTrace)
    self.stack = stack.identity
    self.nodes = nodes
    hops = ways.ways.map { Hop(from: $0.from, to: $0.to, visibility: sights.visibility(of: $0)) }
  }
}

extension DeclaredStack {
  /// Whether browsers begin traces: RUM does, for the requests that it records (US4).
  fileprivate var browsersTrace: Bool {
    declared(AppMonitor.self).contains { $0.http == .traced }
  }
}
