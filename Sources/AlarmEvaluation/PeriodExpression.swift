/// Metric math of which each period depends on the metrics of that period only, so that it is computed without time series.
package indirect enum PeriodExpression: Hashable, Sendable {
  case number(Double)
  /// A metric, by its index.
  case metric(Int)
  case negative(PeriodExpression)
  case operation(PeriodExpression, MathOperator, PeriodExpression)
  /// `FILL(a, 0)`
  case filled(PeriodExpression, Double)

  /// - Parameters:
  ///   - metrics: The ids of the metrics, in the order of the values that it is given.
  ///   - expressions: Other expressions of the alarm, by id.
  /// - Returns: `nil` for an expression that reads several periods at once, or that is not computable.
  package init?(_ expression: MathExpression, metrics: [String], expressions: [String: MathExpression]) {
    self.init(expression, metrics: metrics, expressions: expressions, depth: 0)
  }

  private init?(
    _ expression: MathExpression, metrics: [String], expressions: [String: MathExpression], depth: Int
  ) {
    func part(_ expression: MathExpression) -> PeriodExpression? {
      PeriodExpression(expression, metrics: metrics, expressions: expressions, depth: depth + 1)
    }
    // An expression that reads itself is one that never ends.
    guard depth < 100 else { return nil }
    switch expression {
    case .number(let number): self = .number(number)
    case .id(let id):
      if let index = metrics.firstIndex(of: id) {
        self = .metric(index)
      } else {
        guard let other = expressions[id].flatMap(part) else { return nil }
        self = other
      }
    case .negative(let operand):
      guard let operand = part(operand) else { return nil }
      self = .negative(operand)
    case .operation(let left, let sign, let right):
      guard let left = part(left), let right = part(right) else { return nil }
      self = .operation(left, sign, right)
    case .call("FILL", let arguments):
      guard arguments.count == 2, case .number(let number) = arguments[1], let operand = part(arguments[0]),
        operand.isSeries
      else { return nil }
      self = .filled(operand, number)
    case .text, .word, .list, .call: return nil
    }
  }

  private var isSeries: Bool {
    switch self {
    case .number: false
    case .metric, .filled: true
    case .negative(let operand): operand.isSeries
    case .operation(let left, _, let right): left.isSeries || right.isSeries
    }
  }

  /// The value of a period; `nil` where there is none.
  ///
  /// - Parameter metric: The value of a metric in the period, by its index.
  package func value(of metric: (Int) -> Double?) -> Double? {
    switch self {
    case .number(let number): return number
    case .metric(let index): return metric(index)
    case .negative(let operand): return operand.value(of: metric).flatMap { finite(-$0) }
    case .filled(let operand, let number): return operand.value(of: metric) ?? number
    case .operation(let left, let sign, let right):
      let (first, second) = (left.value(of: metric), right.value(of: metric))
      // Between two time series a missing value is 0 where the other has one.
      if left.isSeries, right.isSeries {
        return first == nil && second == nil ? nil : finite(sign.apply(first ?? 0, second ?? 0))
      }
      guard let first, let second else { return nil }
      return finite(sign.apply(first, second))
    }
  }
}
