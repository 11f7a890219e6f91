/// A function that is called again and again: the schedule, and a role that may call this function and no other.
public struct ScheduledInvocation: Component {
  public var function: Declared<LambdaFunction>
  public var interval: Schedule.Interval
  /// Where a call goes that the scheduler gave up on.
  public var deadLetters: ARN<Queue>
  public var retries: Schedule.Retries

  /// `retries`: Twice unless said otherwise, and not beyond the next call's time.
  public init(
    of function: Declared<LambdaFunction>, every interval: Schedule.Interval, deadLetters: ARN<Queue>,
    retries: Schedule.Retries? = nil
  ) {
    self.function = function
    self.interval = interval
    self.deadLetters = deadLetters
    self.retries = retries ?? Schedule.Retries(2, within: interval.duration)
  }

  @discardableResult
  public func declare(in stack: inout StackBuilder) -> Declared<Schedule> {
    let name = "\(function.name)-schedule"
    let role = stack.add(Role(name, assumedBy: "scheduler.amazonaws.com"))
    stack.add(RolePolicy(name, for: role.roleName, [.invoke(function.arn), .send(to: deadLetters)]))
    return stack.add(
      Schedule(
        function.name, .every(interval), calls: .function(function.arn), as: role.arn, retries: retries,
        deadLetters: deadLetters))
  }
}
