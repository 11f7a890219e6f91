extension RuleID {
  public static let alarmHasAction: RuleID = "alarm-has-action"
}

struct AlarmHasAction: Rule {
  static let description = RuleDescription(
    id: .alarmHasAction,
    title: "Every alarm tells somebody, and no more topics than AWS takes",
    rationale: "An alarm without an action turns red on a page that nobody is looking at. Five actions are the most.",
    sources: ["US10", "FR-039", "aws-facts 1.8"],
    subjects: [MetricAlarm.self, CompositeAlarm.self],
    good: [
      Example("The alarm notifies a topic") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
      },
      Example("A composite alarm speaks for the alarms it reads") { stack in
        let alerts = stack.add(Topic("alerts"))
        let errors = stack.add(MetricAlarm.example("errors"))
        let latency = stack.add(MetricAlarm.example("latency"))
        stack.add(
          CompositeAlarm(
            "broken", when: .all([.inAlarm(errors.alarmName), .inAlarm(latency.alarmName)]), notify: [alerts.arn]))
      },
    ],
    bad: [
      Counterexample("Nobody is told") { stack in
        [stack.add(MetricAlarm.example(notify: [])).address]
      },
      Counterexample("A composite alarm that tells nobody speaks for nobody") { stack in
        let errors = stack.add(MetricAlarm.example("errors"))
        let broken = stack.add(CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: []))
        return [errors.address, broken.address]
      },
      Counterexample("AWS takes five actions") { stack in
        let topics = (1...6).map { stack.add(Topic("alerts-\($0)")).arn }
        return [stack.add(MetricAlarm.example(notify: topics)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let spokenFor = alarmsSpokenFor(in: stack)
    return stack.alarms.compactMap { alarm in
      switch alarm.alarm.alarmActions.count {
      case 0 where spokenFor.contains(alarm.declaration.address): nil
      case 0:
        finding(
          on: alarm.declaration, "alarm '\(alarm.name)' notifies nobody",
          fix: "set `notify: [alerts.arn]` on '\(alarm.name)' with a topic that people read")
      case 1...5: nil
      case let count:
        finding(
          on: alarm.declaration, "alarm '\(alarm.name)' has \(count) actions, and AWS takes 5",
          fix: "notify one topic from '\(alarm.name)' and subscribe the others' readers to it")
      }
    }
  }
  /// The alarms that a composite alarm with actions reads, be it through others.
  private func alarmsSpokenFor(in stack: DeclaredStack) -> Set<Address> {
    var open = stack.declared(CompositeAlarm.self).filter { !$0.alarmActions.isEmpty }.map(\.resource)
    var spokenFor: Set<Address> = []
    while let composite = open.popLast() {
      for name in composite.rule.alarmNames {
        guard let alarm = stack.target(of: name), spokenFor.insert(alarm.address).inserted else { continue }
        if let composite = alarm.resource as? CompositeAlarm { open.append(composite) }
      }
    }
    return spokenFor
  }
}
