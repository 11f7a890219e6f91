public import TerraformModel

/// When EventBridge or its scheduler calls something, as text: `schedule_expression`. Terraform checks none of it.
///
/// `Schedule.Timing` and `Cron` write it; this type reads expressions that were written elsewhere.
public enum ScheduleExpression: Hashable, Sendable {
  /// `rate(5 minutes)`
  case rate(Int, Unit)
  /// `cron(0 9 ? * MON-FRI *)`
  case cron([CronField])
  /// `at(2026-07-31T09:00:00)`, for the scheduler alone.
  case at(String)

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case minute, hour, day
  }
}

/// One of the six fields of a cron expression.
public struct CronField: Hashable, Sendable {
  public let parts: [Part]

  public enum Part: Hashable, Sendable {
    /// `*`
    case every
    /// `?`: the other of the two fields for days decides.
    case undecided
    /// `5`, or `5/15` for every fifteenth from there on.
    case number(Int, step: Int?)
    /// `9-17`, with a step where there is one.
    case range(Int, Int, step: Int?)
    /// `*/15`
    case stepping(Int)
    /// `L`: the last day.
    case last
    /// `5L`: the last day of the week of that number in the month.
    case lastWeekday(Int)
    /// `15W`: the working day next to it.
    case workday(Int)
    /// `3#2`: the second of that day of the week in the month.
    case nth(Int, of: Int)
  }
}

extension ScheduleExpression {
  /// Reads a schedule.
  ///
  /// - Parameters:
  ///   - text: The expression, such as `rate(5 minutes)`.
  ///   - isForScheduler: Whether it is EventBridge Scheduler's, whose rates take `1 minutes` and `5 minute` as well: its
  ///     documentation asks for no singular, as that of EventBridge's rules does.
  ///     https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
  public init(parsing text: String, forScheduler isForScheduler: Bool = false) throws(SyntaxError) {
    var parser = ScheduleExpressionParser(text, isForScheduler: isForScheduler)
    self = try parser.wholeExpression()
  }
}
