import TerraformModel

extension State {
  /// What a choice or a loop asks of its input: a rule of the Amazon States Language.
  public indirect enum Condition: Hashable, Sendable {
    case string(String, equals: String)
    case number(String, Comparison, Double)
    case boolean(String, equals: Bool)
    /// Whether the input has something there at all. Other conditions fail the execution where it has not.
    case isPresent(String)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  public enum Comparison: String, Hashable, Sendable {
    case equals = "NumericEquals"
    case isBelow = "NumericLessThan"
    case isAbove = "NumericGreaterThan"
    case isAtMost = "NumericLessThanEquals"
    case isAtLeast = "NumericGreaterThanEquals"
  }
}

extension State.Condition {
  var entries: [String: Value] {
    switch self {
    case .string(let path, let text): ["Variable": path.value, "StringEquals": text.value]
    case .number(let path, let comparison, let number):
      ["Variable": path.value, comparison.rawValue: number.value]
    case .boolean(let path, let flag): ["Variable": path.value, "BooleanEquals": flag.value]
    case .isPresent(let path): ["Variable": path.value, "IsPresent": true]
    case .not(let condition): ["Not": .map(condition.entries)]
    case .all(let conditions): ["And": .list(conditions.map { .map($0.entries) })]
    case .any(let conditions): ["Or": .list(conditions.map { .map($0.entries) })]
    }
  }
}
