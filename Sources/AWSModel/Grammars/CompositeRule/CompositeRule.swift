public import TerraformModel

/// A composite alarm's condition, as text: `alarm_rule`. Terraform accepts any text.
///
/// `AlarmRule` writes it; this type parses conditions written elsewhere.
public indirect enum CompositeRule: Hashable, Sendable {
  case state(State, of: String)
  /// `AT_LEAST(2, ALARM, (a, b, c))`: at least this number or percentage is in the state; with `NOT ALARM`, not in it.
  case atLeast(String, State, isNegated: Bool, of: [String])
  case constant(Bool)
  case all([CompositeRule])
  case any([CompositeRule])
  case not(CompositeRule)

  /// The states that a rule may test for.
  public enum State: String, Hashable, Sendable, CaseIterable {
    case alarm = "ALARM"
    case ok = "OK"
    case insufficientData = "INSUFFICIENT_DATA"
  }
}

extension CompositeRule {
  /// Reads a condition.
  public init(parsing text: String) throws(SyntaxError) {
    var parser = CompositeRuleParser(text)
    self = try parser.wholeRule()
  }

  /// The alarms that it refers to, by name or ARN, in order and with repetitions.
  public var alarms: [String] {
    switch self {
    case .state(_, let alarm): [alarm]
    case .atLeast(_, _, _, let alarms): alarms
    case .constant: []
    case .all(let rules), .any(let rules): rules.flatMap(\.alarms)
    case .not(let rule): rule.alarms
    }
  }
}
