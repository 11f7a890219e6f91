/// The vertical position of each item of the columns: near the middle of its linked items, without touching its
/// neighbors.
struct Heights {
  /// The middle of each item.
  private(set) var middle: [Columns.Item: Double] = [:]
  private let columns: [[Columns.Item]]
  private let height: [Columns.Item: Double]
  private let before: [Columns.Item: [Columns.Item]]
  private let after: [Columns.Item: [Columns.Item]]

  private static let distance = 14.0

  init(_ columns: Columns, height: [Columns.Item: Double]) {
    self.columns = columns.columns
    self.height = height
    before = Dictionary(grouping: columns.links, by: \.to).mapValues { $0.map(\.from) }
    after = Dictionary(grouping: columns.links, by: \.from).mapValues { $0.map(\.to) }
    for column in self.columns { stack(column) }
    // Callers go to the middle of what they call, and then, last, what is called goes to its callers, which makes
    // chains straight.
    for _ in 0..<8 {
      for column in self.columns.reversed() { settle(column, beside: after) }
      for column in self.columns { settle(column, beside: before) }
    }
    moveToTop()
  }

  private mutating func stack(_ column: [Columns.Item]) {
    var top = 0.0
    for item in column {
      middle[item] = top + half(item)
      top += 2 * half(item) + Self.distance
    }
  }

  /// Places each item as close to its wish as the others allow: the mean of the packing from above and that from below.
  private mutating func settle(_ column: [Columns.Item], beside neighbours: [Columns.Item: [Columns.Item]]) {
    let wishes = column.map { item -> Double in
      let linked = neighbours[item, default: []].compactMap { middle[$0] }
      return linked.isEmpty ? middle[item] ?? 0 : linked.reduce(0, +) / Double(linked.count)
    }
    var fromAbove = wishes
    for index in column.indices.dropFirst() {
      fromAbove[index] = max(wishes[index], fromAbove[index - 1] + room(column[index - 1], column[index]))
    }
    var fromBelow = wishes
    for index in column.indices.dropLast().reversed() {
      fromBelow[index] = min(wishes[index], fromBelow[index + 1] - room(column[index], column[index + 1]))
    }
    for index in column.indices { middle[column[index]] = (fromAbove[index] + fromBelow[index]) / 2 }
  }

  /// Both packings keep the distances, and so does their mean.
  private func room(_ upper: Columns.Item, _ lower: Columns.Item) -> Double {
    half(upper) + half(lower) + Self.distance
  }

  private func half(_ item: Columns.Item) -> Double { (height[item] ?? 0) / 2 }

  private mutating func moveToTop() {
    let top = middle.map { $1 - half($0) }.min() ?? 0
    // Whole pixels draw sharp lines.
    for (item, value) in middle { middle[item] = (value - top).rounded() }
  }
}
