import InfraModel

/// Boxes in columns from left to right, in the order in which requests reach them. Connected parts are laid out
/// separately, and then fill the width like words.
struct LayeredLayout {
  private(set) var boxes: [Drawing.PlacedBox] = []
  private(set) var lines: [Drawing.PlacedLine] = []

  private static let distance = 28.0

  init(of picture: Picture, width: Double) {
    var (x, y, rowBottom) = (0.0, 0.0, 0.0)
    for part in picture.parts {
      let part = LayeredPart(of: picture, boxes: part)
      let size = part.size
      if x > 0, x + size.width > width {
        (x, y) = (0, rowBottom + Self.distance)
      }
      boxes += part.boxes.map { box in
        var box = box
        box.frame = box.frame.moved(by: x, y)
        return box
      }
      lines += part.lines.map { $0.moved(by: x, y) }
      rowBottom = max(rowBottom, y + size.height)
      x += size.width + 2 * Self.distance
    }
  }
}

extension Picture {
  /// The boxes that lines join, the largest parts first.
  var parts: [[Int]] {
    var neighbours: [Int: [Int]] = [:]
    for line in lines {
      neighbours[line.from, default: []].append(line.to)
      neighbours[line.to, default: []].append(line.from)
    }
    var seen: Set<Int> = []
    var parts: [[Int]] = []
    for box in boxes.indices where seen.insert(box).inserted {
      var part = [box]
      var next = 0
      while next < part.count {
        part += neighbours[part[next], default: []].filter { seen.insert($0).inserted }
        next += 1
      }
      parts.append(part.sorted())
    }
    return parts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }
}
