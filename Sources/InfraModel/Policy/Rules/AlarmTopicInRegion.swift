extension RuleID {
  public static let alarmTopicInRegion: RuleID = "alarm-topic-in-region"
}

struct AlarmTopicInRegion: Rule {
  static let description = RuleDescription(
    id: .alarmTopicInRegion,
    title: "Every alarm notifies topics of its own region",
    rationale: "CloudWatch takes a topic of another region and then never delivers to it.",
    sources: ["US10", "T25", "aws-facts 1.8"],
    subjects: [MetricAlarm.self, CompositeAlarm.self, RawResource.self],
    good: [
      Example("The billing alarm has a topic beside it") { stack in
        let bills = stack.add(Topic("bills"), in: .usEast1)
        stack.add(MetricAlarm.example(notify: [bills.arn]), in: .usEast1)
      }
    ],
    bad: [
      Counterexample("The topic stayed at home") { stack in
        let alerts = stack.add(Topic("alerts"), in: .euWest1)
        return [stack.add(MetricAlarm.example(notify: [alerts.arn]), in: .usEast1).address]
      },
      Counterexample("A topic of another stack is in another region") { stack in
        let alerts: ARN<Topic> = ARN("arn:aws:sns:eu-west-1:123456789012:alerts")
        return [stack.add(MetricAlarm.example(notify: [alerts]), in: .usEast1).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.alarms.flatMap { alarm in
      alarm.actions.compactMap { action -> Finding? in
        let target = stack.target(of: action)
        guard let region = target?.region ?? ARN<Topic>(action).literalRegion, region != alarm.region,
          ![region, alarm.region].contains(.unknown)
        else { return nil }
        let topic = target?.resource.name ?? action.literal ?? "topic"
        return finding(
          on: alarm.declaration,
          "alarm '\(alarm.name)' in '\(alarm.region)' notifies '\(topic)' in '\(region)', which never hears of it",
          fix: """
            declare a topic beside the alarm with `stack.add(Topic("\(alarm.name)-alerts"), in: \
            .\(alarm.region.swiftName))`, subscribe its readers, and notify that one
            """,
          notes: target.map { [Finding.Note(at: $0.location, "topic '\(topic)' is declared here")] } ?? [])
      }
    }
  }
  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    stack.alarms.compactMap { alarm in
      let isUnknown = alarm.actions.contains { action in
        guard let region = stack.target(of: action)?.region ?? ARN<Topic>(action).literalRegion else { return false }
        return [region, alarm.region].contains(.unknown)
      }
      return isUnknown ? Unknown(on: alarm.declaration, Region.reasonForDoubt) : nil
    }
  }
}
