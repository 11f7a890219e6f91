extension Policy {
  /// What the engine itself asks: of waivers, and of the baseline. These cannot be waived.
  public static let engineRules: [RuleDescription] = [
    .waiverExpired, .waiverUnused, .waiverMalformed, .waiverTooLong, .waiverRefused, Baseline.staleEntry,
  ]
}

extension RuleDescription {
  static let waiverExpired = RuleDescription(
    id: "waiver-expired",
    title: "Every waiver still holds",
    rationale: "After its last day a waiver no longer applies, and its findings are reported again. Ask its owner.",
    sources: ["US10"], severity: .warning, isWaivable: false,
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
    ])

  static let waiverUnused = RuleDescription(
    id: "waiver-unused",
    title: "Every waiver matches a finding",
    rationale: "A waiver that is no longer needed hides the same mistake if it is made again.",
    sources: ["US10"], severity: .warning, isWaivable: false,
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
    ])

  static let waiverMalformed = RuleDescription(
    id: "waiver-malformed",
    title: "Every waiver has a reason, an owner and a last day",
    rationale: "Without them a reader cannot know later whether the waiver may be removed, or whom to ask.",
    sources: ["US10"], isWaivable: false,
    terraformFix: "set `rule`, `address`, `reason` and `owner`, and `until` to a day as yyyy-mm-dd",
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
    ])

  static let waiverTooLong = RuleDescription(
    id: "waiver-too-long",
    title: "No waiver lasts longer than the policy allows",
    rationale: "A waiver without an end disables the rule for that resource indefinitely, without review.",
    sources: ["US10"], isWaivable: false,
    terraformFix: "set `until` to an earlier day",
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
    ])

  static let waiverRefused = RuleDescription(
    id: "waiver-refused",
    title: "No waiver is for a rule that cannot be waived",
    rationale: "A finding of such a rule would fail the apply or be lost silently, whether or not it is waived.",
    sources: ["US10"], isWaivable: false,
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
    ])
}
