extension RuleID {
  public static let heartbeatNotOnSingleMiss: RuleID = "heartbeat-not-on-single-miss"
}

struct HeartbeatNotOnSingleMiss: Rule {
  static let description = RuleDescription(
    id: .heartbeatNotOnSingleMiss,
    title: "A heartbeat alarm waits for a second missed beat",
    rationale: """
      Traces take up to half a minute to become readable, so one failed probe means little; an alarm that fires on \
      every slip is soon ignored.
      """,
    sources: ["US6", "SC-007", "SC-021"],
    good: [
      Example("Two misses in a row fire") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), for: .consecutive(2)))
      },
      Example("One error is enough where nothing beats") { stack in
        stack.add(MetricAlarm.example(when: .example, .sum, is: .above(0), for: .once))
      },
    ],
    bad: [
      Counterexample("The first miss fires") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        let alarm = stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), for: .once))
        return [alarm.address]
      },
      Counterexample("One miss among three fires") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        let alarm = stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), for: .datapoints(1, of: 3)))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(MetricAlarm.self)
      .filter { $0.resource.silence == .stopped && $0.evaluation.datapoints < 2 }
      .map { alarm in
        finding(
          on: alarm, "alarm '\(alarm.name)' watches a heartbeat and fires on the first miss",
          fix: "set `for: .consecutive(2)` on '\(alarm.name)'")
      }
  }
}
