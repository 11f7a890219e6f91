public import TerraformModel

/// A workflow of calls to functions and services (`aws_sfn_state_machine`).
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
public struct StateMachine: ResourceModel {
  public static let type = "aws_sfn_state_machine"

  public let name: String
  public var physicalName: PhysicalName
  /// `type`: a change of it replaces the state machine.
  public var kind: Kind
  /// `definition`: the states in order. Each continues with the next, and the last one ends the execution.
  public var states: [State]
  /// `definition.TimeoutSeconds`. There is no default, as an execution without it may run for a year.
  public var timeout: Duration
  /// `role_arn`: the role needs `.invoke`, and `.writeTraces` and `.deliverLogs` where it traces and logs.
  public var role: ARN<Role>
  /// `logging_configuration`
  public var logging: Logging
  /// `tracing_configuration.enabled`: whether it records a segment in X-Ray.
  public var tracing: TracingMode

  /// `type`
  public enum Kind: String, Hashable, Sendable, ArgumentCodable {
    /// Executions run each step once and are kept for 90 days. Billed by state transitions.
    case standard = "STANDARD"
    /// Executions run up to five minutes and at least once. Billed by duration; only their logs are kept.
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

  public static let arguments = ArgumentTable<StateMachine> { table in
    table.add("type", \.kind, .word(["STANDARD", "EXPRESS"]), default: .standard)
    table.add("role_arn", \.role, .arn)
    table.written("definition", .document) { machine in
      .json(.map(machine.states.workflow.merging(["TimeoutSeconds": machine.timeout.value]) { $1 }))
    }
    table.derived(\.timeout) { machine throws(DecodingFailure) in try machine.timeout }
    table.swiftOnly(\.states, because: "the states of a definition in Terraform are not read")
    table.add("tracing_configuration.enabled", \.tracing.isActive, default: false)
    table.derived(\.tracing) { machine throws(DecodingFailure) in
      try machine[\.tracing.isActive] ? .active : .passThrough
    }
    Logging.declare(in: &table)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html",
    name: NamingRule(length: 1...80, characters: .alphanumerics(and: "-_")), nameAttribute: "arn", isARNItsID: true,
    iamPrefix: "states",
    dimension: NamedDimension("StateMachineArn", attributes: ["arn", "id"]), metrics: StepFunctionsMetrics.namespace,
    useActions: [
      "states:StartExecution", "states:StartSyncExecution", "states:ListExecutions", "states:DescribeStateMachine",
    ])
}

extension BlockView<StateMachine> {
  /// `TimeoutSeconds`; zero where the definition has none.
  fileprivate var timeout: Duration {
    get throws(DecodingFailure) {
      guard case .map(let members)? = try reader.documentIfPresent("definition"),
        let seconds = members["TimeoutSeconds"]
      else { return .zero }
      do throws(DecodingFailure.Reason) { return try Duration(reading: seconds) } catch {
        throw reader.error("definition.TimeoutSeconds", error)
      }
    }
  }
}

extension TracingMode {
  /// `tracing_configuration.enabled`
  fileprivate var isActive: Bool { self == .active }
}

extension DeclaredResource<StateMachine> {
  public var arn: ARN<StateMachine> { ARN(attribute("arn")) }

  /// Executions that ended in an error that no state catches.
  public var executionsFailed: Metric { metric("ExecutionsFailed") }
  /// Executions that exceeded `timeout`; they do not count as failed.
  public var executionsTimedOut: Metric { metric("ExecutionsTimedOut") }
  public var executionsStarted: Metric { metric("ExecutionsStarted") }
  /// Milliseconds from start to end.
  public var executionTime: Metric { metric("ExecutionTime") }
}

extension StateMachine: DecodableResource {
  /// Without the states, which are not read.
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let machine = BlockView<Self>(block)
    self.init(
      name, try machine[\.kind], [], timeout: try machine[\.timeout], role: try machine[\.role],
      logging: try machine[\.logging], tracing: try machine[\.tracing])
  }
}
