extension RuleID {
  public static let lambdaP95Alarm: RuleID = "lambda-p95-alarm"
}

struct LambdaP95Alarm: Rule {
  static let description = RuleDescription(
    id: .lambdaP95Alarm,
    title: "Every function has an alarm on its p95 duration",
    rationale: """
      An average hides the slow twentieth of the requests, and users leave a function that is slow long before it fails.
      """,
    sources: ["FR-041", "SC-017", "T26"],
    subjects: [LambdaFunction.self],
    good: [
      Example("An alarm reads the p95") { stack in
        let ingest = stack.add(LambdaFunction.example(timeout: .seconds(30)))
        stack.add(
          MetricAlarm.example("ingest-p95", when: ingest.duration, .percentile(.p95), is: .above(.seconds(10))))
      }
    ],
    bad: [
      Counterexample("Nothing watches the duration") { stack in
        let ingest = stack.add(LambdaFunction.example())
        return [ingest.address]
      },
      Counterexample("The average is not the p95") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("ingest-average", when: ingest.duration, .average, is: .above(.seconds(10))))
        return [ingest.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let alarms = AlarmIndex(stack)
    return stack.declared(LambdaFunction.self).filter { function in
      !alarms[stack.series(function.duration, in: function.region)].contains {
        $0.statistic == .percentile(.p95) && $0.noticesHighValues
      }
    }.map { function in
      let name = function.name
      return finding(
        on: function, "function '\(name)' has no alarm on its p95 duration",
        fix: """
          add `stack.add(\(variable(for: name)).slownessAlarm(p95: \
          .milliseconds(\(Int(function.timeout.milliseconds) / 2)), notify: alerts.arn))` with what your users put up with
          """)
    }
  }
}
