/// Calls something at certain times (`aws_scheduler_schedule`).
///
/// The scheduler acts as a role, so the role needs leave to call the target; a Lambda permission does nothing here.
public struct Schedule: Resource {
  public static let type = "aws_scheduler_schedule"
  public static let namingRule: NamingRule? = NamingRule(length: 1...64, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName
  public var timing: Timing
  public var target: Target
  /// `target.role_arn`: a role that `scheduler.amazonaws.com` may assume.
  public var role: ARN<Role>
  /// `target.input`: what the target is given, as JSON.
  public var input: Value?
  /// `flexible_time_window`
  public var window: Window
  /// `target.retry_policy`; 185 times within a day where `nil`, for AWS says so.
  public var retries: Retries?
  /// `target.dead_letter_config`: where a call goes that the scheduler gave up on. It is the role that
  /// sends it, so the role needs leave to send to the queue, or the call is lost.
  public var deadLetters: ARN<Queue>?
  public var state: State

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, _ timing: Timing, calls target: Target,
    as role: ARN<Role>, with input: Value? = nil, window: Window = .off, retries: Retries? = nil,
    deadLetters: ARN<Queue>? = nil, state: State = .enabled
  ) {
    self.name = name
    self.physicalName = physicalName
    self.timing = timing
    self.target = target
    self.role = role
    self.input = input
    self.window = window
    self.retries = retries
    self.deadLetters = deadLetters
    self.state = state
  }

  public func encode(into block: inout Block) {
    timing.encode(into: &block)
    block.set("state", state)
    block.nest("flexible_time_window") { window.encode(into: &$0) }
    block.nest("target") { block in
      block.set("arn", target)
      block.set("role_arn", role)
      if let input { block["input"] = .json(input) }
      if let retries {
        block.nest("retry_policy") { block in
          block.set("maximum_retry_attempts", retries.attempts)
          block.set("maximum_event_age_in_seconds", retries.age)
        }
      }
      if let deadLetters {
        block.nest("dead_letter_config") { $0.set("arn", deadLetters) }
      }
    }
  }
}

extension Schedule {
  /// The time between two calls, where it is always the same. An alarm on what is called has to look at least this far
  /// back, or it sees gaps.
  public var interval: Duration? {
    if case .every(let interval) = timing { interval.duration } else { nil }
  }
}

extension Schedule: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    guard let target = try block.nested("target") else { throw block.error("target", .missing) }
    let retries = try target.nested("retry_policy")
    let window = try block.nested("flexible_time_window")
    let arn = try target.text("arn")
    self.init(
      name, try Timing(reading: block), calls: Target(reading: arn), as: try target.arn("role_arn"),
      with: try target.documentIfAny("input"),
      window: try window?.integerIfAny("maximum_window_in_minutes").map { .minutes($0) } ?? .off,
      retries: try retries.map { retries throws(Unreadable) in
        Retries(
          try retries.integerIfAny("maximum_retry_attempts") ?? 185,
          within: try retries.secondsIfAny("maximum_event_age_in_seconds") ?? .seconds(86_400))
      },
      deadLetters: try target.nested("dead_letter_config")?.arnIfAny("arn"),
      state: try block.wordIfAny("state") ?? .enabled)
  }
}
