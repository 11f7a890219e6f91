/// What X-Ray sees of each hop: whether the trace of whoever comes before goes on, and whether what comes next records.
struct Sights {
  private let nodes: [TraceGraph.Node.ID: TraceGraph.Node]
  private let incoming: [TraceGraph.Node.ID: [RequestWays.Way]]
  /// Nodes from which a trace goes on.
  private var carriers: Set<TraceGraph.Node.ID>

  init(of ways: [RequestWays.Way], among nodes: [TraceGraph.Node], browsersTrace: Bool) {
    self.nodes = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    incoming = Dictionary(grouping: ways, by: \.to)
    carriers = Set(nodes.filter { $0.records || ($0.kind == .browser && browsersTrace) }.map(\.id))
    spread(along: ways)
  }

  /// What only hands the header on carries a trace where something before it does; buses make this a circle at times.
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

  func sight(of way: RequestWays.Way) -> TraceGraph.Sight {
    guard let from = nodes[way.from], let to = nodes[way.to] else { return .gap(.client) }
    if let gap = to.gap { return .gap(gap) }
    if to.isDrawnByCaller { return from.records ? .traced : .gap(from.gap ?? cause(after: from)) }
    if let obstacle = way.obstacle { return .begins(obstacle) }
    if carriers.contains(from.id) { return .traced }
    return to.records ? .begins(cause(after: from)) : .gap(cause(after: from))
  }

  /// Why no trace goes on from a node.
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

  /// Whether the header that comes in goes out again.
  fileprivate var handsOn: Bool {
    switch kind {
    case .httpAPI, .functionURL, .bus, .queue, .restAPI, .function, .topic, .stateMachine: true
    case .browser, .client, .schedule, .events, .canary, .table, .bucket, .service: false
    }
  }

  /// Whether it is on the map only as what a traced caller says it called.
  fileprivate var isDrawnByCaller: Bool {
    switch kind {
    case .queue, .table, .bucket, .service: true
    default: false
    }
  }
}
