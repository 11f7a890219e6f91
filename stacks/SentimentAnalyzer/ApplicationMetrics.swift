import InfraModel

/// A metric that the application counts for itself, and how much of it is too much. No sampling rate hides one.
struct ApplicationMetric {
  let name: String
  /// The function whose code writes it.
  let emitter: String
  let silence: Silence
  let statistic: Statistic
  let threshold: Threshold
  var period = Period.minutes(5)
  var evaluation = Evaluation.once
  let meaning: String

  func metric(in namespace: String) -> Metric {
    Metric(name, in: namespace, silence: silence)
  }

  /// A counter of failures: one is too many, for each is work lost or a user turned away.
  static func failures(_ name: String, from emitter: String, _ meaning: String) -> ApplicationMetric {
    ApplicationMetric(
      name: name, emitter: emitter, silence: .nothingHappened, statistic: .sum, threshold: .above(0), meaning: meaning)
  }

  /// Milliseconds at the 95th percentile, in three periods of five, so that one slow minute wakes nobody.
  static func latency(
    _ name: String, from emitter: String, above limit: Duration, _ meaning: String
  ) -> ApplicationMetric {
    ApplicationMetric(
      name: name, emitter: emitter, silence: .nothingMeasured, statistic: .percentile(.p95), threshold: .above(limit),
      evaluation: .datapoints(3, of: 5), meaning: meaning)
  }
}

/// Without dimensions: CloudWatch keeps each combination of them apart, and an alarm sees exactly one.
let applicationMetrics: [ApplicationMetric] = [
  // Emitted before, and alarmed by nobody (FR-042).
  .failures("StuckItems", from: "metrics", "items have been pending for more than five minutes"),
  .failures("ConnectionAcquireFailures", from: "sse-streaming", "the connection pool turns users away"),
  .latency("EventLatencyMs", from: "sse-streaming", above: .seconds(3), "live updates miss their SLO of 3 s"),
  .failures("MetricsLambdaErrors", from: "metrics", "what counts for the alarms fails itself"),
  .failures("HighLatencyAlert", from: "ingestion", "an ingestion took longer than 30 s"),
  // Open in the spec: two of the three seconds of EventLatencyMs, so that the cause rings before the effect.
  .latency("PollDurationMs", from: "sse-streaming", above: .seconds(2), "a poll of DynamoDB eats up the SLO"),
  .failures("AnalysisErrors", from: "analysis", "an item could not be analysed"),

  // The paths that used to fail in silence; the first two share a metric (FR-043, T27).
  .failures("CircuitBreakerPersistenceFailure", from: "ingestion", "a circuit breaker was not loaded or not saved"),
  .failures("AuditEventPersistenceFailure", from: "ingestion", "an audit event was not written"),
  .failures("DownstreamNotificationFailure", from: "ingestion", "new items were not announced to the analysis"),
  .failures("TimeseriesFanoutPartialFailure", from: "ingestion", "a time series has gaps"),
  .failures("SelfHealingItemFetchFailure", from: "ingestion", "an item could not be healed"),
  .failures("ParallelFetcherErrors", from: "ingestion", "a source could not be fetched"),

  // Throughput: silence is the failure (FR-045). News comes at night and at weekends too, but not in every five minutes.
  ApplicationMetric(
    name: "NewItemsIngested", emitter: "ingestion", silence: .stopped, statistic: .sum, threshold: .below(1),
    period: .hours(1), evaluation: .consecutive(3), meaning: "nothing new has arrived for three hours"),
]

struct ApplicationAlarms: Component {
  let namespace: String
  let alerts: ARN<Topic>

  func declare(in stack: inout StackBuilder) {
    for metric in applicationMetrics {
      stack.add(
        MetricAlarm(
          when: metric.metric(in: namespace), metric.statistic, is: metric.threshold, over: metric.period,
          for: metric.evaluation, missingData: metric.silence == .stopped ? .breaching : .notBreaching,
          notify: [alerts], whenOver: [alerts], description: metric.meaning))
    }
  }
}
