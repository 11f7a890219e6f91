import InfraModel

/// A picture with positioned boxes, lines and texts.
struct Drawing {
  let size: Size
  let boxes: [PlacedBox]
  let lines: [PlacedLine]
  let legend: [LegendEntry]

  struct PlacedBox {
    let box: Picture.Box
    var frame: Rectangle
    /// Whether it refers to a box that is drawn elsewhere, in a layout whose lines do not cross.
    var isReference = false
  }

  struct PlacedLine {
    let visibility: TraceGraph.TraceVisibility
    let heads: Heads
    var path: Path
    /// The position and the number of the reason.
    var badge: (number: Int, center: Point)?
  }

  /// Which ends of a path have an arrowhead.
  enum Heads: Hashable {
    case atEnd
    /// The path is laid out against the direction of the request.
    case atStart
    case atBoth
  }

  /// A sample of a line or a badge, and what it means.
  struct LegendEntry {
    enum Sample {
      case line(TraceGraph.TraceVisibility)
      case badge(Int, TraceGraph.TraceVisibility)
    }

    let sample: Sample
    let lines: [String]
    var frame: Rectangle
  }
}

/// A line with corners, or with bends.
struct Path: Hashable {
  enum Step: Hashable {
    case straight(Point)
    /// To the point, leaving and arriving level.
    case bend(Point)
  }

  var start: Point
  var steps: [Step]

  var end: Point {
    switch steps.last {
    case .straight(let point), .bend(let point): point
    case nil: start
    }
  }

  func moved(by x: Double, _ y: Double) -> Path {
    func moved(_ point: Point) -> Point { Point(x: point.x + x, y: point.y + y) }
    return Path(
      start: moved(start),
      steps: steps.map { step in
        switch step {
        case .straight(let point): .straight(moved(point))
        case .bend(let point): .bend(moved(point))
        }
      })
  }
}

extension Drawing.PlacedLine {
  func moved(by x: Double, _ y: Double) -> Self {
    var moved = self
    moved.path = path.moved(by: x, y)
    moved.badge = badge.map { ($0.number, Point(x: $0.center.x + x, y: $0.center.y + y)) }
    return moved
  }
}

extension Picture {
  /// The number that a line's reason has in the legend.
  func number(of line: Line) -> Int? {
    reasons.firstIndex(of: line.visibility).map { $0 + 1 }
  }

  /// Draws it for a width: from left to right if there is room, otherwise from top to bottom.
  func drawing(width: Double) -> Drawing {
    if width >= 640 {
      let layered = LayeredLayout(of: self, width: width - 2 * Measure.margin)
      return drawing(layered.boxes, layered.lines, width: width)
    }
    let outline = OutlineLayout(of: self, width: width - 2 * Measure.margin)
    return drawing(outline.boxes, outline.lines, width: width)
  }

  private func drawing(
    _ boxes: [Drawing.PlacedBox], _ lines: [Drawing.PlacedLine], width: Double
  ) -> Drawing {
    let right = boxes.map(\.frame.right).max() ?? 0
    let bottom = boxes.map(\.frame.bottom).max() ?? 0
    let total = max(width, right + 2 * Measure.margin)
    let legend = legend(from: bottom + Measure.margin + 22, width: total)
    return Drawing(
      size: Size(width: total, height: (legend.last?.frame.bottom ?? bottom) + Measure.margin),
      boxes: boxes.map { box in
        var box = box
        box.frame = box.frame.moved(by: Measure.margin, Measure.margin)
        return box
      },
      lines: lines.map { $0.moved(by: Measure.margin, Measure.margin) }, legend: legend)
  }
}
