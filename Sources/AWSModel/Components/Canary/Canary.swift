public import TerraformModel

/// A function that tests the monitoring itself: it sends test traces and a test metric, reads them back, publishes
/// metrics and, when a plane is down, notifies its own topic without an alarm (FR-019, FR-036, FR-049, FR-050).
///
/// It shares neither role nor topic with what it monitors (FR-051), and does not trace itself.
public struct Canary: Component {
  public var name: String
  public var interval: Schedule.Interval
  /// Test traces each run; five every five minutes are 43 % of a month's free tier.
  public var tracesPerRun: Int
  /// A namespace that only this canary uses: its metrics have no dimensions that distinguish two canaries.
  public var metricsNamespace: String
  /// The canary's own subscribers: email, SMS or a webhook, so that delivery depends on no other AWS service.
  public var subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  /// The topic that the alarms on its metrics notify.
  public var alerts: ARN<Topic>
  public var logRetention: Input<LogRetention>

  public init(
    _ name: String = "canary", every interval: Schedule.Interval, tracesPerRun: Int = 5, metricsNamespace: String,
    subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>, alerts: ARN<Topic>,
    logRetention: Input<LogRetention> = .oneMonth
  ) {
    self.name = name
    self.interval = interval
    self.tracesPerRun = tracesPerRun
    self.metricsNamespace = metricsNamespace
    self.subscribers = subscribers
    self.alerts = alerts
    self.logRetention = logRetention
  }

  public func declare(in stack: inout StackBuilder) -> Declared<LambdaFunction> {
    let direct = stack.add(Topic("\(name)-out-of-band"))
    for (subscriber, endpoint) in subscribers {
      stack.add(TopicSubscription("\(direct.name)-\(subscriber)", to: direct.arn, endpoint))
    }
    let deadLetters = stack.add(DeadLetters("\(name)-dead-letters", alerts: alerts))
    let metrics = [healthy, metricPipelineHealthy, traceDataLossRatio]
    // A healthy run takes two minutes, the time CloudWatch takes to show a metric. A run with a plane down tries twice.
    let wait = (traces: 60, metric: 120)
    let function = stack.add(
      MonitoredFunction(
        name, code: .zip(.archive(canaryArchive), runtime: .python313, handler: "canary.handler"),
        timeout: .seconds(300), p95: .seconds(240),
        tracing: .passThrough(because: "its own runs would be traces beside its test traces"),
        environment: [
          "CANARY_NAME": stack.conventionalName(for: name),
          "METRICS_NAMESPACE": Text(metricsNamespace),
          "OUT_OF_BAND_TOPIC_ARN": direct.arn.text,
          "TRACES_PER_RUN": "\(tracesPerRun)",
          "TRACE_WAIT_SECONDS": "\(wait.traces)",
          "METRIC_WAIT_SECONDS": "\(wait.metric)",
        ],
        permissions: [
          .writeTraces, .readTraces, .readMetrics, .putMetrics(in: metricsNamespace), .publish(to: direct.arn),
        ],
        deadLetters: deadLetters.arn, logRetention: logRetention,
        description: "Proves that traces and metrics still arrive", emits: metrics,
        purpose: .canary(notify: direct.arn),
        alerts: alerts))
    // The alarms on its metrics fire when data is missing.
    stack.add(ScheduledInvocation(of: function, every: interval, deadLetters: deadLetters.arn, alerts: nil))
    for alarm in alarms { stack.add(alarm) }
    return function
  }

  private var healthy: Metric { Metric("Healthy", in: metricsNamespace, missingDataMeaning: .stopped) }
  private var metricPipelineHealthy: Metric {
    Metric("MetricPipelineHealthy", in: metricsNamespace, missingDataMeaning: .stopped)
  }
  /// FR-036 and US6 give it two names and measure it from opposite ends; here it is the share of traces lost (T28).
  private var traceDataLossRatio: Metric {
    Metric("trace_data_loss_ratio", in: metricsNamespace, missingDataMeaning: .stopped)
  }

  /// Two runs in a row, so that a single miss does not fire an alarm and two intervals are enough (US6, SC-021).
  /// Missing data is breaching (FR-020).
  private var alarms: [MetricAlarm] {
    [
      alarm(
        "unhealthy", healthy, .minimum, threshold: .below(1),
        "Traces or metrics do not arrive, or the canary does not run; until you know which, do not trust alarms in OK"
      ),
      alarm(
        "metrics-lost", metricPipelineHealthy, .minimum, threshold: .below(1),
        "A test metric could not be read back: alarms may be in OK only because data is missing"),
      alarm(
        "traces-lost", traceDataLossRatio, .maximum, threshold: .above(0.05),
        "X-Ray loses more than one test trace in twenty; look for throttling"),
    ]
  }

  private func alarm(
    _ suffix: String, _ metric: Metric, _ statistic: Statistic, threshold: Threshold, _ description: String
  ) -> MetricAlarm {
    MetricAlarm(
      "\(name)-\(suffix)", when: metric, statistic, threshold: threshold,
      period: Period.minutes(Int((interval.duration.wholeSeconds + 59) / 60)), evaluation: .consecutive(2),
      missingData: .breaching, notify: [alerts], okActions: [alerts], description: description)
  }
}

/// Its code: `canary.py` beside this file, embedded when infra-gen is built.
private let canaryArchive = Archive(
  "canary", [GeneratedFile(path: "canary.py", bytes: PackageResources.canary_py)])
