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
        declareAlarm(in: &stack, waiver: .example(until: "2027-01-31"))
      }
    ],
    bad: [
      Counterexample("The last day has gone") { stack in
        declareAlarm(in: &stack, waiver: .example(until: "2026-01-31"))
      }
    ]
  ),
  "waiver-unused": (
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
    ]
  ),
  "waiver-malformed": (
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
    ]
  ),
  "waiver-too-long": (
    good: [
      Example("It ends while people remember why") { stack in
        declareAlarm(in: &stack, waiver: .example())
      }
    ],
    bad: [
      Counterexample("It outlives everyone") { stack in
        declareAlarm(in: &stack, waiver: .example(until: "2099-12-31"))
      }
    ]
  ),
  "waiver-refused": (
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
    ]
  ),
]

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
