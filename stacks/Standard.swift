public import InfraModel

/// The numbers that the stacks of this repository are held to. Those of one system are from its document; a system
/// without numbers of its own has the common ones.
public let standard = ObservabilityStandard(
  common,
  systems: [
    // The document asks for 1 a second and 5 % in every environment, so there is no least rate of tests.
    InterviewCompanion.name: common.with { numbers in
      numbers.leastTestSampling = nil
      numbers.billingThresholds = [5, 10]
    },
    LegoAPI.name: common.with { $0.billingThresholds = [5, 25] },
    // Its environments are the phases of a migration: the first two have no rule, and the others record 5 %.
    MediaDownloader.name: common.with { numbers in
      numbers.leastTestSampling = nil
      numbers.declaresSamplingRules = false
      numbers.billingThresholds = [5]
    },
    OrderTracing.name: common.with { $0.billingThresholds = [5, 10] },
    SentimentAnalyzer.name: common.with { numbers in
      numbers.leastTestSessions = .everything
      numbers.mostProductionSessions = .percent(10)
      numbers.billingThresholds = [10, 25, 50]
      numbers.canaries = 1
      numbers.hasErrorGroup = true
      numbers.metrics = listedMetrics
      numbers.removedLogFields = ["correlation_id"]
      numbers.streamingURLs = ["sse-streaming"]
      numbers.streamHeaders = ["Last-Event-ID"]
      numbers.keepsCloudFrontAway = true
    },
  ])

/// FR-042 and FR-043 name them. A list of its own: a metric that is dropped from the code is missed here.
private let listedMetrics = [
  "StuckItems", "ConnectionAcquireFailures", "EventLatencyMs", "MetricsLambdaErrors", "HighLatencyAlert",
  "PollDurationMs", "AnalysisErrors", "CircuitBreakerPersistenceFailure", "AuditEventPersistenceFailure",
  "DownstreamNotificationFailure", "TimeseriesFanoutPartialFailure", "SelfHealingItemFetchFailure",
  "ParallelFetcherErrors", "trace_data_loss_ratio",
]

/// What a further system is asked for: everything is recorded in tests, clients are limited, the first ten errors within a
/// quarter of an hour are noticed, as is a function that fails, and no alarm fires monthly without a cause.
private let common = ObservabilityNumbers(
  leastTestSampling: .everything, throttlesAPIs: true, billingThresholds: [10],
  errorAlarm: ErrorAlarmCeiling(errors: 10, within: .seconds(900)), mostNoticeTime: .minutes(15), mostFalseAlarms: 1,
  declaresSamplingRules: true, logsAsJSON: true)

extension ObservabilityNumbers {
  /// A copy with other numbers.
  fileprivate func with(_ change: (inout ObservabilityNumbers) -> Void) -> ObservabilityNumbers {
    var numbers = self
    change(&numbers)
    return numbers
  }
}
