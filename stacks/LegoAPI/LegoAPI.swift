import InfraModel

/// The Lego API: four functions in a network, between a traced REST API and the stores of other stacks, with X-Ray's
/// sampling, groups, insights, alarms and dashboard (Story 5.3).
///
/// AC7 wants traces kept for 30 days. X-Ray keeps them for 30 days, neither less nor more, and has no argument for it
/// (T5); the retention of the logs is set here.
struct LegoAPI: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case production

    var isProduction: Bool { self == .production }
  }

  static let name = "lego-api"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let surroundings = Surroundings(of: environment, in: &stack)
    let alerts = stack.add(AlertTopic("alerts", takesEvents: true, subscribers: surroundings.onCall))
    let network = stack.add(NetworkAccess(surroundings: surroundings))
    let functions = stack.add(
      Functions(surroundings: surroundings, stage: environment.rawValue, placement: network, alerts: alerts.arn))
    let api = stack.add(
      TracedRestAPI(
        "api",
        functions.map { feature, function in
          .init(.below(feature.path), to: function, authorization: .userPools([surroundings.userPool]))
        },
        cors: RestAPI.CORS(
          origins: .only(surroundings.website), methods: [.get, .post, .put, .patch, .delete],
          allowHeaders: ["Content-Type", "Authorization", "X-Amzn-Trace-Id"]),
        // Ten traces a second at most with production's rate: what a client can make X-Ray cost by itself (T10).
        throttling: .limited(perSecond: 100, burst: 200), logRetention: .oneMonth,
        loggingRole: .declaredHere))  // Each environment has its own account.

    let groups = stack.add(Tracing(stage: api.stage, functions: functions, alerts: alerts.arn))
    let logs = stack.add(ErrorLogs(functions: functions, accessLogs: api.accessLogs, alerts: alerts.arn))
    // The first million traces cost $5, ten times today's dashboards; five million mean a missing sampling rule.
    stack.add(BillingAlarms(for: "AWSXRay", above: [5, 25], subscribers: surroundings.onCall))
    let analytics = stack.add(Analytics(groups: groups, functions: functions, logs: logs))
    stack.add(OperationsDashboard("operations"))
    declareOutputs(of: api, functions, analytics: analytics, in: &stack)
  }
}
