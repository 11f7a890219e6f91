/// A function that makes one number of several.
enum MathAggregate {
  case average
  case count
  case maximum
  case minimum
  case standardDeviation
  case sum

  /// The word that `SORT` takes.
  init?(sortWord: String) {
    switch sortWord {
    case "AVG": self = .average
    case "MAX": self = .maximum
    case "MIN": self = .minimum
    case "SUM": self = .sum
    default: return nil
    }
  }

  /// Over the time: one number for a time series; none where it has no data.
  func value(of series: [Double?], _ reading: MathReading) -> Double? {
    let values = series.compactMap(\.self)
    switch self {
    case .count: return Double(values.count)
    case .average where reading.averageCountsMissing:
      return values.isEmpty ? nil : finite(values.reduce(0, +) / Double(series.count))
    case .average, .maximum, .minimum, .standardDeviation, .sum: return number(of: values, reading)
    }
  }

  /// Across time series: one number for each period in which any has data. Sums and averages take missing values as 0.
  func values(across list: [[Double?]], _ reading: MathReading) -> [Double?] {
    guard let length = list.first?.count else { return [] }
    return (0..<length).map { index in
      let values = list.map { $0[index] }
      let existing = values.compactMap(\.self)
      guard !existing.isEmpty else { return nil }
      return switch self {
      case .count: Double(existing.count)
      case .average, .sum: number(of: values.map { $0 ?? 0 }, reading)
      case .maximum, .minimum, .standardDeviation:
        number(of: reading.extremesCountMissing ? values.map { $0 ?? 0 } : existing, reading)
      }
    }
  }

  private func number(of values: [Double], _ reading: MathReading) -> Double? {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    switch self {
    case .average: return finite(mean)
    case .count: return Double(values.count)
    case .maximum: return values.max()
    case .minimum: return values.min()
    case .sum: return finite(values.reduce(0, +))
    case .standardDeviation:
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let divisor = reading.deviatesBySample && values.count > 1 ? values.count - 1 : values.count
      return finite((squares / Double(divisor)).squareRoot())
    }
  }
}
