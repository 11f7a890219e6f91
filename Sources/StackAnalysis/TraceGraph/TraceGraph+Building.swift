import AWSModel
public import TerraformModel

extension TraceGraph {
  public init(of stack: DeclaredStack) {
    let builder = RequestGraphBuilder(through: stack)
    let nodes = builder.orderedNodes
    let analysis = TraceVisibilityAnalysis(of: builder.edges, among: nodes, browsersTrace: stack.browsersTrace)
    self.stack = stack.identity
    self.nodes = nodes
    hops = builder.edges.map { Hop(from: $0.from, to: $0.to, visibility: analysis.visibility(of: $0)) }
  }
}

extension DeclaredStack {
  /// Whether browsers begin traces: RUM does, for the requests that it records (US4).
  fileprivate var browsersTrace: Bool {
    declared(AppMonitor.self).contains { $0.http == .traced }
  }
}
