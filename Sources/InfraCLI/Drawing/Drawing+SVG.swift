import InfraModel

extension Drawing {
  /// The drawing as SVG within a page, whose style sheet has to hold `Asset.pictureStyle`.
  ///
  /// - Parameter id: What makes the ids of titles unique on the page.
  func svg(title: String, description: String, id: String) -> Markup {
    let (width, height) = (pixels(size.width), pixels(size.height))
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "picture", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-description", "viewBox": "0 0 \(width) \(height)", "width": width,
        "height": height,
      ],
      [
        .element("title", ["id": "\(id)-title"], title),
        .element("desc", ["id": "\(id)-description"], description),
        content,
      ])
  }

  /// The drawing as a separate file.
  func svgFile(title: String, description: String) -> String {
    let (width, height) = (pixels(size.width), pixels(size.height))
    return Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "picture", "role": "img",
        "aria-labelledby": "title description", "viewBox": "0 0 \(width) \(height)", "width": width, "height": height,
      ],
      [
        .newline, .element("title", ["id": "title"], title), .newline,
        .element("desc", ["id": "description"], description), .newline, .asset(.pictureStyle), .newline,
        .element("rect", ["width": "100%", "height": "100%", "fill": "var(--paper)"], []), content,
      ]
    ).file
  }

  private var content: Markup {
    .group(
      lines.map { $0.svg } + boxes.map { $0.svg } + lines.compactMap { $0.badgeSVG } + legend.map { $0.svg })
  }
}

extension Drawing.PlacedLine {
  fileprivate var svg: Markup {
    var marks: [Markup] = [.element("path", ["class": "line \(visibility.style)", "d": path.data], [])]
    if heads != .atStart { marks.append(head(at: path.end, from: path.lastTurn)) }
    if heads != .atEnd { marks.append(head(at: path.start, from: path.firstTurn)) }
    return .group([.newline] + marks)
  }

  /// An arrowhead that points from somewhere level or upright.
  private func head(at tip: Point, from tail: Point) -> Markup {
    let (length, half) = (9.0, 4.0)
    let direction = tail.x < tip.x ? 1.0 : tail.x > tip.x ? -1.0 : 0.0
    let corners =
      direction != 0
      ? [
        tip, Point(x: tip.x - direction * length, y: tip.y - half),
        Point(x: tip.x - direction * length, y: tip.y + half),
      ] : [tip, Point(x: tip.x - half, y: tip.y + length), Point(x: tip.x + half, y: tip.y + length)]
    let data = corners.map { "\(pixels($0.x)),\(pixels($0.y))" }.joined(separator: " ")
    return .element("polygon", ["class": "head \(visibility.style)", "points": data], [])
  }

  fileprivate var badgeSVG: Markup? {
    badge.map { number, center in svgBadge(number, visibility, center) }
  }
}

private func svgBadge(_ number: Int, _ visibility: TraceGraph.TraceVisibility, _ center: Point) -> Markup {
  .element(
    "g", ["class": "badge \(visibility.style)"],
    [
      .newline,
      .element("title", Picture.explanation(of: visibility)),
      .element("circle", ["cx": pixels(center.x), "cy": pixels(center.y), "r": pixels(Measure.badgeRadius)], []),
      .element("text", ["x": pixels(center.x), "y": pixels(center.y + 4)], String(number)),
    ])
}

extension Drawing.PlacedBox {
  fileprivate var svg: Markup {
    .element(
      "g", ["class": "box \(style)"],
      [
        .newline,
        .element("title", box.description),
        .element(
          "rect",
          [
            "x": pixels(frame.left), "y": pixels(frame.top), "width": pixels(frame.size.width),
            "height": pixels(frame.size.height), "rx": pixels(radius),
          ], []),
      ] + texts)
  }

  private var style: String {
    if isReference { return "again" }
    if !box.ends.isEmpty { return "ends" }
    return box.gap != nil ? "unseen" : box.kind.isRecorder ? "seen" : "plain"
  }

  /// Boxes where requests start are round.
  private var radius: Double {
    switch box.kind {
    case .browser, .client, .schedule, .events: frame.size.height / 2
    default: 5
    }
  }

  private var texts: [Markup] {
    let room = frame.size.width - 2 * Measure.boxPadding
    let left = frame.left + Measure.boxPadding
    guard box.ends.isEmpty else {
      let top = frame.middle - Double(box.ends.count) * Measure.endHeight / 2
      return box.ends.enumerated().flatMap { index, end -> [Markup] in
        let baseline = top + Double(index) * Measure.endHeight + 14
        let kindRoom = Font.detail.width(of: end.kind)
        let name = Font.detail.fitted(end.name, into: room - kindRoom - Measure.endGap)
        return [
          svgText("end", Point(x: left, y: baseline), name),
          svgText("detail kind", Point(x: frame.right - Measure.boxPadding, y: baseline), end.kind),
        ]
      }
    }
    if isReference {
      return [svgText("detail", Point(x: left, y: frame.middle + 4), Font.detail.fitted("\(box.name) ↑", into: room))]
    }
    guard !box.detail.isEmpty else {
      return [svgText("name", Point(x: left, y: frame.middle + 5), Font.title.fitted(box.name, into: room))]
    }
    return [
      svgText("name", Point(x: left, y: frame.middle - 3), Font.title.fitted(box.name, into: room)),
      svgText("detail", Point(x: left, y: frame.middle + 13), Font.detail.fitted(box.detail, into: room)),
    ]
  }
}

extension Drawing.LegendEntry {
  fileprivate var svg: Markup {
    let height = frame.top + 9
    var marks: [Markup] = []
    switch sample {
    case .line(let visibility):
      let path = Path(
        start: Point(x: frame.left, y: height), steps: [.straight(Point(x: frame.left + 36, y: height))])
      marks.append(Drawing.PlacedLine(visibility: visibility, heads: .atEnd, path: path).svg)
    case .badge(let number, let visibility):
      let path = Path(
        start: Point(x: frame.left, y: height), steps: [.straight(Point(x: frame.left + 36, y: height))])
      marks.append(Drawing.PlacedLine(visibility: visibility, heads: .atEnd, path: path).svg)
      marks.append(svgBadge(number, visibility, Point(x: frame.left + 13, y: height)))
    }
    for (index, line) in lines.enumerated() {
      marks.append(
        svgText("detail", Point(x: frame.left + Picture.lineIndent, y: frame.top + 13 + Double(index) * 15), line))
    }
    return .group(marks)
  }
}

extension TraceGraph.TraceVisibility {
  /// The class in the style sheets.
  var style: String {
    switch self {
    case .traced: "traced"
    case .startsHere: "begins"
    case .gap: "gap"
    }
  }
}

extension TraceGraph.Kind {
  /// Whether it can write segments.
  fileprivate var isRecorder: Bool {
    switch self {
    case .restAPI, .function, .canary, .topic, .stateMachine, .containers, .host: true
    case .browser, .client, .schedule, .events, .httpAPI, .functionURL, .bus, .queue, .table, .bucket, .service,
      .distribution, .loadBalancer, .database, .cache, .stream, .userPool:
      false
    }
  }
}

extension Path {
  private var corners: [Point] {
    [start] + steps.map { Path(start: start, steps: [$0]).end }
  }

  /// Where the path comes from when it arrives.
  fileprivate var lastTurn: Point { corners.last { $0 != end } ?? start }
  /// Where the path goes to when it leaves.
  fileprivate var firstTurn: Point { corners.first { $0 != start } ?? end }

  fileprivate var data: String {
    var data = "M\(pixels(start.x)) \(pixels(start.y))"
    var last = start
    for step in steps {
      switch step {
      case .straight(let point) where point == last: continue
      case .straight(let point):
        data += "L\(pixels(point.x)) \(pixels(point.y))"
        last = point
      case .bend(let point):
        let middle = pixels((last.x + point.x) / 2)
        data += "C\(middle) \(pixels(last.y)) \(middle) \(pixels(point.y)) \(pixels(point.x)) \(pixels(point.y))"
        last = point
      }
    }
    return data
  }
}

private func svgText(_ style: String, _ place: Point, _ text: String) -> Markup {
  .element("text", ["class": style, "x": pixels(place.x), "y": pixels(place.y)], text)
}

/// A length with at most one decimal, so that files do not differ in the last bits of a number.
private func pixels(_ length: Double) -> String {
  let tenths = Int(nearest: length * 10)
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}
