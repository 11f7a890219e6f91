public import TerraformModel

/// A function that is called again and again: the schedule, a role that may call this function and no other, and an alarm
/// that fires when it is not called.
public struct ScheduledInvocation: Component {
  public var function: Declared<LambdaFunction>
  public var interval: Schedule.Interval
  /// Where a call goes that the scheduler gave up on.
  public var deadLetters: ARN<Queue>
  public var retries: Schedule.Retries
  /// Who is told when two calls in a row have not happened. `nil` where another alarm fires without data, such as one on a
  /// metric that the function writes; it has no default, for what is not called fails nowhere.
  public var alerts: ARN<Topic>?

  /// `retries`: Twice unless said otherwise, and not beyond the next call's time.
  public init(
    of function: Declared<LambdaFunction>, every interval: Schedule.Interval, deadLetters: ARN<Queue>,
    retries: Schedule.Retries? = nil, alerts: ARN<Topic>?
  ) {
    self.function = function
    self.interval = interval
    self.deadLetters = deadLetters
    self.retries = retries ?? Schedule.Retries(2, within: interval.duration)
    self.alerts = alerts
  }

  @discardableResult
  public func declare(in stack: inout StackBuilder) -> Declared<Schedule> {
    let name = "\(function.name)-schedule"
    let role = stack.add(Role(name, assumedBy: "scheduler.amazonaws.com"))
    stack.add(RolePolicy(name, for: role.roleName, [.invoke(function.arn), .send(to: deadLetters)]))
    if let alerts { stack.add(function.missedRunAlarm(every: interval, notify: alerts)) }
    return stack.add(
      Schedule(
        function.name, .every(interval), calls: .function(function.arn), as: role.arn, retries: retries,
        deadLetters: deadLetters))
  }
}
