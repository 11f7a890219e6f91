public import TerraformModel

/// CloudWatch's metric math, as alarms use it. Terraform takes any text for it, so it is read here.
public indirect enum MetricExpression: Hashable, Sendable {
  case number(Double)
  /// Another query of the same alarm, by its id.
  case id(String)
  /// Text in quotes, such as what the ids start with that `METRICS("e")` reads.
  case text(String)
  /// A word that a function takes, such as `REPEAT`.
  case word(String)
  case list([MetricExpression])
  case negative(MetricExpression)
  case operation(MetricExpression, Operator, MetricExpression)
  case call(String, [MetricExpression])
  /// Metrics Insights: `SELECT …`, which is a language of its own and is not read further.
  case query(String)

  public enum Operator: String, Hashable, Sendable, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
  }
}

extension MetricExpression {
  /// Reads an expression.
  public init(parsing text: String) throws(SyntaxError) {
    var parser = MetricExpressionParser(text)
    self = try parser.wholeExpression()
  }

  /// The ids that it reads, in their order and as often as they stand there.
  public var ids: [String] {
    switch self {
    case .id(let id): [id]
    case .list(let values), .call(_, let values): values.flatMap(\.ids)
    case .negative(let value): value.ids
    case .operation(let left, _, let right): left.ids + right.ids
    case .number, .text, .word, .query: []
    }
  }

  /// Every function that it calls.
  public var functions: [String] {
    switch self {
    case .call(let name, let arguments): [name] + arguments.flatMap(\.functions)
    case .list(let values): values.flatMap(\.functions)
    case .negative(let value): value.functions
    case .operation(let left, _, let right): left.functions + right.functions
    case .id, .number, .text, .word, .query: []
    }
  }
}
