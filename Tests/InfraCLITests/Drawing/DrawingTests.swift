import InfraModel
import Stacks
import Testing

@testable import InfraCLI

/// The geometry of every picture of our own stacks, at both ways of laying out.
@Suite struct DrawingTests {
  @Test(arguments: TestedPicture.all)
  func boxesAndBadgesDoNotOverlap(_ tested: TestedPicture) {
    let drawing = tested.drawing
    let badges = drawing.lines.compactMap(\.badge).map(\.center).map { center in
      Rectangle(
        center.x - Measure.badgeRadius, center.y - Measure.badgeRadius, 2 * Measure.badgeRadius,
        2 * Measure.badgeRadius)
    }
    let rectangles = drawing.boxes.map(\.frame) + badges + drawing.legend.map(\.frame)
    for (index, rectangle) in rectangles.enumerated() {
      for other in rectangles[(index + 1)...] {
        #expect(!rectangle.overlaps(other), "\(rectangle) overlaps \(other)")
      }
    }
  }

  @Test(arguments: TestedPicture.all)
  func everythingIsInsideThePicture(_ tested: TestedPicture) {
    let drawing = tested.drawing
    let frame = Rectangle(0, 0, drawing.size.width, drawing.size.height)
    for rectangle in drawing.boxes.map(\.frame) + drawing.legend.map(\.frame) {
      #expect(frame.contains(rectangle), "\(rectangle) is not in \(frame)")
    }
    #expect(drawing.size.width == tested.width, "the picture is wider than asked for")
  }

  @Test(arguments: TestedPicture.all)
  func namesAreWrittenOut(_ tested: TestedPicture) {
    for box in tested.drawing.boxes where !box.isReference {
      let room = box.frame.size.width - 2 * Measure.boxPadding
      #expect(Font.title.fitted(box.box.name, into: room) == box.box.name)
      #expect(Font.detail.fitted(box.box.detail, into: room) == box.box.detail)
      for end in box.box.ends {
        let words = Font.detail.width(of: end.name) + Font.detail.width(of: end.kind)
        #expect(words + Measure.endGap <= room, "'\(end.name)' runs into '\(end.kind)'")
      }
    }
  }

  /// A line that crossed a box would seem to stop there.
  @Test(arguments: TestedPicture.all)
  func linesCrossNoBox(_ tested: TestedPicture) {
    let drawing = tested.drawing
    for line in drawing.lines {
      let points = line.path.samples
      for point in points.dropFirst(2).dropLast(2) {
        for box in drawing.boxes where box.frame != drawing.boxes.first(where: { $0.frame.touches(points[0]) })?.frame {
          let inside = Rectangle(
            box.frame.left + 1, box.frame.top + 1, box.frame.size.width - 2, box.frame.size.height - 2)
          #expect(!inside.touches(point), "a line runs through '\(box.box.description)'")
        }
      }
    }
  }

  @Test(arguments: TestedPicture.all)
  func everyHopIsALine(_ tested: TestedPicture) {
    let picture = Picture(of: tested.graph)
    for hop in tested.graph.hops {
      let (from, to) = (tested.graph.node(hop.from)?.name ?? "", tested.graph.node(hop.to)?.name ?? "")
      let isDrawn = picture.lines.contains { line in
        func shows(_ box: Int, _ name: String) -> Bool {
          picture.boxes[box].name == name || picture.boxes[box].ends.contains { $0.name == name }
        }
        return line.visibility == hop.visibility
          && ((shows(line.from, from) && shows(line.to, to))
            || (line.isMutual && shows(line.from, to) && shows(line.to, from)))
      }
      #expect(isDrawn, "\(from) → \(to)")
    }
  }

  @Test func ourPicturesHaveNoCrossings() {
    for graph in stacks.flatMap({ $0.graphs }) {
      let picture = Picture(of: graph)
      for part in picture.parts {
        let lines = picture.lines.enumerated().filter { part.contains($1.from) }.map { (index: $0, line: $1) }
        #expect(Columns(part, Ranks(of: part, lines)).crossings == 0, "\(graph.stack)")
      }
    }
  }

  @Test func crossingsThatNeedNotBeAreTakenOut() {
    // Two functions and two tables, declared crosswise.
    let lines = [(0, 3), (1, 2)].map { Picture.Line(from: $0, to: $1, visibility: .traced) }
    let columns = Columns([0, 1, 2, 3], Ranks(of: [0, 1, 2, 3], lines.enumerated().map { (index: $0, line: $1) }))
    #expect(columns.crossings == 0)
  }

  @Test func aCircleIsLaidOutFromWhereItIsEntered() {
    let lines = [(0, 1), (1, 2), (2, 3), (3, 1)].map { Picture.Line(from: $0, to: $1, visibility: .traced) }
    let ranks = Ranks(of: [0, 1, 2, 3], lines.enumerated().map { (index: $0, line: $1) })
    #expect((0...3).map { ranks.rank[$0] } == [0, 1, 2, 3])
    #expect(ranks.edges.filter(\.isTurned).map(\.line) == [3])
  }

  @Test func textIsMeasuredAndShortened() {
    #expect(Font.detail.width(of: "WWWW") > Font.detail.width(of: "iiii"))
    #expect(Font.detail.fitted("processing-pipeline", into: 60).hasSuffix("…"))
    #expect(Font.detail.width(of: Font.detail.fitted("processing-pipeline", into: 60)) <= 60)
    #expect(Font.detail.wrapped("one two three", into: Font.detail.width(of: "one two")) == ["one two", "three"])
  }
}

struct TestedPicture: CustomTestStringConvertible {
  let graph: TraceGraph
  let width: Double

  var drawing: Drawing { Picture(of: graph).drawing(width: width) }
  var testDescription: String { "\(graph.stack) at \(Int(width))" }

  static let all = stacks.flatMap { $0.graphs }.flatMap { graph in
    [1_280.0, 400].map { TestedPicture(graph: graph, width: $0) }
  }
}

extension Stack {
  static var declared: [DeclaredStack] { Environment.allCases.map { DeclaredStack(Self(environment: $0)) } }
  static var graphs: [TraceGraph] { declared.map { TraceGraph(of: $0) } }
}

/// One of the repository's own systems in production.
func sentimentAnalyzer() throws -> DeclaredStack {
  let identity = StackIdentity(stack: "sentiment-analyzer", environment: "prod")
  return try #require(stacks.flatMap { $0.declared }.first { $0.identity == identity })
}

extension Rectangle {
  fileprivate func touches(_ point: Point) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }
}

extension Path {
  /// Points along the path, close enough together to miss no box.
  fileprivate var samples: [Point] {
    var points = [start]
    for step in steps {
      let from = points[points.count - 1]
      for index in 1...40 {
        let t = Double(index) / 40
        switch step {
        case .straight(let to): points.append(Point(x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t))
        case .bend(let to):
          let middle = (from.x + to.x) / 2
          let (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t)
          points.append(
            Point(x: a * from.x + (b + c) * middle + d * to.x, y: (a + b) * from.y + (c + d) * to.y))
        }
      }
    }
    return points
  }
}
