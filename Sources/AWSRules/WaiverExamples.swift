import AWSModel
public import PolicyEngine
import StackAnalysis
import TerraformModel

extension Policy {
  /// What the engine itself asks, of waivers and of the baseline, with examples. These cannot be waived.
  public static let engineRules: [RuleDescription] = RuleDescription.engineRules.map { description in
    guard let examples = waiverExamples[description.id] else { return description }
    var description = description
    description.good = examples.good
    description.bad = examples.bad
    return description
  }
}

private let waiverExamples: [RuleID: (good: [Example], bad: [Counterexample])] = [
  "waiver-expired": (
    good: [
      Example("The last day is yet to come") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
      }
    ],
    bad: [
      Counterexample("The last day has gone") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2026-01-31")])
        return [alarm.address]
      }
    ]
  ),
  "waiver-unused": (
    good: [
      Example("The alarm has no action, and a waiver accepts that") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
      }
    ],
    bad: [
      Counterexample("The rule looks at alarms, and this is a topic") { stack in
        let alerts = stack.add(
          Topic("alerts"),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
        return [alerts.address]
      },
      Counterexample("There is no rule of that name") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver("alarm-has-actions", reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
        return [alarm.address]
      },
    ]
  ),
  "waiver-malformed": (
    good: [
      Example("All three are there") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
      }
    ],
    bad: [
      Counterexample("It has no reason") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: " ", owner: "sre", until: "2027-01-31")])
        return [alarm.address]
      },
      Counterexample("It has no owner") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "", until: "2027-01-31")])
        return [alarm.address]
      },
      Counterexample("There is no such day") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-02-30")])
        return [alarm.address]
      },
    ]
  ),
  "waiver-too-long": (
    good: [
      Example("It ends while people remember why") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
      }
    ],
    bad: [
      Counterexample("It outlives everyone") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2099-12-31")])
        return [alarm.address]
      }
    ]
  ),
  "waiver-refused": (
    good: [
      Example("A matter of judgement") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          waiving: [Waiver(.alarmHasAction, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
      }
    ],
    bad: [
      Counterexample("Terraform would lose one of the two") { stack in
        let first = stack.add(
          Topic("alerts"),
          waiving: [Waiver(.duplicateAddress, reason: "watched on the wall", owner: "sre", until: "2027-01-31")])
        stack.add(Topic("alerts"))
        return [first.address]
      }
    ]
  ),
]
