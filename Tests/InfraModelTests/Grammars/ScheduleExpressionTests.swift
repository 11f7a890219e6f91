import InfraModel
import Testing

@Suite struct ScheduleExpressionTests {
  @Test(arguments: validSchedules)
  func scheduleOfAWSIsRead(_ text: String) throws {
    _ = try ScheduleExpression(parsing: text)
  }

  @Test(arguments: invalidSchedules)
  func scheduleThatAWSRefusesIsRefused(_ text: String, found: String?, hint: String) {
    let error = #expect(throws: SyntaxError.self) { try ScheduleExpression(parsing: text) }
    #expect(error?.found == found, "\(error?.description ?? "")")
    #expect(error?.fix.contains(hint) == true, "\(error?.fix ?? "")")
  }

  @Test func fieldsAreUnderstood() throws {
    #expect(try ScheduleExpression(parsing: "rate(12 hours)") == .rate(12, .hour))
    guard case .cron(let fields) = try ScheduleExpression(parsing: "cron(0/15 9-17 ? * MON,5#2 *)") else {
      Issue.record("no cron")
      return
    }
    #expect(
      fields.map(\.parts) == [
        [.number(0, step: 15)], [.range(9, 17, step: nil)], [.undecided], [.every],
        [.number(2, step: nil), .nth(2, of: 5)], [.every],
      ])
  }

  @Test func whatTheTypesWriteIsRead() throws {
    let crons = [
      Cron(minute: 0, hour: 9), Cron(minute: .stepping(by: 15, from: 0), hour: .between(9...17), day: .lastOfMonth),
      Cron(minute: .at([0, 30]), hour: .every, day: .ofWeek([.monday, .friday]), month: 2, year: 2_030),
    ]
    for cron in crons { _ = try ScheduleExpression(parsing: Schedule.Timing.cron(cron).expression) }
    for interval in [Schedule.Interval.minutes(1), .hours(2), .days(1)] {
      _ = try ScheduleExpression(parsing: Schedule.Timing.every(interval).expression)
    }
    _ = try ScheduleExpression(
      parsing: Schedule.Timing.at(year: 2_027, month: 1, day: 31, hour: 9, minute: 0).expression)
  }

  @Test func noTextMakesItCrash() {
    expectNoCrash(mutating: validSchedules) { _ = try? ScheduleExpression(parsing: $0) }
  }
}

private let validSchedules = [
  "rate(1 minute)", "rate(5 minutes)", "rate(1 hour)", "rate(7 days)", "cron(0 10 * * ? *)", "cron(15 12 * * ? *)",
  "cron(0 18 ? * MON-FRI *)", "cron(0 8 1 * ? *)", "cron(0/15 * * * ? *)", "cron(0/10 * ? * MON-FRI *)",
  "cron(0/5 8-17 ? * MON-FRI *)", "cron(0 9 ? * 2#1 *)", "cron(0 0 L * ? *)", "cron(0 0 ? * 6L *)",
  "cron(0 0 15W * ? *)", "cron(0 0 1 JAN,jul ? 2027-2030)", "at(2026-07-31T09:00:00)", "cron(*/5 * * * ? *)",
]

private let invalidSchedules: [(String, found: String?, hint: String)] = [
  ("", nil, "rate"),
  ("rate(1 minutes)", "minutes", "rate(1 minute)"),
  ("rate(5 minute)", "minute", "rate(5 minutes)"),
  ("rate(0 minutes)", "0", "from 1 on"),
  ("rate(30 seconds)", "seconds", "write minutes"),
  ("rate(5minutes)", "minutes", "space"),
  ("rate 5 minutes", "5", "parentheses"),
  ("Rate(5 minutes)", "Rate", "small letters"),
  ("cron(0 9 * * ?)", ")", "the year"),
  ("cron(0 9 * * * *)", "0", "`?`"),
  ("cron(0 9 ? * ? *)", "0", "`?`"),
  ("cron(60 9 * * ? *)", "60", "minute of 0 to 59"),
  ("cron(0 24 * * ? *)", "24", "hour of 0 to 23"),
  ("cron(0 9 ? * 0 *)", "0", "Sunday"),
  ("cron(0 9 ? * MONDAY *)", "DAY", "space"),
  ("cron(0 9 ? 13 MON *)", "13", "JAN to DEC"),
  ("cron(? 9 * * ? *)", "?", "`*`"),
  ("cron(0 9 * * ? * *)", "*", "six fields"),
  ("0 9 * * ? *", "0", "cron("),
  ("@daily", "@", "cron"),
  ("at(2026-07-31)", "31", "yyyy-mm-dd"),
  ("at(2026-07-31T09:00:00Z)", "Z", "schedule_expression_timezone"),
  ("rate(5 minutes", nil, "`)`"),
]
