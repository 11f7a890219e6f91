public import TerraformModel

/// Invokes a target at certain times (`aws_scheduler_schedule`).
///
/// The scheduler assumes a role, which has to be allowed to invoke the target; a Lambda permission has no effect.
public struct Schedule: ResourceModel {
  public static let type = "aws_scheduler_schedule"

  public let name: String
  public var physicalName: PhysicalName
  /// `schedule_expression` and `schedule_expression_timezone`
  public var timing: Timing
  /// `target.arn`
  public var target: Target
  /// `target.role_arn`: a role that `scheduler.amazonaws.com` may assume.
  public var role: ARN<Role>
  /// `target.input`: what the target receives, as JSON.
  public var input: Value?
  /// `flexible_time_window`
  public var window: Window
  /// `target.retry_policy`; AWS's default is 185 retries within a day.
  public var retries: Retries?
  /// `target.dead_letter_config.arn`: where the scheduler sends an invocation that failed permanently. The role has to be
  /// allowed to send to the queue; otherwise the invocation is lost.
  public var deadLetters: ARN<Queue>?
  /// `state`
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

  public static let arguments = ArgumentTable<Schedule> { table in
    Timing.declare(in: &table)
    table.add("state", \.state, .word(["ENABLED", "DISABLED"]), default: .enabled)
    table.add("flexible_time_window.mode", \.window.mode, .word(["OFF", "FLEXIBLE"]), default: "OFF")
    table.add("flexible_time_window.maximum_window_in_minutes", \.window.length, .range(1...1_440))
    table.derived(\.window) { schedule throws(DecodingFailure) in
      try schedule[\.window.length].map { .minutes($0) } ?? .off
    }
    table.add("target.arn", \.target, .arn)
    table.add("target.role_arn", \.role, .arn)
    table.document("target.input", \.input)
    table.block("target.retry_policy", \.retries)
    table.add("target.dead_letter_config.arn", \.deadLetters, .arn)
    table.constraint("has a flexible time window without a length", fix: "set `maximum_window_in_minutes`") {
      schedule in
      schedule.blocks("flexible_time_window").allSatisfy {
        $0.text("mode") != "FLEXIBLE" || $0.has("maximum_window_in_minutes")
      }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
    name: NamingRule(length: 1...64, characters: .alphanumerics(and: "-_.")), iamPrefix: "scheduler",
    // Some names end in the code of an error.
    metrics: MetricNamespace(
      "AWS/Scheduler", by: [["ScheduleGroup"], []], isComplete: false,
      [
        MetricGroup(
          .count, .noEvents,
          [
            "InvocationAttemptCount", "InvocationThrottleCount", "InvocationDroppedCount", "TargetErrorCount",
            "TargetErrorThrottledCount", "InvocationsSentToDeadLetterCount",
            "InvocationsFailedToBeSentToDeadLetterCount",
          ])
      ]))
}

extension Schedule {
  /// The time between two runs, where it is fixed. An alarm on the target has to evaluate at least this long a time.
  public var interval: Duration? {
    if case .every(let interval) = timing { interval.duration } else { nil }
  }
}

extension Schedule: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let schedule = BlockView<Self>(block)
    self.init(
      name, try schedule[\.timing], calls: try schedule[\.target], as: try schedule[\.role],
      with: try schedule[\.input], window: try schedule[\.window], retries: try schedule[\.retries],
      deadLetters: try schedule[\.deadLetters], state: try schedule[\.state])
  }
}
