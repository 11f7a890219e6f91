/// What X-Ray sees of each edge of a request path: whether the trace of its source continues, and whether its target
/// records.
struct Sights {
  private let nodes: [TraceGraph.Node.ID: TraceGraph.Node]
  private let incoming: [TraceGraph.Node.ID: [RequestWays.Way]]
  /// Nodes from which a trace continues.
  private var carriers: Set<TraceGraph.Node.ID>

  init(of ways: [RequestWays.Way], among nodes: [TraceGraph.Node], browsersTrace: Bool) {
    self.nodes = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    incoming = Dictionary(grouping: ways, by: \.to)
    carriers = Set(nodes.filter { $0.records || ($0.kind == .browser && browsersTrace) }.map(\.id))
    spread(along: ways)
  }

  /// A node that only forwards the header carries a trace if a node before it does; buses sometimes make this a cycle.
  private mutating func spread(along ways: [RequestWays.Way]) {
    var isChanging = true
    while isChanging {
      isChanging = false
      for way in ways where way.obstacle == nil && carriers.contains(way.from) && !carriers.contains(way.to) {
        guard nodes[way.to]?.handsOn == true else { continue }
        carriers.insert(way.to)
        isChanging = true
      }
    }
  }

  func visibility(of way: RequestWays.Way) -> TraceGraph.TraceVisibility {
    guard let from = nodes[way.from], let to = nodes[way.to] else { return .gap(.client) }
    if let gap = to.gap { return .gap(gap) }
    if to.isDrawnByCaller { return from.records ? .traced : .gap(from.gap ?? cause(after: from)) }
    if let obstacle = way.obstacle { return .startsHere(obstacle) }
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
    case .browser, .client, .restAPI, .httpAPI, .functionURL, .function, .canary, .topic, .stateMachine, .service:
      return .client
    }
  }
}

extension TraceGraph.Node {
  /// Whether it writes segments of its own.
  fileprivate var records: Bool {
    switch kind {
    case .restAPI, .function, .canary, .topic, .stateMachine: gap == nil
    case .browser, .client, .schedule, .events, .httpAPI, .functionURL, .bus, .queue, .table, .bucket, .service: false
    }
  }

  /// Whether it forwards the trace header that it receives.
  fileprivate var handsOn: Bool {
    switch kind {
    case .httpAPI, .functionURL, .bus, .queue, .restAPI, .function, .topic, .stateMachine: true
    case .browser, .client, .schedule, .events, .canary, .table, .bucket, .service: false
    }
  }

  /// Whether it is on the trace map only because a traced caller recorded the call.
  fileprivate var isDrawnByCaller: Bool {
    switch kind {
    case .queue, .table, .bucket, .service: true
    default: false
    }
  }
}
