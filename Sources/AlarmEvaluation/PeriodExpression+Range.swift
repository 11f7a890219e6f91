extension PeriodExpression {
  /// The values that a period can have, whatever its metrics are within their limits; `nil` where they are not known.
  ///
  /// Either all metrics have a value in a period or none has: it is the result of those in one and of nothing in the other.
  ///
  /// - Parameter metric: The values that a metric can have where it has one, by its index.
  package func range(of metric: (Int) -> ClosedRange<Double>) -> ClosedRange<Double>? {
    guard let range = existing(metric) else { return nil }
    guard let empty = value(of: { _ in nil }) else { return range }
    return min(range.lowerBound, empty)...max(range.upperBound, empty)
  }

  /// The values where all metrics have one.
  private func existing(_ metric: (Int) -> ClosedRange<Double>) -> ClosedRange<Double>? {
    switch self {
    case .number(let number): number.isNaN ? nil : number...number
    case .metric(let index): metric(index)
    case .negative(let operand): operand.existing(metric).map { -$0.upperBound ... -$0.lowerBound }
    case .filled(let operand, _): operand.existing(metric)
    case .operation(let left, let sign, let right):
      if let left = left.existing(metric), let right = right.existing(metric) {
        sign.range(left, right)
      } else {
        nil
      }
    }
  }
}

extension MathOperator {
  /// The results for operands within limits; `nil` where they are not known.
  fileprivate func range(_ left: ClosedRange<Double>, _ right: ClosedRange<Double>) -> ClosedRange<Double>? {
    switch self {
    case .plus: spanned([left.lowerBound + right.lowerBound, left.upperBound + right.upperBound])
    case .minus: spanned([left.lowerBound - right.upperBound, left.upperBound - right.lowerBound])
    case .times: products(left, right)
    case .over:
      right.contains(0) ? nil : products(left, (1 / right.upperBound)...(1 / right.lowerBound))
    case .above where left.upperBound <= right.lowerBound, .below where left.lowerBound >= right.upperBound: 0...0
    case .or, .and, .equal, .notEqual, .atMost, .atLeast, .below, .above: 0...1
    case .power: nil
    }
  }

  private func products(_ left: ClosedRange<Double>, _ right: ClosedRange<Double>) -> ClosedRange<Double>? {
    // Nothing times anything is nothing, also without a limit.
    func product(_ first: Double, _ second: Double) -> Double { first == 0 || second == 0 ? 0 : first * second }
    return spanned([
      product(left.lowerBound, right.lowerBound), product(left.lowerBound, right.upperBound),
      product(left.upperBound, right.lowerBound), product(left.upperBound, right.upperBound),
    ])
  }

  private func spanned(_ ends: [Double]) -> ClosedRange<Double>? {
    guard !ends.contains(where: \.isNaN), let least = ends.min(), let most = ends.max() else { return nil }
    return least...most
  }
}
