public import AWSModel
public import PolicyEngine
public import StackAnalysis
public import TerraformModel

// The former spellings of the public API. They compile for one more release, with a warning that names the new one.

// MARK: - Types

@available(*, deprecated, renamed: "MissingDataMeaning")
public typealias Silence = MissingDataMeaning
@available(*, deprecated, renamed: "EntryPoint")
public typealias Entrance = EntryPoint
@available(*, deprecated, renamed: "PolicyReport")
public typealias Verdict = PolicyReport
@available(*, deprecated, renamed: "Undetermined")
public typealias Unknown = Undetermined
@available(*, deprecated, renamed: "CrossStackRule")
public typealias ProgramRule = CrossStackRule
@available(*, deprecated, renamed: "TimeDependentRule")
public typealias DatedRule = TimeDependentRule
@available(*, deprecated, renamed: "AllowedDestruction")
public typealias Destruction = AllowedDestruction
@available(*, deprecated, renamed: "MetricWidget")
public typealias Graph = MetricWidget
@available(*, deprecated, renamed: "CheckBlock")
public typealias Check = CheckBlock
@available(*, deprecated, renamed: "DecodableResource")
public typealias ReadableResource = DecodableResource
@available(*, deprecated, renamed: "BlockDecoder")
public typealias BlockReader = BlockDecoder
@available(*, deprecated, renamed: "DecodingFailure")
public typealias Unreadable = DecodingFailure

extension Load {
  @available(*, deprecated, renamed: "Traffic")
  public typealias Arrival = Traffic
  @available(*, deprecated, renamed: "RequestProfile")
  public typealias Footprint = RequestProfile
  @available(*, deprecated, renamed: "TelemetryQueries")
  public typealias Reading = TelemetryQueries
}

extension TraceGraph {
  @available(*, deprecated, renamed: "TraceVisibility")
  public typealias Sight = TraceVisibility
}

extension GatewayResponse {
  @available(*, deprecated, renamed: "ResponseType")
  public typealias Occasion = ResponseType
}

extension AlarmDrill {
  @available(*, deprecated, renamed: "Subscriber")
  public typealias Listener = Subscriber
}

// MARK: - Cases

extension MissingDataMeaning {
  @available(*, deprecated, renamed: "noEvents")
  public static var nothingHappened: MissingDataMeaning { .noEvents }
  @available(*, deprecated, renamed: "noActivity")
  public static var nothingMeasured: MissingDataMeaning { .noActivity }
  @available(*, deprecated, renamed: "undeclared")
  public static var unsaid: MissingDataMeaning { .undeclared }
}

extension LambdaFunction.Purpose {
  @available(*, deprecated, renamed: "canary(notify:)")
  public static func canary(tells topic: ARN<Topic>) -> LambdaFunction.Purpose { .canary(notify: topic) }
}

extension TraceGraph.TraceVisibility {
  @available(*, deprecated, renamed: "startsHere(_:)")
  public static func begins(_ cause: TraceGraph.Cause) -> TraceGraph.TraceVisibility { .startsHere(cause) }
}

// MARK: - Initializers

extension AlertTopic {
  @available(*, deprecated, renamed: "init(_:named:takesEvents:subscribers:)")
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, takesEvents: Bool = false,
    tells subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  ) {
    self.init(name, named: physicalName, takesEvents: takesEvents, subscribers: subscribers)
  }
}

extension BillingAlarms {
  @available(*, deprecated, renamed: "init(for:above:subscribers:)")
  public init(
    for service: String, above thresholds: [Int],
    tells subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  ) {
    self.init(for: service, above: thresholds, subscribers: subscribers)
  }
}

extension Canary {
  @available(
    *, deprecated, renamed: "init(_:every:tracesPerRun:metricsNamespace:subscribers:alerts:logRetention:)"
  )
  public init(
    _ name: String = "canary", every interval: Schedule.Interval, tracesPerRun: Int = 5, metricsNamespace: String,
    tells subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>, alerts: ARN<Topic>,
    logRetention: Input<LogRetention> = .oneMonth
  ) {
    self.init(
      name, every: interval, tracesPerRun: tracesPerRun, metricsNamespace: metricsNamespace, subscribers: subscribers,
      alerts: alerts, logRetention: logRetention)
  }
}

extension MonitoredFunction {
  @available(*, deprecated, message: "write 'permissions:' instead of 'may:'")
  public init(
    _ name: String, code: LambdaFunction.Code, memory: Input<Memory> = .mb(256), timeout: Input<Duration>,
    p95: Duration, tracing: Input<TracingMode> = .active, environment: [String: Text] = [:],
    may permissions: [Statement], vpc: VPCPlacement? = nil, deadLetters: ARN<Queue>? = nil,
    reservedConcurrency: Int? = nil, logRetention: Input<LogRetention>, description: String? = nil,
    emits: [Metric] = [], purpose: LambdaFunction.Purpose = .application, alerts: ARN<Topic>
  ) {
    self.init(
      name, code: code, memory: memory, timeout: timeout, p95: p95, tracing: tracing, environment: environment,
      permissions: permissions, vpc: vpc, deadLetters: deadLetters, reservedConcurrency: reservedConcurrency,
      logRetention: logRetention, description: description, emits: emits, purpose: purpose, alerts: alerts)
  }
}

extension TracedStateMachine {
  @available(*, deprecated, message: "write 'permissions:' instead of 'may:'")
  public init(
    _ name: String, _ kind: StateMachine.Kind, _ states: [State], timeout: Duration, may permissions: [Statement],
    logLevel: StateMachine.Level = .error, executionData: Bool, logRetention: Input<LogRetention>, alerts: ARN<Topic>
  ) {
    self.init(
      name, kind, states, timeout: timeout, permissions: permissions, logLevel: logLevel, executionData: executionData,
      logRetention: logRetention, alerts: alerts)
  }
}

extension MetricAlarm {
  @available(
    *, deprecated,
    message: "write 'threshold:', 'period:', 'evaluation:' and 'okActions:' for 'is:', 'over:', 'for:' and 'whenOver:'"
  )
  public init(
    _ name: String? = nil, named physicalName: PhysicalName = .conventional, when metric: Metric,
    _ statistic: Statistic, is threshold: Threshold, over period: Period = .minutes(5), for evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>] = [],
    description: String? = nil
  ) {
    self.init(
      name, named: physicalName, when: metric, statistic, threshold: threshold, period: period, evaluation: evaluation,
      missingData: missingData, notify: alarmActions, okActions: okActions, description: description)
  }

  @available(
    *, deprecated,
    message: "write 'threshold:', 'period:', 'evaluation:' and 'okActions:' for 'is:', 'over:', 'for:' and 'whenOver:'"
  )
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when math: MetricMath,
    is threshold: Threshold, over period: Period = .minutes(5), for evaluation: Evaluation,
    missingData: MissingData, notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>] = [],
    description: String? = nil
  ) {
    self.init(
      name, named: physicalName, when: math, threshold: threshold, period: period, evaluation: evaluation,
      missingData: missingData, notify: alarmActions, okActions: okActions, description: description)
  }
}

extension CompositeAlarm {
  @available(*, deprecated, renamed: "init(_:named:when:notify:okActions:description:)")
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when rule: AlarmRule,
    notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>], description: String? = nil
  ) {
    self.init(
      name, named: physicalName, when: rule, notify: alarmActions, okActions: okActions, description: description)
  }
}

extension MetricWidget {
  @available(*, deprecated, renamed: "init(_:_:_:period:as:in:)")
  public init(
    _ title: String, _ metrics: [Metric], _ statistic: Statistic, over period: Period?, as style: Style = .lines,
    in region: Input<Region>? = nil
  ) {
    self.init(title, metrics, statistic, period: period, as: style, in: region)
  }

  @available(*, deprecated, renamed: "init(_:_:period:as:in:)")
  public init(
    _ title: String, _ series: [Series], over period: Period?, as style: Style = .lines, in region: Input<Region>? = nil
  ) {
    self.init(title, series, period: period, as: style, in: region)
  }
}

extension Metric {
  @available(*, deprecated, renamed: "init(_:in:dimensions:missingDataMeaning:)")
  public init(_ name: String, in namespace: String, dimensions: [String: Text] = [:], silence: MissingDataMeaning) {
    self.init(name, in: namespace, dimensions: dimensions, missingDataMeaning: silence)
  }
}

extension MetricMath {
  @available(*, deprecated, renamed: "init(_:label:of:missingDataMeaning:)")
  public init(
    _ expression: String, label: String, of inputs: KeyValuePairs<String, (Metric, Statistic)>,
    silence: MissingDataMeaning
  ) {
    self.init(expression, label: label, of: inputs, missingDataMeaning: silence)
  }
}

extension LogMetricFilter {
  @available(*, deprecated, renamed: "init(_:named:in:matching:as:in:measured:_:missingDataMeaning:)")
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, in group: Text, matching pattern: String,
    as metricName: String, in namespace: String, measured: String = "1", _ series: Series, silence: MissingDataMeaning
  ) {
    self.init(
      name, named: physicalName, in: group, matching: pattern, as: metricName, in: namespace, measured: measured,
      series, missingDataMeaning: silence)
  }
}

extension Table {
  @available(
    *, deprecated,
    renamed: "init(_:named:partitionKey:sortKey:indexes:timeToLive:deletionProtection:pointInTimeRecovery:stream:)"
  )
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, partitionKey: Key, sortKey: Key? = nil,
    indexes: [Index] = [], expiry: String?, deletionProtection: Bool, pointInTimeRecovery: Bool = true,
    stream: StreamView? = nil
  ) {
    self.init(
      name, named: physicalName, partitionKey: partitionKey, sortKey: sortKey, indexes: indexes, timeToLive: expiry,
      deletionProtection: deletionProtection, pointInTimeRecovery: pointInTimeRecovery, stream: stream)
  }
}

extension Undetermined {
  @available(*, deprecated, renamed: "init(on:_:isDecidedByApply:)")
  public init(on declaration: Declaration, _ reason: String) {
    self.init(on: declaration, reason, isDecidedByApply: false)
  }
}

extension RuleEvaluation {
  @available(*, deprecated, renamed: "init(findings:undetermined:)")
  public init(findings: [Finding] = [], unknowns: [Undetermined]) {
    self.init(findings: findings, undetermined: unknowns)
  }
}

// MARK: - Properties and methods

extension Metric {
  @available(*, deprecated, renamed: "missingDataMeaning")
  public var silence: MissingDataMeaning {
    get { missingDataMeaning }
    set { missingDataMeaning = newValue }
  }
}

extension MetricMath {
  @available(*, deprecated, renamed: "missingDataMeaning")
  public var silence: MissingDataMeaning {
    get { missingDataMeaning }
    set { missingDataMeaning = newValue }
  }
}

extension LogMetricFilter {
  @available(*, deprecated, renamed: "missingDataMeaning")
  public var silence: MissingDataMeaning {
    get { missingDataMeaning }
    set { missingDataMeaning = newValue }
  }
}

extension MetricAlarm {
  @available(*, deprecated, renamed: "missingDataMeaning")
  public var silence: MissingDataMeaning { missingDataMeaning }
}

extension Table {
  @available(*, deprecated, renamed: "timeToLive")
  public var expiry: String? {
    get { timeToLive }
    set { timeToLive = newValue }
  }
}

extension GatewayResponse {
  @available(*, deprecated, renamed: "responseType")
  public var occasion: ResponseType {
    get { responseType }
    set { responseType = newValue }
  }
}

extension Load {
  @available(*, deprecated, renamed: "traffic")
  public var arrivals: [Traffic] { traffic }
  @available(*, deprecated, renamed: "telemetryQueries")
  public var reading: TelemetryQueries { telemetryQueries }
}

extension Load.Traffic {
  @available(*, deprecated, renamed: "entryPoint")
  public var entrance: Address { entryPoint }
  @available(*, deprecated, renamed: "profile")
  public var footprint: Load.RequestProfile { profile }
}

extension Flow {
  @available(*, deprecated, renamed: "entryPoint")
  public var entrance: Address { entryPoint }
  @available(*, deprecated, renamed: "profile")
  public var footprint: Load.RequestProfile { profile }
}

extension TraceGraph.Hop {
  @available(*, deprecated, renamed: "visibility")
  public var sight: TraceGraph.TraceVisibility { visibility }
}

extension AlarmDrill {
  @available(*, deprecated, renamed: "subscribers")
  public var listeners: [Subscriber] { subscribers }
}

extension AlarmDrill.Subscriber {
  @available(*, deprecated, renamed: "name")
  public var subscriber: String? { name }
}

extension DeclaredStack {
  @available(*, deprecated, renamed: "allowedDestructions")
  public var destructions: [AllowedDestruction] { allowedDestructions }
}

extension RuleResult {
  @available(*, deprecated, renamed: "undetermined")
  public var unknowns: [Undetermined] { undetermined }
}

extension RuleEvaluation {
  @available(*, deprecated, renamed: "undetermined")
  public var unknowns: [Undetermined] {
    get { undetermined }
    set { undetermined = newValue }
  }
}

extension Policy {
  @available(*, deprecated, renamed: "report(on:)")
  public func verdict(on stack: DeclaredStack) -> PolicyReport { report(on: stack) }

  @available(*, deprecated, renamed: "reports(on:areAll:asking:)")
  public func verdicts(
    on stacks: [DeclaredStack], areAll: Bool = true, asking: ((StackIdentity, _ rule: Int) -> Void)? = nil
  ) -> [PolicyReport] {
    reports(on: stacks, areAll: areAll, asking: asking)
  }
}
