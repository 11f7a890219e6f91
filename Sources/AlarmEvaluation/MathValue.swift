/// What a part of an expression comes to.
enum MathValue {
  /// A number; `nil` where there is none, as after a division by zero.
  case scalar(Double?)
  /// A time series: a value for each period, or none.
  case series([Double?])
  /// Several time series.
  case list([[Double?]])
}

extension MathValue {
  /// One time series, also where it is the only one of a list.
  var series: [Double?]? {
    switch self {
    case .scalar: nil
    case .series(let series): series
    case .list(let list): list.count == 1 ? list[0] : nil
    }
  }

  /// The time series of a list, or the only one.
  var list: [[Double?]]? {
    switch self {
    case .scalar: nil
    case .series(let series): [series]
    case .list(let list): list
    }
  }

  /// Applies a function to each value that exists. A result that is no number is none.
  func mapValues(_ transform: (Double) -> Double) -> MathValue {
    func value(_ value: Double?) -> Double? { value.flatMap { finite(transform($0)) } }
    return switch self {
    case .scalar(let number): .scalar(value(number))
    case .series(let series): .series(series.map(value))
    case .list(let list): .list(list.map { $0.map(value) })
    }
  }

  /// Applies a function to each time series; `nil` for a number.
  func mapSeries(_ transform: ([Double?]) -> [Double?]) -> MathValue? {
    switch self {
    case .scalar: nil
    case .series(let series): .series(transform(series))
    case .list(let list): .list(list.map(transform))
    }
  }
}

extension MathOperator {
  /// Joins two operands. Between two time series a missing value is 0 where the other has one; division by zero drops the
  /// datapoint.
  func join(_ left: MathValue, _ right: MathValue) throws(MathError) -> MathValue {
    switch (left, right) {
    case (.scalar(let left), .scalar(let right)): return .scalar(value(left, right))
    case (.series(let left), .scalar(let right)): return .series(left.map { value($0, right) })
    case (.scalar(let left), .series(let right)): return .series(right.map { value(left, $0) })
    case (.series(let left), .series(let right)): return .series(join(left, right))
    case (.list(let left), .scalar(let right)): return .list(left.map { $0.map { value($0, right) } })
    case (.scalar(let left), .list(let right)): return .list(right.map { $0.map { value(left, $0) } })
    case (.list(let left), .series(let right)): return .list(left.map { join($0, right) })
    case (.series(let left), .list(let right)): return .list(right.map { join(left, $0) })
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { throw .operands(self) }
      return .list(zip(left, right).map { join($0, $1) })
    }
  }

  private func join(_ left: [Double?], _ right: [Double?]) -> [Double?] {
    zip(left, right).map { left, right in
      left == nil && right == nil ? nil : finite(apply(left ?? 0, right ?? 0))
    }
  }

  private func value(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return nil }
    return finite(apply(left, right))
  }
}

/// The number, or none where it is infinite or not a number.
func finite(_ number: Double) -> Double? {
  number.isFinite ? number : nil
}
