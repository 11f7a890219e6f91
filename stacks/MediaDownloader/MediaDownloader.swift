import InfraModel

/// The media downloader: from Feedly's webhook to a video in S3 and a push notification, six functions whose traces are
/// a choice (issue 8 of its repository).
///
/// The analysis assumes an HTTP API with `tracing_enabled`. No such argument exists: X-Ray does not trace HTTP APIs
/// (T1), so every option has a REST API. With functions that pass through, an HTTP API would record nothing at all
/// (T6), and no service would request the sampling rules (T2).
struct MediaDownloader: Stack {
  /// The phases of the migration, each tried in its own account before production takes the step, and an environment
  /// for debugging. To move production a step forward or back, change its `phase`.
  enum Environment: String, StackEnvironment {
    case dev
    case phase1
    case phase2
    case phase3
    case prod

    var isProduction: Bool { self == .prod }
  }

  static let name = "media-downloader"
  let environment: Environment
  var region: Region { .usWest2 }

  func declare(in stack: inout StackBuilder) {
    let settings = Settings(in: &stack)
    let alerts = stack.add(AlertTopic("alerts", subscribers: settings.onCall))
    let tracing = stack.add(TracingChoice(option: option))
    let storage = stack.add(Storage(apiTokenName: settings.apiTokenName))
    let push = stack.add(Push(isProduction: environment.isProduction))
    let functions = stack.add(Functions(storage: storage, push: push, tracing: tracing, alerts: alerts.arn))
    let api = stack.add(
      TracedRestAPI(
        "api",
        [
          .init(.on(.post, "/webhook"), to: functions[.webhookFeedly], authorization: tokens(functions)),
          .init(.on(.post, "/devices"), to: functions[.registerDevice], authorization: tokens(functions)),
          .init(.on(.get, "/files"), to: functions[.listFiles], authorization: tokens(functions)),
        ],
        cors: nil,  // Feedly and an iOS app call it, not browsers.
        // Three hundred requests a month are normal; ten a second come from unknown callers (T10).
        throttling: .limited(perSecond: 10, burst: 20), tracing: tracing.stage, logRetention: .oneMonth,
        loggingRole: .declaredHere))  // Each environment has its own account.

    // A hundred calls of the webhook and two hundred of the list; five functions run for a download.
    stack.expect(.perMonth(300), at: api.stage, each: .init(segments: 11, invocations: 5, logs: .kilobytes(10)))
    stack.add(Sampling(option: option, phase: phase, stage: api.stage))
    stack.add(Monitoring(option: option, phase: phase, stage: api.stage, functions: functions, alerts: alerts.arn))
    // In us-east-1, where AWS publishes bills, and only for X-Ray: the account's total exceeds $5 without it (T25).
    stack.add(BillingAlarms(for: "AWSXRay", above: [5], subscribers: settings.onCall))
    stack.add(OperationsDashboard("operations"))
    declareOutputs(of: api, functions, tools: storage.tools, in: &stack)
  }

  private func tokens(_ functions: Functions.Declarations) -> TracedRestAPI.Authorization {
    .function(functions[.authorizerAPIToken])
  }
}
