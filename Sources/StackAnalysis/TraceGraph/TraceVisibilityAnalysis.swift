/// What X-Ray sees of each edge of a request path: whether the trace of its source continues, and whether its target
/// records.
struct TraceVisibilityAnalysis {
  private let nodes: [TraceGraph.Node.ID: TraceGraph.Node]
  private let incoming: [TraceGraph.Node.ID: [RequestGraphBuilder.Edge]]
  /// Nodes from which a trace continues.
  private var carriers: Set<TraceGraph.Node.ID>

  init(of edges: [RequestGraphBuilder.Edge], among nodes: [TraceGraph.Node], browsersTrace: Bool) {
    self.nodes = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    incoming = Dictionary(grouping: edges, by: \.to)
    carriers = Set(nodes.filter { $0.records || ($0.kind == .browser && browsersTrace) }.map(\.id))
    spread(along: edges)
  }

  /// A node that only forwards the header carries a trace if a node before it does; buses sometimes make this a cycle.
  private mutating func spread(along edges: [RequestGraphBuilder.Edge]) {
    var isChanging = true
    while isChanging {
      isChanging = false
      for edge in edges where edge.obstacle == nil && carriers.contains(edge.from) && !carriers.contains(edge.to) {
        guard nodes[edge.to]?.handsOn == true else { continue }
        carriers.insert(edge.to)
        isChanging = true
      }
    }
  }

  func visibility(of edge: RequestGraphBuilder.Edge) -> TraceGraph.TraceVisibility {
    guard let from = nodes[edge.from], let to = nodes[edge.to] else { return .gap(.client) }
    if let gap = to.gap { return .gap(gap) }
    if to.isDrawnByCaller { return from.records ? .traced : .gap(from.gap ?? cause(after: from)) }
    if let obstacle = edge.obstacle { return .startsHere(obstacle) }
    if carriers.contains(from.id) { return .traced }
    return to.records ? .startsHere(cause(after: from)) : .gap(cause(after: from))
  }

  /// Why no trace continues from a node.
  private func cause(after node: TraceGraph.Node) -> TraceGraph.Cause {
    if let gap = node.gap { return gap }
    switch node.kind {
    case .schedule: return .schedule
    case .events: return .awsEvents
    case .bus, .queue: return .untracedPublisher
    case .table: return .stream
    case .bucket: return .bucket
    case .stream: return .stream
    case .distribution: return .distribution
    case .loadBalancer: return .loadBalancer
    case .containers, .host, .database, .cache, .userPool, .browser, .client, .restAPI, .httpAPI, .functionURL,
      .function, .canary, .topic, .stateMachine, .service:
      return .client
    }
  }
}

extension TraceGraph.Node {
  /// Whether it writes segments of its own.
  fileprivate var records: Bool {
    switch kind {
    case .restAPI, .function, .canary, .topic, .stateMachine, .containers, .host: gap == nil
    case .browser, .client, .schedule, .events, .httpAPI, .functionURL, .bus, .queue, .table, .bucket, .service,
      .distribution, .loadBalancer, .database, .cache, .stream, .userPool:
      false
    }
  }

  /// Whether it forwards the trace header that it receives.
  var handsOn: Bool {
    switch kind {
    case .httpAPI, .functionURL, .bus, .queue, .restAPI, .function, .topic, .stateMachine, .loadBalancer, .containers,
      .host:
      true
    case .browser, .client, .schedule, .events, .canary, .table, .bucket, .service, .distribution, .database, .cache,
      .stream, .userPool:
      false
    }
  }

  /// Whether it is on the trace map only because a traced caller recorded the call.
  fileprivate var isDrawnByCaller: Bool {
    switch kind {
    case .queue, .table, .bucket, .service, .database, .cache, .stream, .userPool: true
    default: false
    }
  }
}
