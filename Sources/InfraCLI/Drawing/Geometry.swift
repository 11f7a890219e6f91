/// A point of a picture, in pixels from its upper left corner.
struct Point: Hashable {
  var x: Double
  var y: Double
}

struct Size: Hashable {
  var width: Double
  var height: Double
}

struct Rectangle: Hashable {
  var origin: Point
  var size: Size

  init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  var left: Double { origin.x }
  var right: Double { origin.x + size.width }
  var top: Double { origin.y }
  var bottom: Double { origin.y + size.height }
  var middle: Double { origin.y + size.height / 2 }

  func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func contains(_ other: Rectangle) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func moved(by x: Double, _ y: Double) -> Rectangle {
    Rectangle(left + x, top + y, size.width, size.height)
  }
}
