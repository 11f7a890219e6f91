/// The column of each box: after all boxes that lead to it.
struct Ranks {
  /// Lines that go from left to right, once those that close a cycle are reversed.
  private(set) var edges: [Edge] = []
  private(set) var rank: [Int: Int] = [:]

  struct Edge: Hashable {
    let from: Int
    let to: Int
    /// The line that it belongs to.
    let line: Int
    /// Whether the line goes the other way.
    let isTurned: Bool
  }

  init(of boxes: [Int], _ lines: [(index: Int, line: Picture.Line)]) {
    turnCircles(boxes, lines)
    rankBehindCallers(boxes)
    moveStartsBeforeTargets(boxes)
  }

  private mutating func turnCircles(_ boxes: [Int], _ lines: [(index: Int, line: Picture.Line)]) {
    let outgoing = Dictionary(grouping: lines, by: \.line.from)
    let targets = Set(lines.map(\.line.to))
    var open: Set<Int> = []
    var done: Set<Int> = []
    func visit(_ box: Int, _ edges: inout [Edge]) {
      guard !done.contains(box) else { return }
      open.insert(box)
      for (index, line) in outgoing[box, default: []] {
        if open.contains(line.to) {
          edges.append(Edge(from: line.to, to: line.from, line: index, isTurned: true))
        } else {
          edges.append(Edge(from: line.from, to: line.to, line: index, isTurned: false))
          visit(line.to, &edges)
        }
      }
      open.remove(box)
      done.insert(box)
    }
    // From where requests start, so that the back edges are reversed.
    for box in boxes.filter({ !targets.contains($0) }) + boxes { visit(box, &edges) }
  }

  private mutating func rankBehindCallers(_ boxes: [Int]) {
    let incoming = Dictionary(grouping: edges, by: \.to)
    var ranks: [Int: Int] = [:]
    func place(_ box: Int) -> Int {
      if let known = ranks[box] { return known }
      let first = (incoming[box] ?? []).map(place(behind:)).max() ?? 0
      ranks[box] = first
      return first
    }
    func place(behind edge: Edge) -> Int { place(edge.from) + 1 }
    for box in boxes { _ = place(box) }
    rank = ranks
  }

  /// Places a box without callers just before the first box that it calls, so that its lines are short.
  private mutating func moveStartsBeforeTargets(_ boxes: [Int]) {
    let outgoing = Dictionary(grouping: edges, by: \.from)
    let targets = Set(edges.map(\.to))
    for box in boxes where !targets.contains(box) {
      guard let first = outgoing[box]?.compactMap({ rank[$0.to] }).min() else { continue }
      rank[box] = first - 1
    }
  }
}
