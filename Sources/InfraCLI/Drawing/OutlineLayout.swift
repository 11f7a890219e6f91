import InfraModel

/// Boxes from top to bottom, each indented below its caller, for widths without room for columns. A box that was drawn
/// before is referenced, not drawn again.
struct OutlineLayout {
  private(set) var boxes: [Drawing.PlacedBox] = []
  private(set) var lines: [Drawing.PlacedLine] = []

  private static let indent = 28.0
  private static let distance = 10.0
  /// From a box's left edge to the line that goes down from it.
  private static let stem = 10.0

  private let picture: Picture
  private let width: Double
  private var drawn: Set<Int> = []
  private var bottom = 0.0

  init(of picture: Picture, width: Double) {
    self.picture = picture
    self.width = width
    let targets = Set(picture.lines.map(\.to))
    for part in picture.parts {
      for box in part.filter({ !targets.contains($0) }) + part where !drawn.contains(box) {
        add(box, depth: 0)
        bottom += Self.distance
      }
    }
  }

  /// Draws a box and what it calls; returns the box's frame.
  @discardableResult
  private mutating func add(_ box: Int, depth: Int) -> Rectangle {
    let isReference = !drawn.insert(box).inserted
    let left = Double(depth) * Self.indent
    let frame = frame(of: box, left: left, isReference: isReference)
    boxes.append(.init(box: picture.boxes[box], frame: frame, isReference: isReference))
    bottom = frame.bottom + Self.distance
    guard !isReference else { return frame }
    for line in picture.lines where line.from == box {
      let child = add(line.to, depth: depth + 1)
      lines.append(placed(line, from: frame, to: child))
    }
    return frame
  }

  private func frame(of box: Int, left: Double, isReference: Bool) -> Rectangle {
    let natural = picture.boxes[box].naturalSize
    let height = isReference && picture.boxes[box].ends.isEmpty ? 24 : natural.height
    return Rectangle(left, bottom, min(natural.width, width - left), height)
  }

  private func placed(_ line: Picture.Line, from parent: Rectangle, to child: Rectangle) -> Drawing.PlacedLine {
    let corner = Point(x: parent.left + Self.stem, y: child.middle)
    let path = Path(
      start: Point(x: corner.x, y: parent.bottom),
      steps: [.straight(corner), .straight(Point(x: child.left, y: child.middle))])
    return Drawing.PlacedLine(
      visibility: line.visibility, heads: line.isMutual ? .atBoth : .atEnd, path: path,
      badge: picture.number(of: line).map { ($0, corner) })
  }
}
