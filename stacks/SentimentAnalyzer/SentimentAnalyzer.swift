import InfraModel

/// The sentiment analyzer: six Lambdas traced by X-Ray, and the canary that watches the watcher.
///
/// What its specification asks of AWS that AWS cannot do is said where the stack does the next best thing, and by the
/// notes of `infra-gen check`.
struct SentimentAnalyzer: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case preprod
    case prod

    var isProduction: Bool { self == .prod }
  }

  static let name = "sentiment-analyzer"
  let environment: Environment
  var region: Region { .usWest2 }

  func declare(in stack: inout StackBuilder) {
    let alerts = stack.add(AlertTopic("alerts", tells: onCall))
    let tables = stack.add(Storage())
    let newItems = stack.add(Topic("new-items", tracing: .active))
    let notifications = stack.add(Topic("notifications", tracing: .active))
    stack.add(TopicTracing(of: [newItems.arn, notifications.arn]))  // Without it the topics are not on the map (T8).
    let deadLetters = stack.add(DeadLetters(of: [newItems.arn, notifications.arn], alerts: alerts.arn))
    let common = Service.Common(
      tables: tables, metricsNamespace: metricsNamespace, deadLetters: deadLetters, alerts: alerts)
    let functions = stack.add(
      Functions(
        tables: tables, newItems: newItems, notifications: notifications, origin: origin, common: common))

    // NewItemsIngested tells when nothing new has come for hours; this, that nobody looks for it.
    stack.add(
      ScheduledInvocation(
        of: functions.ingestion, every: .minutes(5), deadLetters: deadLetters.arn, alerts: alerts.arn))
    stack.add(TopicTrigger(functions.analysis, by: newItems, deadLetters: deadLetters))
    stack.add(TopicTrigger(functions.notification, by: notifications, deadLetters: deadLetters))
    // All that it counts are failures, so that without it there seem to be none.
    stack.add(
      ScheduledInvocation(
        of: functions.metrics, every: .minutes(1), deadLetters: deadLetters.arn, alerts: alerts.arn))
    let stage = stack.add(DashboardAPI(function: functions.dashboard, origin: origin, alerts: alerts.arn))
    stack.add(EventStream(function: functions.streaming, origin: origin))
    stack.add(Browser(domain: domain, sessions: browserSessions))
    // One stage, one function: three segments. Throttling lets through fifty a second.
    stack.expect(.perMonth(requests, peak: 50), at: stage, each: .init(segments: 3, logs: .kilobytes(1)))

    stack.add(Tracing(environment: environment, stage: stage, alerts: alerts.arn))
    stack.add(ApplicationAlarms(namespace: metricsNamespace, alerts: alerts.arn))
    stack.add(BillingAlarms(for: "AWSXRay", above: [10, 25, 50], tells: onCall))  // FR-038
    stack.add(
      Canary(
        every: .minutes(5), metricsNamespace: "\(metricsNamespace)/canary", tells: onCall, alerts: alerts.arn))
    stack.add(OperationsDashboard("operations"))
  }

  /// One name space for each environment, so that the metrics need no dimension to tell them apart.
  private var metricsNamespace: String { "\(Self.name)/\(environment.rawValue)" }

  private var domain: String {
    switch environment {
    case .dev: "dev.sentiment.example.com"
    case .preprod: "preprod.sentiment.example.com"
    case .prod: "sentiment.example.com"
    }
  }

  private var origin: String { "https://\(domain)" }

  /// Less than a million requests a month, says the specification of today's traffic; tests make a hundredth.
  private var requests: Int {
    switch environment {
    case .dev, .preprod: 10_000
    case .prod: 1_000_000
    }
  }

  /// Every browser session where the tests run, a tenth of the customers' (FR-016).
  private var browserSessions: SamplingRate {
    switch environment {
    case .dev, .preprod: .everything
    case .prod: .percent(10)
    }
  }
}

/// Who is woken. Each of them has to follow the link in SNS's first mail before anything else arrives.
private let onCall: KeyValuePairs<String, TopicSubscription.Subscriber> = ["on-call": .email("on-call@example.com")]
