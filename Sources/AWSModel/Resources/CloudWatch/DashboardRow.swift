import TerraformModel

/// Widgets side by side. They share the 24 columns of a dashboard equally, and more than 24 go on below.
public struct Row: Sendable {
  public var widgets: [any Widget]

  public init(@ListBuilder<any Widget> _ widgets: () -> [any Widget]) {
    self.widgets = widgets()
  }
}

extension Row {
  /// The columns of CloudWatch's grid.
  private static let columns = 24

  /// The row's widgets as CloudWatch takes them, and how many lines of the grid they take up.
  func placed(at top: Int, in region: Input<Region>) -> (widgets: [Value], height: Int) {
    if let placed = widgets.first as? PlacedWidgets { return (placed.values, 0) }
    var placed: [Value] = []
    var bottom = top
    for start in stride(from: 0, to: widgets.count, by: Self.columns) {
      let line = widgets[start..<min(start + Self.columns, widgets.count)]
      let lineTop = bottom
      var left = 0
      for (position, widget) in line.enumerated() {
        let width = Self.columns / line.count + (position < Self.columns % line.count ? 1 : 0)
        var tileTop = lineTop
        for tile in widget.tiles(width: width, in: region) {
          placed.append(tile.value(x: left, y: tileTop, width: width))
          tileTop += tile.height
        }
        bottom = max(bottom, tileTop)
        left += width
      }
    }
    return (placed, bottom - top)
  }
}
