/// What Cognito publishes to CloudWatch about user pools. Each success is 1 and each failure 0, so that the average is the
/// share of successes.
///
/// https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
enum UserPoolMetrics {
  static let namespace = MetricNamespace(
    "AWS/Cognito", by: [["UserPool", "UserPoolClient"]], isComplete: false,
    [
      MetricGroup(
        .unexamined, .undeclared,
        of: """
          SignInSuccesses SignInThrottles SignUpSuccesses SignUpThrottles TokenRefreshSuccesses TokenRefreshThrottles
          """),
      MetricGroup(
        .unexamined, .undeclared, by: .these([["UserPool", "UserPoolClient", "IdentityProvider"]]),
        of: "FederationSuccesses FederationThrottles"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          AccountTakeOverRisk AccountTakeoverRisk CallCount CompromisedCredentialRisk CompromisedCredentialsRisk NoRisk \
          OverrideBlock Risk ThrottleCount
          """),
    ])
}
