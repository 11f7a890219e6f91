extension RuleID {
  public static let heartbeatNotOnSingleMiss: RuleID = "heartbeat-not-on-single-miss"
}

struct HeartbeatNotOnSingleMiss: Rule {
  static let description = RuleDescription(
    id: .heartbeatNotOnSingleMiss,
    title: "A heartbeat alarm waits for a second missed beat, and for the beat itself",
    rationale: """
      Traces take up to half a minute to become readable, so one failed probe means little; an alarm that fires on \
      every slip, or between two beats, is soon ignored.
      """,
    sources: ["US6", "SC-007", "SC-021"],
    subjects: [MetricAlarm.self],
    good: [
      Example("Two misses in a row fire") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), for: .consecutive(2)))
      },
      Example("One error is enough where nothing beats") { stack in
        stack.add(MetricAlarm.example(when: .example, .sum, is: .above(0), for: .once))
      },
      Example("A period is as long as the time between two beats") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        let canary = stack.add(LambdaFunction.example("canary", emits: [healthy]))
        stack.add(Schedule("canary", .every(.minutes(5)), calls: .function(canary.arn), as: .example))
        stack.add(
          MetricAlarm.example(when: healthy, .minimum, is: .below(1), over: .minutes(5), for: .consecutive(2)))
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
      Counterexample("Between two beats there are periods without one") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        let canary = stack.add(LambdaFunction.example("canary", emits: [healthy]))
        stack.add(Schedule("canary", .every(.minutes(5)), calls: .function(canary.arn), as: .example))
        let alarm = stack.add(
          MetricAlarm.example(when: healthy, .minimum, is: .below(1), over: .minutes(1), for: .consecutive(2)))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let heartbeats = Heartbeats(stack)
    return stack.declared(MetricAlarm.self).filter { $0.resource.silence == .stopped }.flatMap { alarm in
      var findings: [Finding] = []
      if alarm.evaluation.datapoints < 2 { findings.append(firesOnFirstMiss(alarm)) }
      if let (schedule, interval) = heartbeats.slowest(of: alarm), alarm.period.seconds < interval.wholeSeconds {
        findings.append(isShorterThanBeat(alarm, schedule, interval))
      }
      return findings
    }
  }

  private func firesOnFirstMiss(_ alarm: Declared<MetricAlarm>) -> Finding {
    finding(
      on: alarm, "alarm '\(alarm.name)' watches a heartbeat and fires on the first miss",
      fix: "set `for: .consecutive(2)` on '\(alarm.name)'")
  }

  private func isShorterThanBeat(
    _ alarm: Declared<MetricAlarm>, _ schedule: Declared<Schedule>, _ interval: Duration
  ) -> Finding {
    finding(
      on: alarm,
      """
      alarm '\(alarm.name)' looks for a beat every \(alarm.period.seconds) s, and schedule '\(schedule.name)' makes one \
      every \(interval.wholeSeconds) s
      """,
      fix: "set `over: .minutes(\((interval.wholeSeconds + 59) / 60))` on '\(alarm.name)'",
      notes: [Finding.Note(at: schedule.location, "schedule '\(schedule.name)' is declared here")])
  }
}

/// How often the metrics of a stack beat, where the function that emits them runs on a schedule.
private struct Heartbeats {
  private let stack: DeclaredStack
  private let emitters: EmitterIndex
  private var schedules: [Address: (schedule: Declared<Schedule>, interval: Duration)] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    emitters = EmitterIndex(stack)
    for schedule in stack.declared(Schedule.self) where schedule.state == .enabled {
      guard case .function(let arn) = schedule.target, let function = stack.target(of: arn.text)?.address,
        let interval = schedule.resource.interval
      else { continue }
      if let (_, known) = schedules[function], known <= interval { continue }
      schedules[function] = (schedule, interval)
    }
  }

  /// The schedule behind the slowest of the metrics that an alarm reads.
  func slowest(of alarm: Declared<MetricAlarm>) -> (Declared<Schedule>, Duration)? {
    alarm.resource.metrics
      .compactMap { emitters[stack.series($0, in: alarm.region)] }
      .compactMap { schedules[$0.address] }
      .max { $0.interval < $1.interval }
  }
}
