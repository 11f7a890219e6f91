import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let scheduleExpressionParses: RuleID = "schedule-expression-parses"
}

struct ScheduleExpressionParses: Rule {
  static let description = RuleDescription(
    id: .scheduleExpressionParses,
    title: "Every schedule expression is valid",
    rationale: "Terraform accepts any text as a schedule; a cron expression with five fields fails during apply.",
    sources: [
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
      "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
    ], isWaivable: false,
    subjects: [EventRule.self, Schedule.self, RawResource.self],
    reads: [
      .arguments("schedule_expression", of: EventRule.self)
    ],
    good: [
      Example("Every five minutes, and every one") { stack in
        stack.add(EventRule("often", when: .every(.minutes(5))))
        stack.add(EventRule("oftener", when: .every(.minutes(1))))
      },
      Example("On working days, written as text") { stack in
        stack.add(RawResource("aws_scheduler_schedule", "report", ["schedule_expression": "cron(0 9 ? * MON-FRI *)"]))
      },
      Example("Once") { stack in
        stack.add(RawResource("aws_scheduler_schedule", "once", ["schedule_expression": "at(2027-01-31T09:00:00)"]))
      },
      Example("The scheduler's rates have no singular") { stack in
        stack.add(RawResource("aws_scheduler_schedule", "often", ["schedule_expression": "rate(1 minutes)"]))
      },
    ],
    bad: [
      Counterexample("A plural unit for a rate of one") { stack in
        let rule = RawResource("aws_cloudwatch_event_rule", "often", ["schedule_expression": "rate(1 minutes)"])
        return [stack.add(rule).address]
      },
      Counterexample("Five cron fields") { stack in
        let rule = RawResource("aws_cloudwatch_event_rule", "daily", ["schedule_expression": "cron(0 9 * * ?)"])
        return [stack.add(rule).address]
      },
      Counterexample("Both days at once") { stack in
        let rule = EventRule("daily", when: .cron(Cron(minute: 0, hour: 9)))
        return [stack.add(rule, with: ["schedule_expression": "cron(0 9 * * * *)"]).address]
      },
      Counterexample("An invalid hour") { stack in
        [stack.add(EventRule("daily", when: .cron(Cron(minute: 0, hour: 24)))).address]
      },
      Counterexample("A one-time schedule of an EventBridge rule") { stack in
        let rule = RawResource(
          "aws_cloudwatch_event_rule", "once", ["schedule_expression": "at(2027-01-31T09:00:00)"])
        return [stack.add(rule).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    // Systems Manager has a cron of its own.
    stack.spelled("schedule_expression").filter { !$0.declaration.address.type.hasPrefix("aws_ssm_") }
      .compactMap { schedule in
        let isForScheduler = schedule.declaration.address.type == Schedule.type
        let error = schedule.error { text throws(SyntaxError) in
          try ScheduleExpression(parsing: text, forScheduler: isForScheduler)
        }
        if let error {
          return finding(
            on: schedule.declaration, "the schedule of \(schedule.owner) \(error)",
            fix: "\(error.fix) in the schedule of \(schedule.owner)")
        }
        guard schedule.declaration.address.type == EventRule.type,
          case .at? = try? ScheduleExpression(parsing: schedule.text)
        else { return nil }
        return finding(
          on: schedule.declaration,
          "the schedule of \(schedule.owner) runs once, which only EventBridge Scheduler supports",
          fix: "declare a `Schedule` for \(schedule.owner)")
      }
  }
}
