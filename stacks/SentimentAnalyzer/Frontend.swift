import InfraModel

/// The headers a browser sends: with the trace's among them, browser and backend are one trace (FR-015).
private let browserHeaders = ["Content-Type", "Authorization", "Cache-Control", "Last-Event-ID", "X-Amzn-Trace-Id"]

/// The REST API that the dashboard calls. REST, because X-Ray does not trace HTTP APIs (T1).
struct DashboardAPI: Component {
  let function: Declared<LambdaFunction>
  let origin: String
  let alerts: ARN<Topic>

  func declare(in stack: inout StackBuilder) -> TracedRestAPI.Parts {
    let api = stack.add(
      TracedRestAPI(
        "api", to: function,
        authorization: .none,  // Public read access; throttling bounds its cost, including traces (T10, FR-035).
        cors: RestAPI.CORS(origins: .only(origin), methods: [.get, .post], allowHeaders: browserHeaders),
        throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth,
        loggingRole: .declaredHere)  // Each environment has its own account.
    )
    let stage = api.stage
    stack.add(
      FailureRateAlarm(
        "dashboard-api-errors", when: stage.serverErrors, among: stage.requests, isAbove: 1, notify: alerts,
        description: "More than one in a hundred requests of the dashboard fails"))
    return api
  }
}

/// The function URL that streams events. The Next.js proxy is its only caller (FR-014) and signs its requests, so the
/// URL is not public: a public one needs a permission that provider 5.100 cannot restrict (T24).
struct EventStream: Component {
  let function: Declared<LambdaFunction>
  let origin: String

  func declare(in stack: inout StackBuilder) -> Declared<FunctionURL> {
    let url = stack.add(
      FunctionURL(
        "sse-streaming", of: function.functionName, authorization: .iam, invokeMode: .responseStream,
        cors: FunctionURL.CORS(origins: [origin], methods: [.get], allowHeaders: browserHeaders)))
    let proxy = stack.add(
      Role(
        "frontend", assumedBy: "amplify.amazonaws.com", description: "The Next.js server that forwards event streams"))
    stack.add(
      RolePolicy(
        "frontend", for: proxy.roleName,
        [Statement(["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"], on: [function.arn.text])]))
    return url
  }
}

/// Real user monitoring in the browsers, with the traces that begin there (US4). `addXRayTraceIdHeader` is set in the
/// page's snippet; the provider has no argument for it.
struct Browser: Component {
  /// What the page's snippet is configured with.
  struct Parts {
    let monitorID: Text
    let identityPool: Text
    let guestRole: ARN<Role>
  }

  let domain: String
  let sessions: SamplingRate

  func declare(in stack: inout StackBuilder) -> Parts {
    let monitor = "web"
    let pool = stack.add(
      AWSCognitoIdentityPool(
        "guests", identityPoolName: stack.conventionalName(for: "guests"), allowUnauthenticatedIdentities: true))
    let guests = stack.add(
      Role(
        "guests", trust: PolicyDocument([guestsOf(pool.id)]), description: "Browsers that report to RUM"))
    let account = stack.callerIdentity().accountID
    let monitorARN: Text =
      "arn:aws:rum:\(stack.region):\(account):appmonitor/\(stack.conventionalName(for: monitor))"
    stack.add(RolePolicy("guests", for: guests.roleName, [Statement(["rum:PutRumEvents"], on: [monitorARN])]))
    let web = stack.add(
      AppMonitor(
        monitor, domain: domain, sessionSampleRate: sessions, http: .traced,
        guests: .init(identityPool: pool.id, role: guests.arn)))
    return Parts(monitorID: web.appMonitorID, identityPool: pool.id, guestRole: guests.arn)
  }

  /// Unauthenticated identities of the pool.
  private func guestsOf(_ pool: Text) -> Statement {
    Statement(
      to: .federated("cognito-identity.amazonaws.com"), ["sts:AssumeRoleWithWebIdentity"], on: [],
      where: [
        "StringEquals": ["cognito-identity.amazonaws.com:aud": pool],
        "ForAnyValue:StringLike": ["cognito-identity.amazonaws.com:amr": "unauthenticated"],
      ])
  }
}
