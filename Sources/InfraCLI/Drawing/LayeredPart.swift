import InfraModel

/// One part of a layered picture, from its own upper left corner on.
struct LayeredPart {
  private(set) var boxes: [Drawing.PlacedBox] = []
  private(set) var lines: [Drawing.PlacedLine] = []

  /// Between two columns: room for a bend, a badge and an arrowhead.
  private static let columnDistance = 58.0

  init(of picture: Picture, boxes members: [Int]) {
    let own = Set(members)
    let ownLines = picture.lines.enumerated().filter { own.contains($1.from) }.map { (index: $0, line: $1) }
    let ranks = Ranks(of: members, ownLines)
    let columns = Columns(members, ranks)
    let sizes = Dictionary(
      uniqueKeysWithValues: members.map { box in
        (box, picture.size(of: box, arrivals: columns.links.count { $0.to == .box(box) }))
      })
    var heights: [Columns.Item: Double] = [:]
    for item in columns.columns.joined() {
      if case .box(let box) = item { heights[item] = sizes[box]?.height } else { heights[item] = 4 }
    }
    let middles = Heights(columns, height: heights).middle

    var left = 0.0
    var frames: [Columns.Item: Rectangle] = [:]
    for column in columns.columns {
      let width = column.compactMap { item in item.box.flatMap { sizes[$0]?.width } }.max() ?? 0
      for item in column {
        let size = item.box.flatMap { sizes[$0] } ?? Size(width: width, height: 0)
        frames[item] = Rectangle(left, (middles[item] ?? 0) - size.height / 2, size.width, size.height)
      }
      left += width + Self.columnDistance
    }
    let edges = Self.columnEdges(columns.columns, frames)
    boxes = members.compactMap { box in
      frames[.box(box)].map { Drawing.PlacedBox(box: picture.boxes[box], frame: $0) }
    }
    let ports = Ports(columns, frames)
    lines = ranks.edges.map { edge in
      let route = columns.route(of: edge)
      let path = Self.path(along: route, edge, ports, frames, edges)
      return picture.placed(picture.lines[edge.line], path, isTurned: edge.isTurned)
    }
  }

  var size: Size {
    Size(width: boxes.map(\.frame.right).max() ?? 0, height: boxes.map(\.frame.bottom).max() ?? 0)
  }

  /// The right edge of each item's column: lines bend only to the right of it.
  private static func columnEdges(
    _ columns: [[Columns.Item]], _ frames: [Columns.Item: Rectangle]
  ) -> [Columns.Item: Double] {
    var edges: [Columns.Item: Double] = [:]
    for column in columns {
      let right = column.compactMap { frames[$0]?.right }.max() ?? 0
      for item in column { edges[item] = right }
    }
    return edges
  }

  private static func path(
    along route: [Columns.Item], _ edge: Ranks.Edge, _ ports: Ports, _ frames: [Columns.Item: Rectangle],
    _ columnEdges: [Columns.Item: Double]
  ) -> Path {
    let start = Point(x: frames[route[0]]?.right ?? 0, y: ports.departure[edge] ?? 0)
    var path = Path(start: start, steps: [])
    var height = start.y
    for (index, item) in route.enumerated().dropFirst() {
      path.steps.append(.straight(Point(x: columnEdges[route[index - 1]] ?? 0, y: height)))
      height = index == route.count - 1 ? ports.arrival[edge] ?? 0 : frames[item]?.middle ?? 0
      path.steps.append(.bend(Point(x: frames[item]?.left ?? 0, y: height)))
    }
    return path
  }
}

/// Where lines leave boxes and arrive at them, so that arrivals do not touch and do not cross before the box.
private struct Ports {
  private(set) var departure: [Ranks.Edge: Double] = [:]
  private(set) var arrival: [Ranks.Edge: Double] = [:]

  init(_ columns: Columns, _ frames: [Columns.Item: Rectangle]) {
    for (item, links) in Dictionary(grouping: columns.links, by: \.to) where item.box != nil {
      let sorted = links.sorted { left, right in
        (frames[left.from]?.middle ?? 0, left.edge.line) < (frames[right.from]?.middle ?? 0, right.edge.line)
      }
      for (index, link) in sorted.enumerated() {
        arrival[link.edge] = Self.port(index, of: sorted.count, in: frames[item])
      }
    }
    for link in columns.links where link.from.box != nil { departure[link.edge] = frames[link.from]?.middle }
  }

  private static func port(_ index: Int, of count: Int, in frame: Rectangle?) -> Double {
    (frame?.middle ?? 0) + (Double(index) - Double(count - 1) / 2) * Measure.portDistance
  }
}

extension Columns {
  /// The items that an edge goes through, its two boxes included.
  fileprivate func route(of edge: Ranks.Edge) -> [Item] {
    let own = links.filter { $0.edge == edge }
    return own.prefix(1).map(\.from) + own.map(\.to)
  }
}

extension Columns.Item {
  fileprivate var box: Int? {
    if case .box(let box) = self { box } else { nil }
  }
}

extension Picture {
  /// A box is as high as its text or its arriving lines need.
  fileprivate func size(of box: Int, arrivals: Int) -> Size {
    var size = boxes[box].naturalSize
    size.height = max(size.height, Double(arrivals) * Measure.portDistance + 6)
    return size
  }

  /// - Parameter isTurned: Whether the path goes from the line's end to its start.
  fileprivate func placed(_ line: Line, _ path: Path, isTurned: Bool) -> Drawing.PlacedLine {
    let end = path.end
    let badge = number(of: line).map { number in
      (number, Point(x: end.x - 16 - Measure.badgeRadius, y: end.y))
    }
    let heads: Drawing.Heads = line.isMutual ? .atBoth : isTurned ? .atStart : .atEnd
    return Drawing.PlacedLine(visibility: line.visibility, heads: heads, path: path, badge: badge)
  }
}
