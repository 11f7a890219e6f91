import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let compositeAlarmNeverChanges: RuleID = "composite-alarm-never-changes"
}

struct CompositeAlarmNeverChanges: Rule {
  static let description = RuleDescription(
    id: .compositeAlarmNeverChanges,
    title: "Every composite alarm's rule can become true and false",
    rationale: """
      An alarm is in one state at a time. A rule expression that requires two states of one alarm is never true, \
      and one that accepts every state is always true; neither depends on the alarms that it reads.
      """,
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"],
    subjects: [CompositeAlarm.self, RawResource.self],
    reads: [
      .arguments("alarm_rule", of: CompositeAlarm.self)
    ],
    good: [
      Example("Errors, unless something is being deployed") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let errors = stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let deploying = stack.add(
          MetricAlarm(
            "deploying", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        stack.add(
          CompositeAlarm(
            "broken", when: .all([.inAlarm(errors.alarmName), .not(.inAlarm(deploying.alarmName))]), notify: []))
      },
      Example("Two of three") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        for name in ["a", "b", "c"] {
          stack.add(
            MetricAlarm(
              name, named: .exactly(name), when: failures, .sum, threshold: .above(0), evaluation: .once,
              missingData: .notBreaching, notify: []))
        }
        stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            ["alarm_name": "broken", "alarm_rule": "AT_LEAST(2, ALARM, (a, b, c))"]))
      },
    ],
    bad: [
      Counterexample("Two states of one alarm") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", named: "errors", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            ["alarm_name": "broken", "alarm_rule": "ALARM(errors) AND OK(errors)"]))
        return [alarm.address]
      },
      Counterexample("Any state of an alarm") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", named: "errors", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            ["alarm_name": "broken", "alarm_rule": "ALARM(errors) OR NOT ALARM(errors)"]))
        return [alarm.address]
      },
      Counterexample("Four of three") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        for name in ["a", "b", "c"] {
          stack.add(
            MetricAlarm(
              name, named: .exactly(name), when: failures, .sum, threshold: .above(0), evaluation: .once,
              missingData: .notBreaching, notify: []))
        }
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_composite_alarm", "broken",
            ["alarm_name": "broken", "alarm_rule": "AT_LEAST(4, ALARM, (a, b, c))"]))
        return [alarm.address]
      },
      Counterexample("Always") { stack in
        let alarm = stack.add(
          RawResource("aws_cloudwatch_composite_alarm", "broken", ["alarm_name": "broken", "alarm_rule": "TRUE"]))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.spelled("alarm_rule", of: CompositeAlarm.type).compactMap { rule in
      guard let condition = try? CompositeRule(parsing: rule.text), let outcome = condition.constantOutcome else {
        return nil
      }
      return finding(
        on: rule.declaration,
        "composite alarm \(rule.owner) \(outcome ? "always" : "never") fires, whatever the states of the alarms it reads",
        fix: "change the rule expression of \(rule.owner) so that it depends on the states")
    }
  }
}

extension CompositeRule {
  /// What the rule comes to in every combination of states; `nil` where that differs, and where there are too many alarms
  /// to try them all.
  fileprivate var constantOutcome: Bool? {
    let alarms = Array(Set(alarms)).sorted()
    // 3 to the power of 8 is 6,561.
    guard alarms.count <= 8 else { return nil }
    let count = alarms.reduce(1) { count, _ in count * State.allCases.count }
    var outcome: Bool?
    for combination in 0..<count {
      var states: [String: State] = [:]
      var rest = combination
      for alarm in alarms {
        states[alarm] = State.allCases[rest % State.allCases.count]
        rest /= State.allCases.count
      }
      guard let holds = holds(states) else { return nil }
      if let outcome, outcome != holds { return nil }
      outcome = holds
    }
    return outcome
  }

  /// `nil` where the rule has something in it that cannot be told.
  private func holds(_ states: [String: State]) -> Bool? {
    switch self {
    case .constant(let holds): return holds
    case .state(let state, let alarm): return states[alarm] == state
    case .not(let rule): return rule.holds(states).map { !$0 }
    case .all(let rules):
      let all = rules.compactMap { $0.holds(states) }
      return all.count == rules.count ? all.allSatisfy(\.self) : nil
    case .any(let rules):
      let all = rules.compactMap { $0.holds(states) }
      return all.count == rules.count ? all.contains(true) : nil
    case .atLeast(let count, let state, let isNegated, let alarms):
      let matching = alarms.count { (states[$0] == state) != isNegated }
      if let number = Int(count) { return matching >= number }
      guard count.hasSuffix("%"), let share = Double(count.dropLast()) else { return nil }
      return Double(matching) * 100 >= share * Double(alarms.count)
    }
  }
}
