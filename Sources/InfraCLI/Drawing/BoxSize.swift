import InfraModel

/// The measures of pictures, in pixels.
enum Measure {
  static let margin = 12.0
  static let boxPadding = 10.0
  static let boxHeight = 42.0
  static let endHeight = 20.0
  /// Between the name and the kind of an end.
  static let endGap = 14.0
  static let badgeRadius = 8.0
  /// The length of a box's side that each arriving line needs, so that badges do not touch.
  static let portDistance = 18.0
  static let legendLine = 19.0
}

extension Picture.Box {
  /// The size if there is room for all of its text.
  var naturalSize: Size {
    guard ends.isEmpty else {
      let width = ends.map { end in
        Font.detail.width(of: end.name) + Measure.endGap + Font.detail.width(of: end.kind)
      }.max()
      return Size(
        width: ((width ?? 0) + 2 * Measure.boxPadding).rounded(.up),
        height: Double(ends.count) * Measure.endHeight + 8)
    }
    let width = max(Font.title.width(of: name), Font.detail.width(of: detail))
    return Size(width: (width + 2 * Measure.boxPadding).rounded(.up), height: Measure.boxHeight)
  }
}
