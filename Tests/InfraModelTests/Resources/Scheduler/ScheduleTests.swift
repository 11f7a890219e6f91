import InfraModel
import Testing

@Suite struct ScheduleTests {
  @Test(arguments: [
    (Schedule.Timing.every(.minutes(1)), "rate(1 minute)"),
    (.every(.minutes(5)), "rate(5 minutes)"),
    (.every(.hours(1)), "rate(1 hour)"),
    (.every(.days(7)), "rate(7 days)"),
    (.cron(Cron(minute: 0, hour: 8)), "cron(0 8 * * ? *)"),
    (
      .cron(Cron(minute: .stepping(by: 15, from: 0), hour: .between(9...17), day: .ofWeek([.monday, .friday]))),
      "cron(0/15 9-17 ? * MON,FRI *)"
    ),
    (
      .cron(Cron(minute: .at([0, 30]), hour: 0, day: .ofMonth(1), month: .every, year: 2_027)),
      "cron(0,30 0 1 * ? 2027)"
    ),
    (.cron(Cron(minute: 0, hour: 0, day: .lastOfMonth)), "cron(0 0 L * ? *)"),
    (.at(year: 2_027, month: 1, day: 31, hour: 9, minute: 5), "at(2027-01-31T09:05:00)"),
  ])
  func timingIsWrittenInAWSsSpelling(timing: Schedule.Timing, expression: String) {
    #expect(timing.expression == expression)
  }

  @Test func scheduleCallsItsTargetAsARole() {
    let schedule = Schedule(
      "canary", .every(.minutes(5)), calls: .function(function), as: role, with: ["probe": true],
      retries: .init(0, within: .seconds(60)), deadLetters: ARN("arn:aws:sqs:us-east-1:123456789012:dead"))

    #expect(
      block(schedule) == [
        "name": "example-prod-canary", "schedule_expression": "rate(5 minutes)", "state": "ENABLED",
        "flexible_time_window": .blocks([["mode": "OFF"]]),
        "target": .blocks([
          [
            "arn": "arn:aws:lambda:us-east-1:123456789012:function:canary",
            "role_arn": "arn:aws:iam::123456789012:role/scheduler",
            "input": .json(["probe": true]),
            "retry_policy": .blocks([["maximum_retry_attempts": 0, "maximum_event_age_in_seconds": 60]]),
            "dead_letter_config": .blocks([["arn": "arn:aws:sqs:us-east-1:123456789012:dead"]]),
          ]
        ]),
      ])
  }

  @Test func stateMachineIsStartedAsARoleThatMay() {
    let machine = ARN<StateMachine>("arn:aws:states:us-east-1:123456789012:stateMachine:processing")
    let schedule = Schedule("nightly", .every(.days(1)), calls: .stateMachine(machine), as: role)
    #expect(block(schedule).nested("target")?["arn"] == .text(machine.text))
    #expect(Statement.start(machine).actions == ["states:StartExecution"])
    #expect(Statement.start(machine).resources == [machine.text])
  }

  @Test func flexibleWindowIsInMinutes() {
    let schedule = Schedule("nightly", .every(.days(1)), calls: .function(function), as: role, window: .minutes(30))
    #expect(
      block(schedule)["flexible_time_window"]
        == .blocks([["mode": "FLEXIBLE", "maximum_window_in_minutes": 30]]))
  }

  @Test func onlyWhatGoesByTheClockHasATimeZone() {
    let rate = Schedule("rate", .every(.hours(1)), calls: .function(function), as: role)
    let cron = Schedule(
      "cron", .cron(Cron(minute: 0, hour: 8), timeZone: "Europe/Berlin"), calls: .function(function), as: role,
      state: .disabled)

    #expect(block(rate)["schedule_expression_timezone"] == nil)
    #expect(block(cron)["schedule_expression_timezone"] == "Europe/Berlin")
    #expect(block(cron)["state"] == "DISABLED")
  }

  @Test func steadyScheduleKnowsItsInterval() {
    #expect(Schedule("a", .every(.minutes(5)), calls: .function(function), as: role).interval == .seconds(300))
    #expect(Schedule("b", .cron(Cron(minute: 0, hour: 8)), calls: .function(function), as: role).interval == nil)
  }

  private let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:canary")
  private let role = ARN<Role>("arn:aws:iam::123456789012:role/scheduler")

  private func block(_ schedule: Schedule) -> Block {
    var stack = StackBuilder()
    return stack.add(schedule).declaration.block
  }
}
