import InfraModel

/// The sentiment analyzer: six Lambda functions traced by X-Ray, and the canary that monitors the monitoring.
///
/// Comments and the notes of `infra-gen check` name each requirement of the specification that AWS cannot meet, next to
/// the alternative.
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
    let settings = Settings(for: environment, in: &stack)
    let origin = settings.origin
    let alerts = stack.add(AlertTopic("alerts", subscribers: settings.onCall))
    let tables = stack.add(Storage())
    let newItems = stack.add(Topic("new-items", tracing: .active))
    let notifications = stack.add(Topic("notifications", tracing: .active))
    stack.add(TopicTracing(of: [newItems.arn, notifications.arn]))  // Without it the topics are not on the map (T8).
    let deadLetters = stack.add(DeadLetters(of: [newItems.arn, notifications.arn], alerts: alerts.arn))
    let common = Service.Common(
      tables: tables, metricsNamespace: metricsNamespace, deadLetters: deadLetters, alerts: alerts)
    let functions = stack.add(
      Functions(
        tables: tables, newItems: newItems, notifications: notifications, origin: origin,
        mailKey: settings.mailKeyName, common: common))

    // NewItemsIngested alarms when no new items arrive for hours; this one, when the ingestion does not run.
    stack.add(
      ScheduledInvocation(
        of: functions.ingestion, every: .minutes(5), deadLetters: deadLetters.arn, alerts: alerts.arn))
    stack.add(TopicTrigger(functions.analysis, by: newItems, deadLetters: deadLetters))
    stack.add(TopicTrigger(functions.notification, by: notifications, deadLetters: deadLetters))
    // It counts only failures, so without it there appear to be none.
    stack.add(
      ScheduledInvocation(
        of: functions.metrics, every: .minutes(1), deadLetters: deadLetters.arn, alerts: alerts.arn))
    let api = stack.add(DashboardAPI(function: functions.dashboard, origin: origin, alerts: alerts.arn))
    let stage = api.stage
    let stream = stack.add(EventStream(function: functions.streaming, origin: origin))
    let browser = stack.add(Browser(domain: settings.domain, sessions: browserSessions))
    // One stage, one function: three segments. Throttling allows fifty a second.
    stack.expect(.perMonth(requests, peak: 50), at: stage, each: .init(segments: 3, logs: .kilobytes(1)))

    stack.add(Tracing(environment: environment, stage: stage, alerts: alerts.arn))
    stack.add(ApplicationAlarms(namespace: metricsNamespace, alerts: alerts.arn))
    stack.add(BillingAlarms(for: "AWSXRay", above: [10, 25, 50], subscribers: settings.onCall))  // FR-038
    stack.add(
      Canary(
        every: .minutes(5), metricsNamespace: "\(metricsNamespace)/canary", subscribers: settings.onCall,
        alerts: alerts.arn))
    stack.add(OperationsDashboard("operations"))
    declareOutputs(api: api, stream: stream, browser: browser, ingestion: functions.ingestion, in: &stack)
  }

  /// One namespace for each environment, so that the metrics need no dimension to distinguish environments.
  private var metricsNamespace: String { "\(Self.name)/\(environment.rawValue)" }

  /// The specification gives today's traffic as less than a million requests a month; tests make a hundredth.
  private var requests: Int {
    switch environment {
    case .dev, .preprod: 10_000
    case .prod: 1_000_000
    }
  }

  /// Every browser session in the test environments, a tenth of the customers' sessions (FR-016).
  private var browserSessions: SamplingRate {
    switch environment {
    case .dev, .preprod: .everything
    case .prod: .percent(10)
    }
  }
}
