public import TerraformModel

/// Something that stands on a dashboard.
public protocol Widget: Sendable {
  /// The alarms whose state it shows. None unless the widget says otherwise.
  var alarms: [ARN<any Alarm>] { get }
  /// The metrics it draws. None unless the widget says otherwise.
  var metrics: [Metric] { get }

  /// What CloudWatch is given: one tile, or several that stand one below the other.
  ///
  /// - Parameters:
  ///   - width: The columns of the grid it has got, 1 to 24.
  ///   - region: Where its metrics are unless it says otherwise.
  func tiles(width: Int, in region: Input<Region>) -> [Tile]
}

extension Widget {
  public var alarms: [ARN<any Alarm>] { [] }
  public var metrics: [Metric] { [] }
}

/// One entry of a dashboard body's `widgets`, which waits for its place.
public struct Tile: Hashable, Sendable {
  /// `type`: CloudWatch's word, such as `metric`.
  public var type: String
  /// `height` in lines of the grid, 1 to 1,000.
  public var height: Int
  /// `properties`, which depend on the type.
  public var properties: [String: Value]

  public init(_ type: String, height: Int, properties: [String: Value]) {
    self.type = type
    self.height = height
    self.properties = properties
  }

  func value(x: Int, y: Int, width: Int) -> Value {
    [
      "type": .text(Text(type)), "x": .integer(x), "y": .integer(y), "width": .integer(width),
      "height": .integer(height), "properties": .map(properties),
    ]
  }
}
