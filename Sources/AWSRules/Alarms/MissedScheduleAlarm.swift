import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let missedScheduleAlarm: RuleID = "missed-schedule-alarm"
}

struct MissedScheduleAlarm: Rule {
  static let description = RuleDescription(
    id: .missedScheduleAlarm,
    title: "Everything that runs on a schedule has an alarm that fires when it does not run",
    rationale: """
      A function that is not invoked reports no errors and no duration: if its schedule is off or lost a \
      permission, every alarm that treats missing data as healthy stays green. The rule does not apply to requests, \
      which have no fixed interval, or to schedules with less than two runs a week, which an alarm's evaluation \
      window cannot cover.
      """,
    sources: ["FR-045", "FR-020", "US11"],
    asked: .ofStacksOnly(because: "Terraform does not know which metric is a heartbeat"),
    subjects: [Schedule.self, EventRule.self],
    good: [
      Example("An alarm on two missed runs") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/report")))
        stack.add(Schedule("report", .every(.hours(1)), calls: .function(report.arn), as: role))
        stack.add(report.missedRunAlarm(every: .hours(1), notify: ARN("arn:aws:sns:us-east-1:123456789012:alerts")))
      },
      Example("An alarm on the metric that the function writes") { stack in
        let items = Metric("NewItems", in: "Shop", missingDataMeaning: .stopped)
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest"), emits: [items]))
        stack.add(Schedule("ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: role))
        stack.add(
          MetricAlarm(
            when: items, .sum, threshold: .below(1), period: .hours(1), evaluation: .consecutive(3),
            missingData: .breaching, notify: []))
      },
      Example("Schedules that are disabled or run once a month need no alarm") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/report")))
        stack.add(Schedule("off", .every(.hours(1)), calls: .function(report.arn), as: role, state: .disabled))
        stack.add(
          Schedule(
            "monthly", .cron(Cron(minute: 0, hour: 6, day: .lastOfMonth)), calls: .function(report.arn), as: role))
      },
    ],
    bad: [
      Counterexample("All its alarms treat missing data as healthy") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/report")))
        stack.add(Schedule("report", .every(.hours(1)), calls: .function(report.arn), as: role))
        stack.add(report.errorAlarm(notify: ARN("arn:aws:sns:us-east-1:123456789012:alerts")))
        return [report.address]
      },
      Counterexample("A scheduled EventBridge rule") { stack in
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/report")))
        let nightly = stack.add(EventRule("nightly", when: .cron(Cron(minute: 0, hour: 3))))
        stack.add(EventTarget("report", of: nightly, calls: .function(report.arn)))
        return [report.address]
      },
      Counterexample("A scheduled state machine without an alarm on missed executions") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let machine = stack.add(
          StateMachine("processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role, logging: .off))
        stack.add(Schedule("processing", .every(.hours(1)), calls: .stateMachine(machine.arn), as: role))
        return [machine.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let scheduled = stack.cached { ScheduledRuns($0) }
    var evaluation = RuleEvaluation(
      undetermined: scheduled.unclear.map { Undetermined(on: $0.declaration, because: $0.error) })
    guard !scheduled.runs.isEmpty else { return evaluation }
    let watched = stack.cached { MissingDataAlarms($0) }.watched
    var seen: Set<Address> = []
    for run in scheduled.runs {
      guard let gap = run.longestGap, gap <= longestWatchable, watched[run.target.address].isEmpty,
        watched[run.schedule.address].isEmpty, seen.insert(run.target.address).inserted
      else { continue }
      evaluation.judge(run.target) { () throws(DecodingFailure) in
        guard try !watched.contains(run.target.address), try !watched.contains(run.schedule.address) else { return [] }
        let (name, schedule) = (run.target.resource.name, run.schedule.resource.name)
        return [
          finding(
            on: run.target, "'\(name)' runs on schedule '\(schedule)', but no alarm fires when it does not run",
            fix: fix(for: run, gap, name),
            notes: [Finding.Note(at: run.schedule.location, "schedule '\(schedule)' is declared here")])
        ]
      }
    }
    return evaluation
  }

  private func fix(for run: ScheduledRuns.Run, _ gap: Duration, _ name: String) -> String {
    let minutes = (gap.wholeSeconds + 59) / 60
    return run.target.address.type == StateMachine.type
      ? """
      add `stack.add(MetricAlarm("\(name)-missed", when: \(variable(for: name)).executionsStarted, .sum, threshold: .below(1), \
      period: .minutes(\(minutes)), evaluation: .consecutive(2), missingData: .breaching, notify: [alerts.arn]))`
      """
      : "add `stack.add(\(variable(for: name)).missedRunAlarm(every: .minutes(\(minutes)), notify: alerts.arn))`"
  }
}

/// Two runs of it have to fit into the week that CloudWatch looks back.
private let longestWatchable = Duration.seconds(7 * 86_400 / 2)
