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
    unwatched(in: stack).certain.map { function in
      let name = function.name
      return finding(
        on: function, "function '\(name)' has no alarm on its p95 duration",
        fix: """
          add `stack.add(\(variable(for: name)).slownessAlarm(p95: \
          .milliseconds(\(Int(nearest: function.timeout.milliseconds) / 2)), notify: alerts.arn))` with what your users put up with
          """)
    }
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    AlarmIndex(stack).isDecided ? [] : unwatched(in: stack).unknowns
  }

  private func unwatched(in stack: DeclaredStack) -> UnwatchedFunctions {
    UnwatchedFunctions(
      of: stack, reading: { $0.duration },
      as: { $0.noticesHighValues && $0.statistic == Statistic.percentile(.p95).word })
  }
}
