import InfraModel
import Testing

@testable import StackAnalysis

/// The time between two calls, reckoned by hand from AWS's description of its cron and rate expressions:
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
@Suite struct ScheduleGapTests {
  @Test(
    arguments: [
      ("rate(5 minutes)", 300, 300, 300), ("rate(1 hour)", 3_600, 3_600, 3_600),
      ("rate(2 days)", 172_800, 172_800, 172_800),
      // Every five minutes, and every day at three.
      ("cron(0/5 * * * ? *)", 300, 300, 300), ("cron(0 3 * * ? *)", 86_400, 86_400, 86_400),
      // At nine and at noon: three hours, and 21 until the next morning.
      ("cron(0 9,12 * * ? *)", nil, 10_800, 75_600),
      // On working days at nine: from Friday to Monday.
      ("cron(0 9 ? * MON-FRI *)", nil, 86_400, 259_200),
      // Mondays at nine and at five: a week less eight hours.
      ("cron(0 9,17 ? * MON *)", nil, 28_800, 576_000),
      // By the calendar.
      ("cron(0 9 L * ? *)", nil, 86_400, nil), ("cron(0 9 1 * ? *)", nil, 86_400, nil),
      ("cron(0 9 * 6 ? *)", nil, 86_400, nil),
    ] as [(String, Int?, Int?, Int?)])
  func gapIsWhatTheExpressionSays(_ expression: String, _ interval: Int?, _ shortest: Int?, _ longest: Int?) throws {
    let gap = try #require(ScheduleGap(of: expression))
    #expect(gap.interval?.wholeSeconds == interval)
    #expect(gap.shortest?.wholeSeconds == shortest)
    #expect(gap.longest?.wholeSeconds == longest)
  }

  @Test(arguments: ["at(2027-01-31T09:00:00)", "rate(five minutes)", ""])
  func whatRunsOnceOrNeverHasNone(_ expression: String) {
    #expect(ScheduleGap(of: expression) == nil)
  }
}
