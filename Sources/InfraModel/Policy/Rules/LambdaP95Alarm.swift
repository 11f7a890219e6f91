extension RuleID {
  public static let lambdaP95Alarm: RuleID = "lambda-p95-alarm"
}

struct LambdaP95Alarm: Rule {
  static let description = RuleDescription(
    id: .lambdaP95Alarm,
    title: "Every function has an alarm on its p95 duration that fires before the timeout",
    rationale: """
      An average hides the slow twentieth of the requests, and a duration never gets beyond the timeout, so an alarm \
      at or above it never fires.
      """,
    sources: ["FR-041", "SC-017", "T14", "T26"],
    subjects: [LambdaFunction.self],
    good: [
      Example("The threshold lies below the timeout") { stack in
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
      Counterexample("The timeout ends every invocation before the threshold") { stack in
        let ingest = stack.add(LambdaFunction.example(timeout: .seconds(30)))
        let alarm = stack.add(
          MetricAlarm.example("ingest-p95", when: ingest.duration, .percentile(.p95), is: .above(.seconds(30))))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let alarms = AlarmIndex(stack)
    return stack.declared(LambdaFunction.self).flatMap { function in
      let readings = alarms[stack.series(function.duration, in: function.region)]
        .filter { $0.statistic == .percentile(.p95) && $0.noticesHighValues }
      guard !readings.isEmpty else { return [missing(function)] }
      return
        readings
        .filter { $0.isDirect && $0.alarm.threshold.limit >= function.timeout.milliseconds }
        .map { outOfReach($0.alarm, of: function) }
    }
  }

  private func missing(_ function: Declared<LambdaFunction>) -> Finding {
    let name = function.name
    return finding(
      on: function, "function '\(name)' has no alarm on its p95 duration",
      fix: """
        add `stack.add(\(variable(for: name)).slownessAlarm(p95: \
        .milliseconds(\(Int(function.timeout.milliseconds) / 2)), notify: alerts.arn))` with what your users put up with
        """)
  }

  private func outOfReach(_ alarm: Declared<MetricAlarm>, of function: Declared<LambdaFunction>) -> Finding {
    let timeout = Int(function.timeout.milliseconds)
    return finding(
      on: alarm,
      """
      alarm '\(alarm.name)' fires beyond \(Int(alarm.threshold.limit)) ms, but function '\(function.name)' is stopped \
      after \(timeout) ms, so it never fires
      """,
      fix: "set `is: .above(.milliseconds(\(timeout * 4 / 5)))` or less on '\(alarm.name)', or raise the timeout",
      notes: [Finding.Note(at: function.location, "the timeout of '\(function.name)' is set here")])
  }
}
