extension [Double?] {
  /// What becomes of each value and the one before it that exists, given their difference and how many periods they are
  /// apart. The first value has none before it.
  func differences(_ transform: (Double, Int) -> Double) -> [Double?] {
    var previous: (index: Int, value: Double)?
    return indices.map { index in
      guard let value = self[index] else { return nil }
      defer { previous = (index, value) }
      return previous.flatMap { finite(transform(value - $0.value, index - $0.index)) }
    }
  }

  /// The sum of each value and all before it.
  var runningSum: [Double?] {
    var sum = 0.0
    return map { value in
      guard let value else { return nil }
      sum += value
      return finite(sum)
    }
  }

  /// `FILL(…, REPEAT)`: the value before a gap, in the gap. A gap at the start stays.
  var repeated: [Double?] {
    var last: Double?
    return map { value in
      last = value ?? last
      return last
    }
  }

  /// `FILL(…, LINEAR)`: a line from the value before a gap to the one behind it. Gaps at the ends stay.
  var interpolated: [Double?] {
    var filled = self
    var previous: (index: Int, value: Double)?
    for (index, value) in enumerated() {
      guard let value else { continue }
      if let previous, index - previous.index > 1 {
        let step = (value - previous.value) / Double(index - previous.index)
        for gap in (previous.index + 1)..<index { filled[gap] = previous.value + step * Double(gap - previous.index) }
      }
      previous = (index, value)
    }
    return filled
  }
}
