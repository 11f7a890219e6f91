import InfraModel

/// What is drawn of a trace graph: boxes, lines between them, and numbered reasons for what X-Ray does not see.
///
/// Tables and services where requests end are listed in one box beside each function that calls them, instead of drawn
/// once with lines from everywhere: no lines cross, and X-Ray learns of them from the caller anyway.
struct Picture {
  struct Box {
    let kind: TraceGraph.Kind
    let name: String
    /// Below the name: its kind, and why X-Ray does not see it.
    let detail: String
    /// Why it is not on the trace map, if it could be.
    let gap: TraceGraph.Cause?
    /// The ends of requests that it lists; none for a box of one node.
    let ends: [End]
  }

  /// Where a request ends.
  struct End: Hashable {
    let name: String
    let kind: String
  }

  struct Line: Hashable {
    let from: Int
    let to: Int
    let visibility: TraceGraph.TraceVisibility
    /// Requests go both ways, as between a bus and a function that receives and puts events.
    var isMutual = false
  }

  let boxes: [Box]
  let lines: [Line]
  /// Why edges are not traced, numbered from one in reading order.
  private(set) var reasons: [TraceGraph.TraceVisibility]
}

extension Picture {
  init(of graph: TraceGraph) {
    let ends = graph.endings
    let regions = Set(graph.nodes.compactMap(\.region))
    let core = graph.nodes.filter { node in graph.hops.contains { $0.from == node.id } || !node.kind.isStore }
    let positions = Dictionary(uniqueKeysWithValues: core.enumerated().map { ($1.id, $0) })
    var boxes = core.map { Box(of: $0, showsRegion: regions.count > 1) }
    var lines: [Line] = []
    for hop in graph.hops where !ends.contains(hop) {
      guard let from = positions[hop.from], let to = positions[hop.to] else { continue }
      if let back = lines.firstIndex(where: { $0.from == to && $0.to == from && $0.visibility == hop.visibility }) {
        lines[back].isMutual = true
      } else {
        lines.append(Line(from: from, to: to, visibility: hop.visibility))
      }
    }
    var shared: [EndsKey: Int] = [:]
    for (position, node) in core.enumerated() {
      let hops = graph.hops.filter { $0.from == node.id && ends.contains($0) }
      for visibility in unique(hops.map(\.visibility)) {
        let list = hops.filter { $0.visibility == visibility }.compactMap { graph.node($0.to) }.map(End.init).sorted()
        // Functions that the same node calls and that end in the same places share one box.
        let callers = Set(graph.hops.filter { $0.to == node.id }.map(\.from))
        let key = EndsKey(ends: list, callers: callers)
        let box = shared[key] ?? boxes.count
        if box == boxes.count { boxes.append(Box(ends: list)) }
        shared[key] = box
        lines.append(Line(from: position, to: box, visibility: visibility))
      }
    }
    self.init(boxes: boxes, lines: lines, reasons: [])
    reasons = unique(parts.flatMap { part in lines.filter { part.contains($0.from) }.map(\.visibility) })
      .filter { $0 != .traced }
  }
}

private struct EndsKey: Hashable {
  let ends: [Picture.End]
  let callers: Set<TraceGraph.Node.ID>
}

extension TraceGraph {
  /// The edges at which requests end: to nodes without further edges, and to a store that caused the request, such as
  /// the bucket whose upload started it.
  fileprivate var endings: Set<Hop> {
    let next = Dictionary(grouping: hops, by: \.from).mapValues { $0.map(\.to) }
    let stores = Set(nodes.filter(\.kind.isStore).map(\.id))
    return Set(
      hops.filter { hop in
        stores.contains(hop.to) && (next[hop.to] == nil || leads(from: hop.to, to: hop.from, by: next))
      })
  }

  private func leads(from start: Node.ID, to end: Node.ID, by next: [Node.ID: [Node.ID]]) -> Bool {
    var seen: Set = [start]
    var open = [start]
    while let node = open.popLast() {
      if node == end { return true }
      open += next[node, default: []].filter { seen.insert($0).inserted }
    }
    return false
  }
}

extension Picture.Box {
  fileprivate init(of node: TraceGraph.Node, showsRegion: Bool) {
    var words = node.name.hasPrefix(node.kind.label) ? [] : [node.kind.label]
    if let gap = node.gap, gap.title != node.kind.rawValue { words.append(gap.title) }
    if showsRegion, let region = node.region { words.append(region.rawValue) }
    self.init(kind: node.kind, name: node.name, detail: words.joined(separator: " · "), gap: node.gap, ends: [])
  }

  fileprivate init(ends: [Picture.End]) {
    self.init(kind: .service, name: "", detail: "", gap: nil, ends: ends)
  }

  /// The text for screen readers and tooltips.
  var description: String {
    ends.isEmpty
      ? [name, detail].filter { !$0.isEmpty }.joined(separator: ", ")
      : ends.map { "\($0.name), \($0.kind)" }.joined(separator: "; ")
  }
}

extension Picture.End: Comparable {
  fileprivate init(_ node: TraceGraph.Node) {
    self.init(name: node.name, kind: node.kind.label)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.kind, left.name) < (right.kind, right.name)
  }
}

extension TraceGraph.Kind {
  /// Whether requests may end there.
  fileprivate var isStore: Bool {
    switch self {
    case .table, .bucket, .service, .queue, .database, .cache, .stream, .userPool: true
    default: false
    }
  }

  /// Its name in pictures.
  var label: String {
    self == .canary ? "canary function" : rawValue
  }
}
