import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let heartbeatAlarmTooSensitive: RuleID = "heartbeat-alarm-too-sensitive"
}

struct HeartbeatAlarmTooSensitive: Rule {
  static let description = RuleDescription(
    id: .heartbeatAlarmTooSensitive,
    title: "A heartbeat alarm fires after two missed heartbeats, and its period is no shorter than their interval",
    rationale: """
      Traces can take half a minute to become readable, so one failed probe means little. People soon ignore an \
      alarm that fires on every miss, or between two heartbeats.
      """,
    sources: ["US6", "SC-007", "SC-021"],
    asked: .ofStacksOnly(because: "Terraform does not know which metric is a heartbeat"),
    subjects: [MetricAlarm.self],
    reads: [
      .arguments("schedule_expression", "state", of: EventRule.self),
      .arguments("arn", "rule", of: EventTarget.self),
    ],
    good: [
      Example("Two misses in a row fire") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .consecutive(2), missingData: .notBreaching,
            notify: []))
      },
      Example("One error is enough for a metric that is not a heartbeat") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A period as long as the interval between two runs") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/canary"), emits: [healthy]))
        stack.add(Schedule("canary", .every(.minutes(5)), calls: .function(canary.arn), as: role))
        stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), period: .minutes(5), evaluation: .consecutive(2),
            missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("The first miss fires") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("One miss among three fires") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .datapoints(1, of: 3),
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A period shorter than the interval between two runs") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/canary"), emits: [healthy]))
        stack.add(Schedule("canary", .every(.minutes(5)), calls: .function(canary.arn), as: role))
        let alarm = stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), period: .minutes(1), evaluation: .consecutive(2),
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A five-minute period for a function that runs every hour") { stack in
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/report")))
        let hourly = stack.add(EventRule("hourly", when: .every(.hours(1))))
        stack.add(EventTarget("report", of: hourly, calls: .function(report.arn)))
        let alarm = stack.add(
          MetricAlarm(
            when: report.invocations, .sum, threshold: .below(1), evaluation: .consecutive(2), missingData: .breaching,
            notify: []))
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let heartbeats = Heartbeats(stack)
    return stack.subjects(MetricAlarm.self).evaluate { alarm throws(DecodingFailure) in
      let measure = try alarm[\.measure]
      let isHeartbeat = measure.missingDataMeaning == .stopped
      if !isHeartbeat, try !alarm.firesWithoutHighValues { return [] }
      var findings: [Finding] = []
      if isHeartbeat, try alarm[\.evaluation].datapoints < 2 { findings.append(firesOnFirstMiss(alarm)) }
      if let (schedule, interval) = heartbeats.slowest(of: measure.metrics, in: alarm.region) {
        let period = try alarm[\.period].seconds
        if period < interval.wholeSeconds {
          findings.append(isShorterThanBeat(alarm, over: period, schedule, interval))
        }
      }
      return findings
    }
  }

  private func firesOnFirstMiss(_ alarm: Subject<MetricAlarm>) -> Finding {
    finding(
      on: alarm, "alarm '\(alarm.name)' watches a heartbeat and fires on the first miss",
      fix: "set `evaluation: .consecutive(2)` on '\(alarm.name)'")
  }

  private func isShorterThanBeat(
    _ alarm: Subject<MetricAlarm>, over period: Int, _ schedule: Declaration, _ interval: Duration
  ) -> Finding {
    finding(
      on: alarm,
      """
      alarm '\(alarm.name)' expects a heartbeat every \(period) s, but schedule '\(schedule.resource.name)' runs \
      every \(interval.wholeSeconds) s
      """,
      fix: "set `period: .minutes(\((interval.wholeSeconds + 59) / 60))` on '\(alarm.name)'",
      notes: [Finding.Note(at: schedule.location, "schedule '\(schedule.resource.name)' is declared here")])
  }
}

extension Subject<MetricAlarm> {
  /// Whether it fires when data is missing and when values are too low.
  fileprivate var firesWithoutHighValues: Bool {
    get throws(DecodingFailure) { try both(self[\.missingData] == .breaching, !self[\.threshold].firesOnHighValues) }
  }
}

/// How often the metrics of a stack beat, where the function that emits them, or that AWS counts the calls of, runs on a
/// schedule.
private struct Heartbeats {
  private let stack: DeclaredStack
  private let emitters: EmitterIndex
  private let functions: FunctionIndex
  private let runs: [Address: ScheduledRuns.Run]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    emitters = EmitterIndex(stack)
    functions = FunctionIndex(stack)
    runs = stack.cached { ScheduledRuns($0) }.fastest
  }

  /// The schedule behind the slowest of the metrics.
  func slowest(of metrics: [Metric], in region: Region) -> (Declaration, Duration)? {
    metrics
      .compactMap { function(behind: $0, in: region).flatMap { runs[$0.address] } }
      .compactMap { run in run.interval.map { (run.schedule, $0) } }
      .max { $0.1 < $1.1 }
  }

  private func function(behind metric: Metric, in region: Region) -> Subject<LambdaFunction>? {
    if metric.namespace == "AWS/Lambda" {
      return metric.dimensions["FunctionName"].flatMap { functions.function(named: $0, in: region) }
    }
    return emitters[stack.series(metric, in: region)]
  }
}
