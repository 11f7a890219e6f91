extension Schedule {
  /// `target.arn`: what is called.
  public enum Target: Hashable, Sendable, ArgumentValue {
    case function(ARN<LambdaFunction>)
    case queue(ARN<Queue>)
    case topic(ARN<Topic>)
    case stateMachine(ARN<StateMachine>)
    /// Any other ARN that the scheduler can call, such as an event bus's.
    case other(Text)

    public var value: Value {
      switch self {
      case .function(let function): function.value
      case .queue(let queue): queue.value
      case .topic(let topic): topic.value
      case .stateMachine(let machine): machine.value
      case .other(let arn): arn.value
      }
    }
  }

  /// `flexible_time_window`: how late a call may be, so that many schedules do not all call at once.
  public enum Window: Hashable, Sendable {
    case off
    /// `maximum_window_in_minutes`, 1 to 1,440.
    case minutes(Int)

    func encode(into block: inout Block) {
      switch self {
      case .off:
        block.set("mode", "OFF")
      case .minutes(let minutes):
        block.set("mode", "FLEXIBLE")
        block.set("maximum_window_in_minutes", minutes)
      }
    }
  }

  /// `target.retry_policy`: how long the scheduler tries to make one call.
  public struct Retries: Hashable, Sendable {
    /// `maximum_retry_attempts`, 0 to 185.
    public var attempts: Int
    /// `maximum_event_age_in_seconds`, one minute to one day.
    public var age: Duration

    public init(_ attempts: Int, within age: Duration) {
      self.attempts = attempts
      self.age = age
    }
  }

  /// `state`
  public enum State: String, Hashable, Sendable, CaseIterable, ArgumentValue {
    case enabled = "ENABLED"
    case disabled = "DISABLED"
  }
}

extension Schedule.Target {
  /// What it is its ARN tells, be it a reference or a literal one.
  init(reading arn: Text) {
    let type = arn.partCount == 1 ? arn.references.first?.address.type : nil
    let service = arn.literal?.split(separator: ":", omittingEmptySubsequences: false).dropFirst(2).first
    switch (type, service) {
    case (LambdaFunction.type, _), (_, "lambda"): self = .function(ARN(arn))
    case (Queue.type, _), (_, "sqs"): self = .queue(ARN(arn))
    case (Topic.type, _), (_, "sns"): self = .topic(ARN(arn))
    case (StateMachine.type, _), (_, "states"): self = .stateMachine(ARN(arn))
    default: self = .other(arn)
    }
  }
}
