/// A composite alarm's condition, as text: `alarm_rule`. Terraform takes any text for it.
///
/// `AlarmRule` writes it; this reads what somebody wrote elsewhere.
public indirect enum CompositeRule: Hashable, Sendable {
  case state(State, of: String)
  /// `AT_LEAST(2, ALARM, (a, b, c))`: so many of them, or so many per cent, are in the state; with `NOT ALARM`, in another.
  case atLeast(String, State, isNegated: Bool, of: [String])
  case constant(Bool)
  case all([CompositeRule])
  case any([CompositeRule])
  case not(CompositeRule)

  /// The states that a rule may ask for.
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

  /// The alarms that it looks at, by name or ARN, in their order and as often as they stand there.
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
