/// When a composite alarm is in `ALARM`: a condition on the states of other alarms, `alarm_rule`.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html
public indirect enum AlarmCondition: Hashable, Sendable {
  /// An alarm is in a state, such as `ALARM("errors")`.
  case state(AlarmState, of: String)
  /// `AT_LEAST`: so many of the alarms are in a state, or are not.
  case atLeast(Quantity, AlarmState, negated: Bool, of: [String])
  /// `TRUE` or `FALSE`
  case constant(Bool)
  /// `AND`
  case all([AlarmCondition])
  /// `OR`
  case any([AlarmCondition])
  /// `NOT`
  case not(AlarmCondition)

  /// How many alarms.
  public enum Quantity: Hashable, Sendable {
    /// A number of alarms.
    case count(Int)
    /// A share of the alarms, 0 to 100.
    case percent(Int)
  }
}

extension AlarmCondition {
  /// The alarms that it reads, each once, in order.
  public var alarms: [String] {
    var seen: Set<String> = []
    return allAlarms.filter { seen.insert($0).inserted }
  }

  private var allAlarms: [String] {
    switch self {
    case .state(_, let alarm): [alarm]
    case .atLeast(_, _, _, let alarms): alarms
    case .constant: []
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.allAlarms)
    case .not(let condition): condition.allAlarms
    }
  }

  /// Whether it holds. An alarm without a state is in none of them.
  public func holds(for states: [String: AlarmState]) -> Bool {
    switch self {
    case .state(let state, let alarm): states[alarm] == state
    case .atLeast(let quantity, let state, let negated, let alarms):
      quantity.isReached(by: alarms.count { (states[$0] == state) != negated }, of: alarms.count)
    case .constant(let holds): holds
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: states) }
    case .any(let conditions): conditions.contains { $0.holds(for: states) }
    case .not(let condition): !condition.holds(for: states)
    }
  }

  /// What a composite alarm becomes where the states of some of its alarms are uncertain: `ALARM` where its condition holds,
  /// `OK` where it does not, and both where that depends.
  ///
  /// Alarms that are not in `states` may be in any state. With more than ten uncertain alarms both outcomes are returned
  /// without a look at each combination.
  public func outcomes(for states: [String: Set<AlarmState>]) -> [AlarmOutcome] {
    var known: [String: AlarmState] = [:]
    var uncertain: [(alarm: String, states: [AlarmState])] = []
    for alarm in alarms {
      let possible = AlarmState.allCases.filter { (states[alarm] ?? Set(AlarmState.allCases)).contains($0) }
      if possible.count > 1 {
        uncertain.append((alarm, possible))
      } else {
        known[alarm] = possible.first
      }
    }
    guard uncertain.count <= 10 else { return [.ok, .alarm] }
    let results = results(known, uncertain[...])
    return [.ok, .alarm].filter { results.contains($0 == .alarm) }
  }

  private func results(
    _ known: [String: AlarmState], _ uncertain: ArraySlice<(alarm: String, states: [AlarmState])>
  ) -> Set<Bool> {
    guard let (alarm, states) = uncertain.first else { return [holds(for: known)] }
    var results: Set<Bool> = []
    for state in states where results.count < 2 {
      results.formUnion(self.results(known.merging([alarm: state]) { $1 }, uncertain.dropFirst()))
    }
    return results
  }
}

extension AlarmCondition.Quantity {
  fileprivate func isReached(by count: Int, of total: Int) -> Bool {
    switch self {
    case .count(let needed): count >= needed
    // Of three alarms 50 % are two: fewer are less than half.
    case .percent(let share): count * 100 >= min(max(share, 0), 100) * total
    }
  }
}
