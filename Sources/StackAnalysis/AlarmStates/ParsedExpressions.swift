import AWSModel
import AlarmEvaluation

extension MathExpression {
  /// Parsed metric math for the evaluator. A query of Metrics Insights becomes a call that it cannot compute.
  init(_ expression: MetricExpression) {
    switch expression {
    case .number(let number): self = .number(number)
    case .id(let id): self = .id(id)
    case .text(let text): self = .text(text)
    case .word(let word): self = .word(word)
    case .list(let elements): self = .list(elements.map { MathExpression($0) })
    case .negative(let operand): self = .negative(MathExpression(operand))
    case .operation(let left, let sign, let right):
      self = .operation(MathExpression(left), MathOperator(sign), MathExpression(right))
    case .call(let name, let arguments): self = .call(name, arguments.map { MathExpression($0) })
    case .query: self = .call("SELECT", [])
    }
  }
}

extension MathOperator {
  fileprivate init(_ sign: MetricExpression.Operator) {
    self =
      switch sign {
      case .or: .or
      case .and: .and
      case .equal: .equal
      case .notEqual: .notEqual
      case .atMost: .atMost
      case .atLeast: .atLeast
      case .below: .below
      case .above: .above
      case .plus: .plus
      case .minus: .minus
      case .times: .times
      case .over: .over
      case .power: .power
      }
  }
}

extension AlarmCondition {
  /// A parsed composite rule for the evaluator.
  init(_ rule: CompositeRule) {
    switch rule {
    case .state(let state, let alarm): self = .state(AlarmState(state), of: alarm)
    case .atLeast(let quantity, let state, let isNegated, let alarms):
      self = .atLeast(Quantity(quantity), AlarmState(state), negated: isNegated, of: alarms)
    case .constant(let holds): self = .constant(holds)
    case .all(let rules): self = .all(rules.map { AlarmCondition($0) })
    case .any(let rules): self = .any(rules.map { AlarmCondition($0) })
    case .not(let rule): self = .not(AlarmCondition(rule))
    }
  }
}

extension AlarmCondition.Quantity {
  /// `2` or `50%`
  fileprivate init(_ text: String) {
    let number = Int(text.filter(\.isNumber)) ?? .max
    self = text.hasSuffix("%") ? .percent(number) : .count(number)
  }
}

extension AlarmState {
  fileprivate init(_ state: CompositeRule.State) {
    self =
      switch state {
      case .alarm: .alarm
      case .ok: .ok
      case .insufficientData: .insufficientData
      }
  }
}
