public import AWSModel
public import PolicyEngine

/// The numbers that a repository holds its stacks to. Rules read them; a number that is not declared is not asked for.
///
/// ```swift
/// @main struct Acme: InfraProgram {
///   static let stacks: [any Stack.Type] = [Website.self]
///   static let standard = ObservabilityStandard(
///     ObservabilityNumbers(throttlesAPIs: true, billingThresholds: [10, 50]),
///     systems: ["website": ObservabilityNumbers(leastTestSampling: .everything, throttlesAPIs: true, canaries: 1)])
/// }
/// ```
public struct ObservabilityStandard: HouseStandard, Hashable {
  /// For every stack without numbers of its own.
  public var common: ObservabilityNumbers
  /// The numbers of single stacks, by `Stack.name`. They replace all of the common ones.
  public var systems: [String: ObservabilityNumbers]

  public init(_ common: ObservabilityNumbers, systems: [String: ObservabilityNumbers] = [:]) {
    self.common = common
    self.systems = systems
  }

  /// The numbers for a stack.
  public subscript(stack: String) -> ObservabilityNumbers { systems[stack] ?? common }
}

/// What a stack is asked for, in numbers.
public struct ObservabilityNumbers: Hashable, Sendable {
  /// The least `fixed_rate` of sampling rules in test environments, which are those that are not
  /// `StackEnvironment.isProduction`. Findings: `test-sampling-rate`.
  public var leastTestSampling: SamplingRate?
  /// The least `session_sample_rate` of RUM's app monitors in test environments. Findings: `rum-session-rate`.
  public var leastTestSessions: SamplingRate?
  /// The most `session_sample_rate` of RUM's app monitors in production. Findings: `rum-session-rate`.
  public var mostProductionSessions: SamplingRate?
  /// Whether each stage of an API limits its requests per second. Findings: `api-throttling-required`.
  public var throttlesAPIs: Bool
  /// US dollars a month, each of which needs an alarm on X-Ray's estimated charges. Findings: `billing-thresholds`.
  public var billingThresholds: [Double]
  /// How many canaries each environment has. Findings: `canary-count`.
  public var canaries: Int?
  /// When the alarm on a function's errors fires at the latest. Findings: `error-alarm-ceiling`.
  public var errorAlarm: ErrorAlarmCeiling?
  /// Whether each function has an alarm on its throttles. Findings: `lambda-throttle-alarm`.
  public var alarmsOnThrottles: Bool
  /// The longest time in production from the first failed call of a function of which all calls fail until a subscriber is
  /// notified, in 19 of 20 cases. Findings: `failure-notice-time`.
  public var mostNoticeTime: Duration?
  /// How often a month, at most, an alarm of production fires although nothing is broken. Findings: `false-alarm-rate`.
  public var mostFalseAlarms: Double?
  /// Whether a stack with a traced REST API has a sampling rule of its own. Findings: `sampling-rule-required`.
  public var declaresSamplingRules: Bool
  /// Whether a stack that records traces has an X-Ray group of the failed ones. Findings: `error-group-required`.
  public var hasErrorGroup: Bool
  /// The custom metrics that have alarms, whether or not a function declares to emit them. Findings: `required-metric-alarm`.
  public var metrics: [String]
  /// Whether functions write their logs as JSON. Findings: `json-logs-required`.
  public var logsAsJSON: Bool
  /// The fields that logs no longer have. Findings: `removed-log-field`.
  public var removedLogFields: [String]
  /// The function URLs that stream, by the names that the stack gives them. Findings: `streaming-required`.
  public var streamingURLs: Set<String>
  /// The headers that CORS of streaming function URLs allows. Findings: `cors-headers-required`.
  public var streamHeaders: [String]
  /// Whether no CloudFront distribution has an API as its origin. Findings: `cloudfront-in-front`.
  public var keepsCloudFrontAway: Bool

  public init(
    leastTestSampling: SamplingRate? = nil, leastTestSessions: SamplingRate? = nil,
    mostProductionSessions: SamplingRate? = nil, throttlesAPIs: Bool = false, billingThresholds: [Double] = [],
    canaries: Int? = nil, errorAlarm: ErrorAlarmCeiling? = nil, alarmsOnThrottles: Bool = false,
    mostNoticeTime: Duration? = nil, mostFalseAlarms: Double? = nil, declaresSamplingRules: Bool = false,
    hasErrorGroup: Bool = false, metrics: [String] = [], logsAsJSON: Bool = false,
    removedLogFields: [String] = [], streamingURLs: Set<String> = [], streamHeaders: [String] = [],
    keepsCloudFrontAway: Bool = false
  ) {
    self.leastTestSampling = leastTestSampling
    self.leastTestSessions = leastTestSessions
    self.mostProductionSessions = mostProductionSessions
    self.throttlesAPIs = throttlesAPIs
    self.billingThresholds = billingThresholds
    self.canaries = canaries
    self.errorAlarm = errorAlarm
    self.alarmsOnThrottles = alarmsOnThrottles
    self.mostNoticeTime = mostNoticeTime
    self.mostFalseAlarms = mostFalseAlarms
    self.declaresSamplingRules = declaresSamplingRules
    self.hasErrorGroup = hasErrorGroup
    self.metrics = metrics
    self.logsAsJSON = logsAsJSON
    self.removedLogFields = removedLogFields
    self.streamingURLs = streamingURLs
    self.streamHeaders = streamHeaders
    self.keepsCloudFrontAway = keepsCloudFrontAway
  }
}

/// When an alarm on a function's errors fires at the latest.
public struct ErrorAlarmCeiling: Hashable, Sendable {
  /// The most errors in one period that do not fire it.
  public var errors: Double
  /// The longest time for which errors have to last until it fires: its period times its periods that have to breach.
  public var within: Duration

  public init(errors: Double, within: Duration) {
    self.errors = errors
    self.within = within
  }
}

/// Why an audit asks none of the rules about a standard.
let standardIsOfARepository = "it holds stacks to numbers that their repository declares"
