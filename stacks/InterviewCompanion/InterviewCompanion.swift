import InfraModel

/// The cloud behind a macOS app that records interviews: users sign in with Firebase, get AWS credentials for it, and
/// from phase 4 on have their recordings transcribed and summarized.
struct InterviewCompanion: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod

    var isProduction: Bool { self == .prod }
  }

  /// How far the document's plan has been carried out.
  enum Phase {
    /// Phases 1 to 3: users sign in, and sign-ins are traced.
    case signIn
    /// Phase 4 as well: recordings are processed.
    case processing
  }

  static let name = "interview-companion"
  let environment: Environment
  var region: Region { .usEast1 }

  /// Phase 4 is for the future, and so for those who build it. Production follows with this one word.
  private var phase: Phase {
    switch environment {
    case .dev: .processing
    case .prod: .signIn
    }
  }

  func declare(in stack: inout StackBuilder) {
    let settings = Settings(for: environment, in: &stack)
    let alerts = stack.add(AlertTopic("alerts", subscribers: settings.onCall)).arn
    let storage = stack.add(Storage())
    let deadLetters = stack.add(DeadLetters(alerts: alerts)).arn
    let common = Service.Common(deadLetters: deadLetters, alerts: alerts)

    let app = stack.add(AppAccess(project: settings.firebaseProject, storage: storage))
    let url = stack.add(SignIn(app: app, users: storage.users, common: common))
    stack.add(Tracing(environment: environment, alerts: alerts))
    switch phase {
    case .signIn: break
    case .processing: stack.add(Processing(storage: storage, common: common))
    }
    // At the document's largest scale, a thousand users, X-Ray costs $1.20 a month.
    stack.add(BillingAlarms(for: "AWSXRay", above: [5, 10], subscribers: settings.onCall))
    // The latencies that the document has people look at in X-Ray's analytics, of all requests and not of a sample.
    stack.add(OperationsDashboard("operations", latencies: [.p50, .p90, .p99]))
    declareOutputs(signIn: url, app: app, storage: storage, in: &stack)
  }
}
