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
        declareAlarm(in: &stack, waiver: .example(until: "2027-01-31"))
      }
    ],
    bad: [
      Counterexample("The last day has gone") { stack in
        declareAlarm(in: &stack, waiver: .example(until: "2026-01-31"))
      }
    ])

  static let waiverUnused = RuleDescription(
    id: "waiver-unused",
    title: "Every waiver matches a finding",
    rationale: "A waiver that is no longer needed hides the same mistake if it is made again.",
    sources: ["US10"], severity: .warning, isWaivable: false,
    good: [
      Example("The alarm has no action, and a waiver accepts that") { stack in
        declareAlarm(in: &stack, waiver: .example())
      }
    ],
    bad: [
      Counterexample("The rule looks at alarms, and this is a topic") { stack in
        [stack.add(Topic("alerts"), waiving: [.example()]).address]
      },
      Counterexample("There is no rule of that name") { stack in
        declareAlarm(in: &stack, waiver: .example("alarm-has-actions"))
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
        declareAlarm(in: &stack, waiver: .example())
      }
    ],
    bad: [
      Counterexample("It has no reason") { stack in
        declareAlarm(in: &stack, waiver: .example(reason: " "))
      },
      Counterexample("It has no owner") { stack in
        declareAlarm(in: &stack, waiver: .example(owner: ""))
      },
      Counterexample("There is no such day") { stack in
        declareAlarm(in: &stack, waiver: .example(until: "2027-02-30"))
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
        declareAlarm(in: &stack, waiver: .example())
      }
    ],
    bad: [
      Counterexample("It outlives everyone") { stack in
        declareAlarm(in: &stack, waiver: .example(until: "2099-12-31"))
      }
    ])

  static let waiverRefused = RuleDescription(
    id: "waiver-refused",
    title: "No waiver is for a rule that cannot be waived",
    rationale: "A finding of such a rule would fail the apply or be lost silently, whether or not it is waived.",
    sources: ["US10"], isWaivable: false,
    good: [
      Example("A matter of judgement") { stack in
        declareAlarm(in: &stack, waiver: .example())
      }
    ],
    bad: [
      Counterexample("Terraform would lose one of the two") { stack in
        let first = stack.add(Topic("alerts"), waiving: [.example(.duplicateAddress)])
        stack.add(Topic("alerts"))
        return [first.address]
      }
    ])
}

extension Waiver {
  /// A waiver that is in order, but for what an example is about.
  fileprivate static func example(
    _ rule: RuleID = .alarmHasAction, reason: String = "watched on the wall", owner: String = "sre",
    until: String = Waiver.exampleEnd
  ) -> Waiver {
    Waiver(rule, reason: reason, owner: owner, until: until)
  }

  /// The last day of the examples' waivers, which are tried on a day in November 2026.
  static let exampleEnd = "2027-01-31"
}

/// An alarm without an action.
@discardableResult
private func declareAlarm(in stack: inout StackBuilder, waiver: Waiver) -> [Address] {
  [stack.add(MetricAlarm.example(), waiving: [waiver]).address]
}
