/// Text of lines, each of which begins with a word, that is compiled into the program.
struct PackedText: Sendable {
  /// How many digits a place has.
  static let digits = 4

  private let text: StaticString

  init(_ text: StaticString) {
    self.text = text
  }

  /// The text of a program is there as long as the program is.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  func end(ofLineAt place: Int) -> Int {
    let bytes = bytes
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  func word(at place: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let bytes = bytes
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
    return bytes[place..<end]
  }

  /// The number that is written there; `nil` for one that is left out.
  func place(at position: Int) -> Int? {
    let bytes = bytes
    guard bytes[position] != UInt8(ascii: "-") || bytes[position + 1] != UInt8(ascii: "-") else { return nil }
    return (0..<PackedText.digits).reduce(0) { $0 << 6 | Int(digit(bytes[position + $1])) }
  }

  private func digit(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 36
    case UInt8(ascii: "-"): 62
    default: 63
    }
  }

  /// The line whose word compares as equal, by halving: lines are sorted.
  func line(_ compare: (Slice<UnsafeBufferPointer<UInt8>>) -> Int) -> Int? {
    let bytes = bytes
    var (start, end) = (0, bytes.count)
    while start < end {
      var line = (start + end) / 2
      while line > start, bytes[line - 1] != UInt8(ascii: "\n") { line -= 1 }
      switch compare(word(at: line)) {
      case 0: return line
      case ..<0: start = self.end(ofLineAt: line) + 1
      default: end = line
      }
    }
    return nil
  }
}

/// Less than 0, 0 or more than 0, in the order of the bytes.
func compare(_ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
  for (one, other) in zip(left, right) where one != other { return Int(one) - Int(other) }
  return left.count - right.count
}
