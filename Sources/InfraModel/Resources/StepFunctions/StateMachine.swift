/// Calls functions and services one after another, and remembers where it is (`aws_sfn_state_machine`).
///
/// ```swift
/// StateMachine(
///   "processing", .standard, [
///     .task("Start", .invoke(start.arn)),
///     .repeat("Done?", until: .string("$.status", equals: "COMPLETED"), [
///       .wait("A minute", .seconds(60)), .task("Look", .invoke(look.arn)),
///     ]),
///   ], timeout: .seconds(3_600), role: role.arn, logging: .off, tracing: .active)
/// ```
public struct StateMachine: Resource {
  public static let type = "aws_sfn_state_machine"
  public static let namingRule: NamingRule? = NamingRule(length: 1...80, characters: .alphanumerics(and: "-_"))

  public let name: String
  public var physicalName: PhysicalName
  /// `type`: a change of it makes another state machine.
  public var kind: Kind
  /// `definition`: the states in order, the first one first. Each goes on to the next, and the last one ends it.
  public var states: [State]
  /// `TimeoutSeconds` of the definition. Without it an execution that is stuck is stuck for a year, so it has no default.
  public var timeout: Duration
  /// `role_arn`: what it may do; it needs `.invoke`, and `.writeTraces` and `.deliverLogs` where it does so.
  public var role: ARN<Role>
  /// `logging_configuration`
  public var logging: Logging
  /// `tracing_configuration`: `.active` makes it the first segment of a trace, or one more of a caller's.
  public var tracing: TracingMode

  public enum Kind: String, Hashable, Sendable, ArgumentValue {
    /// Every step is kept for ninety days, and runs once. Paid by the step.
    case standard = "STANDARD"
    /// Up to five minutes, and perhaps twice. Paid by time; its logs are all that is left of an execution.
    case express = "EXPRESS"
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, _ kind: Kind, _ states: [State],
    timeout: Duration, role: ARN<Role>, logging: Logging, tracing: TracingMode = .active
  ) {
    self.name = name
    self.physicalName = physicalName
    self.kind = kind
    self.states = states
    self.timeout = timeout
    self.role = role
    self.logging = logging
    self.tracing = tracing
  }

  public func encode(into block: inout Block) {
    block.set("type", kind)
    block.set("role_arn", role)
    block["definition"] = .json(.map(states.workflow.merging(["TimeoutSeconds": timeout.value]) { $1 }))
    block.nest("tracing_configuration") { $0.set("enabled", tracing == .active) }
    block.nest("logging_configuration") { logging.encode(into: &$0) }
  }
}

extension Declared<StateMachine> {
  public var arn: ARN<StateMachine> { ARN(attribute("arn")) }

  /// Executions that ended in an error that nothing caught.
  public var executionsFailed: Metric { metric("ExecutionsFailed", silence: .nothingHappened) }
  /// Executions that took longer than `timeout`; they do not count as failed.
  public var executionsTimedOut: Metric { metric("ExecutionsTimedOut", silence: .nothingHappened) }
  public var executionsStarted: Metric { metric("ExecutionsStarted", silence: .nothingHappened) }
  /// Milliseconds from start to end.
  public var executionTime: Metric { metric("ExecutionTime", silence: .nothingMeasured) }

  private func metric(_ name: String, silence: Silence) -> Metric {
    Metric(name, in: "AWS/States", dimensions: ["StateMachineArn": arn.text], silence: silence)
  }
}

extension StateMachine: ReadableResource {
  /// Without the states: AWS's language has more of them than the type can say.
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let logging = try block.nested("logging_configuration")
    let tracing = try block.nested("tracing_configuration")
    var timeout = 0
    if case .map(let members)? = try block.documentIfAny("definition"),
      case .integer(let seconds)? = members["TimeoutSeconds"]
    {
      timeout = seconds
    }
    self.init(
      name, try block.wordIfAny("type") ?? .standard, [], timeout: .seconds(timeout), role: try block.arn("role_arn"),
      logging: try logging.map { logging throws(Unreadable) in try Logging(reading: logging) } ?? .off,
      tracing: try tracing?.boolIfAny("enabled") == true ? .active : .passThrough)
  }
}
