import InfraModel

extension Picture {
  /// What lines and numbers mean, below the boxes.
  func legend(from top: Double, width: Double) -> [Drawing.LegendEntry] {
    var entries: [Drawing.LegendEntry] = []
    var top = top
    func add(_ sample: Drawing.LegendEntry.Sample, _ text: String, indent: Double) {
      let lines = Font.detail.wrapped(text, into: width - 2 * Measure.margin - indent)
      let height = Double(lines.count - 1) * 15 + Measure.legendLine
      let textWidth = lines.map { Font.detail.width(of: $0) }.max() ?? 0
      entries.append(
        .init(
          sample: sample, lines: lines,
          frame: Rectangle(Measure.margin, top, indent + textWidth, height)))
      top += height
    }
    if lines.contains(where: { $0.visibility == .traced }) {
      add(.line(.traced), "on one trace", indent: Self.lineIndent)
    }
    for (number, visibility) in zip(1..., reasons) {
      add(.badge(number, visibility), Self.explanation(of: visibility), indent: Self.lineIndent)
    }
    return entries
  }

  static let lineIndent = 46.0

  /// What a line means, with the reason if it is not traced.
  static func explanation(of visibility: TraceGraph.TraceVisibility) -> String {
    switch visibility {
    case .traced: "on one trace"
    case .startsHere(let cause): "the trace begins after it · \(cause.title): \(cause.explanation)"
    case .gap(let cause): "not traced · \(cause.title): \(cause.explanation)"
    }
  }
}
