import InfraModel

extension InterviewCompanion {
  /// Phase 1: a Firebase token is exchanged for AWS credentials, and a user who signs in gets a profile.
  struct SignIn: Component {
    let app: AppAccess.Grant
    let users: Declared<Table>
    let common: Service.Common

    /// - Returns: The URL of the exchange.
    func declare(in stack: inout StackBuilder) -> Text {
      let bus = stack.add(EventBus("auth-events", description: "Who has signed in"))
      // The caller needs no permission for sts:AssumeRoleWithWebIdentity: STS checks the role's trust policy and the
      // token. Half of the 10 s is slow: STS takes a fraction of a second, and HTTP APIs wait for 30 s.
      let exchange = stack.add(
        Service(
          "auth-exchange", code: PackageResources.auth_exchange_py, handler: "lambda_handler", calledByOneWho: .waits,
          timeout: .seconds(10), p95: .seconds(2),
          environment: [
            "MACOS_APP_ROLE_ARN": app.role.arn.text,
            "SESSION_DURATION": Text(String(app.session.wholeSeconds)),
            "EVENT_BUS_NAME": bus.busName.text,
          ],
          permissions: [.putEvents(on: bus.arn)], common))
      let profile = stack.add(
        Service(
          "user-profile", code: PackageResources.user_profile_py, calledByOneWho: .doesNotWait,
          timeout: .seconds(10), p95: .seconds(2),
          environment: ["USERS_TABLE": users.tableName],
          permissions: [Statement(id: "Profiles", ["dynamodb:GetItem", "dynamodb:PutItem"], on: [users.arn.text])],
          common))
      stack.add(
        EventRoute(
          "user-signed-in",
          when: .event(EventPattern(source: "interview-companion.auth", detailType: "user.signed_in"), on: bus.busName),
          calls: [profile],
          // A profile may be written a day later; the next sign-in writes it again anyway.
          retries: .init(185, within: .seconds(86_400)), alerts: common.alerts))
      return stack.add(AuthAPI(exchange: exchange, alerts: common.alerts))
    }
  }

  /// `POST /auth/exchange`. The document's HTTP API is not on the X-Ray trace map: a trace begins at the function
  /// behind the API (T1), and continues after the bus because the function is instrumented (T42).
  private struct AuthAPI: Component {
    private static let path = "/auth/exchange"

    let exchange: Declared<LambdaFunction>
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Text {
      let api = stack.add(
        RoutedHTTPAPI(
          "auth",
          // A caller has no AWS credentials yet: STS verifies the Firebase token in the body.
          [.init(.on(.post, Self.path), to: exchange, authorization: .none)],
          cors: nil,  // Browsers do not call it.
          throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth))
      stack.add(
        FailureRateAlarm(
          "auth-api-errors", when: api.stage.serverErrors, among: api.stage.requests, isAbove: 1, notify: alerts,
          description: "More than one sign-in in a hundred fails, and not for want of a good token"))
      // Two functions and the bus between them, in one trace (T35). A thousand users sign in for forty meetings a month
      // each; a developer signs in for forty.
      stack.expect(
        .perMonth(stack.isProduction ? 40_000 : 40), at: api.stage,
        each: .init(segments: 4, invocations: 2, events: 1, logs: .kilobytes(4)))
      return "\(api.api.endpoint)\(Self.path)"
    }
  }
}
