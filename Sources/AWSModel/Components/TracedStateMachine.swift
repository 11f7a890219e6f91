public import TerraformModel

/// A state machine with its monitoring: a role that may call what its tasks call, permission to write traces and logs,
/// a log group with a retention period, and alarms on executions that fail or time out (S0-14).
public struct TracedStateMachine: Component {
  public var name: String
  public var kind: StateMachine.Kind
  public var states: [State]
  public var timeout: Duration
  /// What the role may do besides calling the functions, topics and queues of the tasks: what `.service` tasks need.
  public var permissions: [Statement]
  public var logLevel: StateMachine.Level
  /// Whether the logs include the input and output of states, which may contain personal data.
  public var executionData: Bool
  public var logRetention: Input<LogRetention>
  public var alerts: ARN<Topic>

  public init(
    _ name: String, _ kind: StateMachine.Kind, _ states: [State], timeout: Duration, permissions: [Statement] = [],
    logLevel: StateMachine.Level = .error, executionData: Bool, logRetention: Input<LogRetention>, alerts: ARN<Topic>
  ) {
    self.name = name
    self.kind = kind
    self.states = states
    self.timeout = timeout
    self.permissions = permissions
    self.logLevel = logLevel
    self.executionData = executionData
    self.logRetention = logRetention
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) -> Declared<StateMachine> {
    // Log groups with this prefix do not each take space in the account's single resource policy for log delivery.
    let logs = stack.add(
      LogGroup(name, named: .convention(prefix: "/aws/vendedlogs/states/", suffix: ""), retention: logRetention))
    let role = stack.add(Role(name, assumedBy: "states.amazonaws.com"))
    let policy = stack.add(
      RolePolicy(name, for: role.roleName, [.deliverLogs] + taskPermissions + permissions))
    let tracing = stack.add(RolePolicyAttachment("\(name)-tracing", .xrayDaemonWriteAccess, to: role.roleName))
    // Step Functions checks the role's permissions when it creates the state machine.
    let machine = stack.add(
      StateMachine(
        name, kind, states, timeout: timeout, role: role.arn,
        logging: .on(logs.arn, level: logLevel, executionData: executionData)),
      after: [policy.address, tracing.address])
    stack.add(machine.failureAlarm(notify: alerts))
    stack.add(machine.timeoutAlarm(notify: alerts))
    return machine
  }

  /// Each once, in the order of the states.
  private var taskPermissions: [Statement] {
    var seen: Set<Statement> = []
    return states.everyState.compactMap { state in
      guard case .task(let task, _, _, _, _) = state.kind, let permission = task.permission,
        seen.insert(permission).inserted
      else { return nil }
      return permission
    }
  }
}

extension Declared<StateMachine> {
  /// Fires on the first execution that fails.
  public func failureAlarm(notify alerts: ARN<Topic>) -> MetricAlarm {
    MetricAlarm(
      "\(resource.name)-failed", when: executionsFailed, .sum, threshold: .above(0), evaluation: .once,
      missingData: .notBreaching,
      notify: [alerts], okActions: [alerts],
      description:
        "An execution of \(physicalName) failed; its map in Step Functions shows the state, its trace the call")
  }

  /// Fires on the first execution that times out, which CloudWatch does not count as failed.
  public func timeoutAlarm(notify alerts: ARN<Topic>) -> MetricAlarm {
    MetricAlarm(
      "\(resource.name)-timed-out", when: executionsTimedOut, .sum, threshold: .above(0), evaluation: .once,
      missingData: .notBreaching, notify: [alerts], okActions: [alerts],
      description: "An execution of \(physicalName) took longer than \(resource.timeout.words) and was ended")
  }
}
