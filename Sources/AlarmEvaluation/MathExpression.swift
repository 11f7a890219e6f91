/// Metric math: an expression over the metrics of an alarm.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
public indirect enum MathExpression: Hashable, Sendable {
  /// A number.
  case number(Double)
  /// A metric, or another expression, by its id.
  case id(String)
  /// A text in quotes, such as the argument of `METRICS("errors")`.
  case text(String)
  /// A word that a function takes, such as `REPEAT` or `DESC`.
  case word(String)
  /// `[a, b]`
  case list([MathExpression])
  /// `-a`
  case negative(MathExpression)
  /// Two operands and what joins them.
  case operation(MathExpression, MathOperator, MathExpression)
  /// A function and its arguments.
  case call(String, [MathExpression])
}

/// What joins two operands.
public enum MathOperator: String, Hashable, Sendable, CaseIterable {
  /// `OR`
  case or = "||"
  /// `AND`
  case and = "&&"
  /// Equal.
  case equal = "=="
  /// Not equal.
  case notEqual = "!="
  /// At most.
  case atMost = "<="
  /// At least.
  case atLeast = ">="
  /// Less than.
  case below = "<"
  /// Greater than.
  case above = ">"
  /// Sum.
  case plus = "+"
  /// Difference.
  case minus = "-"
  /// Product.
  case times = "*"
  /// Quotient.
  case over = "/"
  /// Power.
  case power = "^"

  package func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .or: left != 0 || right != 0 ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .atMost: left <= right ? 1 : 0
    case .atLeast: left >= right ? 1 : 0
    case .below: left < right ? 1 : 0
    case .above: left > right ? 1 : 0
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    case .power: raise(left, to: right)
    }
  }
}

/// Why an expression has no value.
public enum MathError: Error, Hashable {
  /// No metric and no expression has the id.
  case unknownID(String)
  /// An expression reads itself.
  case cycle(String)
  /// The function reads what the evaluator does not have, such as an anomaly detection model.
  case notComputable(String)
  /// The function does not exist.
  case unknownFunction(String)
  /// The function does not take these arguments.
  case arguments(String)
  /// The function needs the time of the datapoints.
  case needsTime(String)
  /// Operands cannot be joined, such as two lists of different lengths.
  case operands(MathOperator)
  /// The result is a number or several time series, where an alarm needs one time series.
  case notOneSeries
}
