public import TerraformModel

/// A text on a dashboard, such as what the graphs mean and whom to call.
public struct TextWidget: Widget {
  /// `markdown`
  public var markdown: Text
  /// `height` in lines of the grid, each about two lines of text; 1 to 1,000.
  public var height: Int

  public init(_ markdown: Text, height: Int = 3) {
    self.markdown = markdown
    self.height = height
  }

  public func tiles(width: Int, in region: Input<Region>) -> [Tile] {
    [Tile("text", height: height, properties: ["markdown": markdown.value])]
  }
}
