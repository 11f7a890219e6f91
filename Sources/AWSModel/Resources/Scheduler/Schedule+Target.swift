public import TerraformModel

extension Schedule {
  /// `target.arn`: what the scheduler invokes.
  public enum Target: Hashable, Sendable, ArgumentCodable {
    case function(ARN<LambdaFunction>)
    case queue(ARN<Queue>)
    case topic(ARN<Topic>)
    case stateMachine(ARN<StateMachine>)
    /// Any other ARN that the scheduler can invoke, such as an event bus's.
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

    public init(reading value: Value) throws(DecodingFailure.Reason) {
      let arn = try Text(reading: value)
      switch arn.serviceOfARN {
      case "lambda": self = .function(ARN(arn))
      case "sqs": self = .queue(ARN(arn))
      case "sns": self = .topic(ARN(arn))
      case "states": self = .stateMachine(ARN(arn))
      default:
        if arn.isUndecided { throw .knownAfterApply }
        self = .other(arn)
      }
    }
  }

  /// `flexible_time_window`: how late an invocation may be, which spreads many schedules of one time.
  public enum Window: Hashable, Sendable {
    case off
    /// `maximum_window_in_minutes`, 1 to 1,440.
    case minutes(Int)

    /// `mode`
    var mode: String {
      switch self {
      case .off: "OFF"
      case .minutes: "FLEXIBLE"
      }
    }

    /// `maximum_window_in_minutes`
    var length: Int? {
      switch self {
      case .off: nil
      case .minutes(let minutes): minutes
      }
    }
  }

  /// `target.retry_policy`: how long the scheduler retries one invocation.
  public struct Retries: Hashable, Sendable {
    /// `maximum_retry_attempts`, 0 to 185.
    public var attempts: Int
    /// `maximum_event_age_in_seconds`, 60 to 86,400 seconds.
    public var age: Duration

    public init(_ attempts: Int, within age: Duration) {
      self.attempts = attempts
      self.age = age
    }
  }

  /// `state`
  public enum State: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case enabled = "ENABLED"
    case disabled = "DISABLED"
  }
}

extension Schedule.Retries: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("maximum_retry_attempts", \.attempts, .range(0...185), default: 185)
    table.duration("maximum_event_age_in_seconds", \.age, in: .seconds, 60...86_400, default: .seconds(86_400))
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(try block[\.attempts], within: try block[\.age])
  }
}
