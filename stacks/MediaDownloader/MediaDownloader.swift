import InfraModel

/// The media downloader: from Feedly's webhook to a video in S3 and a push notification, six functions whose traces are
/// a choice (issue 8 of its repository).
///
/// The analysis counts on an HTTP API with `tracing_enabled`. There is no such argument: X-Ray has no HTTP APIs (T1), so
/// every option has a REST API. With functions that pass through, an HTTP API would record nothing at all (T6), and the
/// sampling rules would have nobody who asks for them (T2).
struct MediaDownloader: Stack {
  /// The phases of the migration, each to be tried in an account of its own before production takes the step, and a
  /// place to debug. To take production itself a step forth or back, change its `phase`.
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
    let alerts = stack.add(AlertTopic("alerts", tells: onCall))
    let tracing = stack.add(TracingChoice(option: option))
    let storage = stack.add(Storage())
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
        cors: nil,  // Feedly and an iOS app: no browsers.
        // Three hundred requests a month are the norm; ten in a second are somebody else's (T10).
        throttling: .limited(perSecond: 10, burst: 20), tracing: tracing.stage, logRetention: .oneMonth,
        loggingRole: .declaredHere))  // Each environment has an account of its own.

    // A hundred calls of the webhook and two hundred of the list; five functions run for a download.
    stack.expect(.perMonth(300), at: api.stage, each: .init(segments: 11, invocations: 5, logs: .kilobytes(10)))
    stack.add(Sampling(option: option, phase: phase, stage: api.stage))
    stack.add(Monitoring(option: option, phase: phase, stage: api.stage, functions: functions, alerts: alerts.arn))
    // In us-east-1, where AWS publishes bills, and of X-Ray alone: the whole account's bill passes $5 by itself (T25).
    stack.add(BillingAlarms(for: "AWSXRay", above: [5], tells: onCall))
    stack.add(OperationsDashboard("operations"))
    declareOutputs(of: api, functions, tools: storage.tools, in: &stack)
  }

  private func tokens(_ functions: Functions.Declarations) -> TracedRestAPI.Authorization {
    .function(functions[.authorizerAPIToken])
  }
}

/// Who is woken. Each of them has to follow the link in SNS's first mail before anything else arrives.
private let onCall: KeyValuePairs<String, TopicSubscription.Subscriber> = ["on-call": .email("on-call@example.com")]
