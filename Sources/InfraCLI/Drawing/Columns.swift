/// The items of each column, from top to bottom: boxes, and points where long lines pass. The order has the fewest
/// crossings that several sweeps from side to side have found.
struct Columns {
  enum Item: Hashable {
    case box(Int)
    /// Where a line passes a column.
    case pass(line: Int, rank: Int)
  }

  struct Link: Hashable {
    let from: Item
    let to: Item
    let edge: Ranks.Edge
  }

  private(set) var columns: [[Item]] = []
  private(set) var links: [Link] = []

  init(_ boxes: [Int], _ ranks: Ranks) {
    let count = (ranks.rank.values.max() ?? 0) + 1
    columns = Array(repeating: [], count: count)
    for box in boxes { columns[ranks.rank[box] ?? 0].append(.box(box)) }
    for edge in ranks.edges {
      guard let start = ranks.rank[edge.from], let end = ranks.rank[edge.to] else { continue }
      var last = Item.box(edge.from)
      for rank in (start + 1)..<max(end, start + 1) {
        let pass = Item.pass(line: edge.line, rank: rank)
        columns[rank].append(pass)
        links.append(Link(from: last, to: pass, edge: edge))
        last = pass
      }
      links.append(Link(from: last, to: .box(edge.to), edge: edge))
    }
    reduceCrossings()
  }

  private mutating func reduceCrossings() {
    let before = Dictionary(grouping: links, by: \.to).mapValues { $0.map(\.from) }
    let after = Dictionary(grouping: links, by: \.from).mapValues { $0.map(\.to) }
    var best = (columns, crossings)
    for sweep in 0..<12 where best.1 > 0 {
      let isForward = sweep.isMultiple(of: 2)
      for rank in isForward ? Array(columns.indices) : columns.indices.reversed() {
        // Swap items with equal wishes now and then: no other sweep would try that.
        sort(
          rank, by: isForward ? before : after, in: rank + (isForward ? -1 : 1), turnsTies: (1...2).contains(sweep % 4))
      }
      let now = crossings
      if now < best.1 { best = (columns, now) }
    }
    columns = best.0
  }

  /// Sorts a column by the mean place of what each item is linked to in a neighboring column.
  private mutating func sort(_ rank: Int, by neighbours: [Item: [Item]], in neighbour: Int, turnsTies: Bool) {
    guard columns.indices.contains(neighbour) else { return }
    let places = Dictionary(uniqueKeysWithValues: columns[neighbour].enumerated().map { ($1, Double($0)) })
    let wishes = columns[rank].enumerated().map { place, item -> (Double, Int, Item) in
      let linked = neighbours[item, default: []].compactMap { places[$0] }
      return (linked.isEmpty ? Double(place) : linked.reduce(0, +) / Double(linked.count), place, item)
    }
    columns[rank] = wishes.sorted { ($0.0, turnsTies ? -$0.1 : $0.1) < ($1.0, turnsTies ? -$1.1 : $1.1) }.map(\.2)
  }

  /// How many pairs of links cross.
  var crossings: Int {
    var place: [Item: Int] = [:]
    var rank: [Item: Int] = [:]
    for (column, items) in columns.enumerated() {
      for (index, item) in items.enumerated() { (place[item], rank[item]) = (index, column) }
    }
    let ends = links.map { (rank[$0.from] ?? 0, place[$0.from] ?? 0, place[$0.to] ?? 0) }
    var count = 0
    for (index, left) in ends.enumerated() {
      for right in ends[(index + 1)...] where left.0 == right.0 {
        if (left.1 - right.1) * (left.2 - right.2) < 0 { count += 1 }
      }
    }
    return count
  }
}
