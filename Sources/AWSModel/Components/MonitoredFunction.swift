public import TerraformModel

/// A function with its monitoring: its own role, a log group with a retention period, permission to write traces, an
/// alarm on every error and one on slow responses (FR-017, FR-040, FR-041).
public struct MonitoredFunction: Component {
  public var name: String
  public var code: LambdaFunction.Code
  public var memory: Input<Memory>
  public var timeout: Input<Duration>
  /// The limit for the 95th percentile of the duration. It must be below the timeout: no invocation runs longer.
  public var p95: Duration
  public var tracing: Input<TracingMode>
  public var architecture: Architecture
  public var environment: [String: Text]
  /// What the execution role allows besides writing logs and traces.
  public var permissions: [Statement]
  /// The VPC it runs in, if any.
  public var vpc: VPCPlacement?
  public var deadLetters: ARN<Queue>?
  /// Its reserved concurrency; where `nil`, it shares the account's unreserved concurrency.
  public var reservedConcurrency: Int?
  public var logRetention: Input<LogRetention>
  public var description: String?
  /// Whether each change publishes a version, for an alias.
  public var publishesVersions: Bool
  /// The custom metrics its code writes.
  public var emits: [Metric]
  public var purpose: LambdaFunction.Purpose
  /// What records the segments of its code.
  public var instrumentation: LambdaFunction.Instrumentation
  /// The topic that its alarms notify when they fire and when they return to OK.
  public var alerts: ARN<Topic>

  public init(
    _ name: String, code: LambdaFunction.Code, memory: Input<Memory> = .mb(256), timeout: Input<Duration>,
    p95: Duration, tracing: Input<TracingMode> = .active, architecture: Architecture = .x86,
    environment: [String: Text] = [:], permissions: [Statement] = [], vpc: VPCPlacement? = nil,
    deadLetters: ARN<Queue>? = nil, reservedConcurrency: Int? = nil, logRetention: Input<LogRetention>,
    description: String? = nil, publishesVersions: Bool = false, emits: [Metric] = [],
    purpose: LambdaFunction.Purpose = .application,
    instrumentation: LambdaFunction.Instrumentation = .code, alerts: ARN<Topic>
  ) {
    self.name = name
    self.code = code
    self.memory = memory
    self.timeout = timeout
    self.p95 = p95
    self.tracing = tracing
    self.architecture = architecture
    self.environment = environment
    self.permissions = permissions
    self.vpc = vpc
    self.deadLetters = deadLetters
    self.reservedConcurrency = reservedConcurrency
    self.logRetention = logRetention
    self.description = description
    self.publishesVersions = publishesVersions
    self.emits = emits
    self.purpose = purpose
    self.instrumentation = instrumentation
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) -> Declared<LambdaFunction> {
    let logs = stack.add(
      LogGroup(name, named: .convention(prefix: "/aws/lambda/", suffix: ""), retention: logRetention))
    let role = stack.add(Role(name, assumedBy: "lambda.amazonaws.com"))
    stack.add(RolePolicy(name, for: role.roleName, [.writeLogs(to: logs.arn)] + deadLetterPermission + permissions))
    if tracing.canBe(.active) {
      stack.add(RolePolicyAttachment("\(name)-tracing", .xrayDaemonWriteAccess, to: role.roleName))
    }
    // Lambda rejects a function in a VPC whose role may not create network interfaces yet.
    let networking =
      vpc == nil
      ? [] : [stack.add(RolePolicyAttachment("\(name)-network", .lambdaVPCAccess, to: role.roleName)).address]
    let function = stack.add(
      LambdaFunction(
        name, code: code, role: role.arn, memory: memory, timeout: timeout, tracing: tracing,
        architecture: architecture, environment: environment, logging: .json(to: logs.groupName), vpc: vpc,
        deadLetters: deadLetters, reservedConcurrency: reservedConcurrency, description: description,
        publishesVersions: publishesVersions, emits: emits, purpose: purpose, instrumentation: instrumentation),
      after: networking)
    stack.add(function.errorAlarm(notify: alerts))
    stack.add(function.slownessAlarm(p95: p95, notify: alerts))
    return function
  }

  /// Lambda sends events that it could not process with the function's execution role.
  private var deadLetterPermission: [Statement] {
    deadLetters.map { [.send(to: $0)] } ?? []
  }
}

extension Declared<LambdaFunction> {
  /// Fires on the first error. Lambda counts every invocation, sampled or not; missing data means that nothing ran.
  public func errorAlarm(above limit: Double = 0, notify alerts: ARN<Topic>) -> MetricAlarm {
    MetricAlarm(
      "\(resource.name)-errors", when: errors, .sum, threshold: .above(limit), evaluation: .once,
      missingData: .notBreaching,
      notify: [alerts], okActions: [alerts],
      description: "Function \(physicalName) failed; its traces with faults are in X-Ray, its logs beside them")
  }

  /// Fires when a scheduled function has missed two invocations in a row, whatever the cause. A single miss does not
  /// fire it, and a period of less than five minutes would detect only CloudWatch's own delay.
  ///
  /// `interval`: The schedule's interval; two of them must fit into the week that an alarm evaluates at most.
  public func missedRunAlarm(every interval: Schedule.Interval, notify alerts: ARN<Topic>) -> MetricAlarm {
    MetricAlarm(
      "\(resource.name)-missed", when: invocations, .sum, threshold: .below(1),
      period: .minutes(max(5, (interval.duration.wholeSeconds + 59) / 60)), evaluation: .consecutive(2),
      missingData: .breaching, notify: [alerts], okActions: [alerts],
      description: "\(physicalName) should have run twice and has not; look at its schedule, permissions and throttles")
  }

  /// Fires when the 95th percentile of the duration is above `limit` in three periods out of five, so that a single
  /// cold start does not fire it.
  public func slownessAlarm(p95 limit: Duration, notify alerts: ARN<Topic>) -> MetricAlarm {
    MetricAlarm(
      "\(resource.name)-slow", when: duration, .percentile(.p95), threshold: .above(limit),
      evaluation: .datapoints(3, of: 5),
      missingData: .notBreaching, notify: [alerts], okActions: [alerts],
      description:
        "One in twenty invocations of \(physicalName) takes longer than \(Int(nearest: limit.milliseconds)) ms")
  }
}
