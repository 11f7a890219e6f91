// Conversions of numbers from outside. `Int(_:)` traps where a `Double` has no `Int`, so nothing else converts one.

extension Int {
  /// The whole number nearest to a number: the greatest or least there is where that is beyond them, and 0 for no number.
  package init(nearest number: Double) {
    guard !number.isNaN else {
      self = 0
      return
    }
    // `Double(Int.max)` is one more than `Int.max`, and so is the first that does not fit.
    self = number >= 0x1p63 ? .max : number < -0x1p63 ? .min : Int(number.rounded())
  }

  /// Whether what is computed with the number cannot overflow by a step or two: a number of at most 2^53 either way, which
  /// every reader of JSON can hold (RFC 8259, section 6). AWS takes no greater one.
  package var isOrdinary: Bool { magnitude <= 1 << 53 }
}
