import InfraModel
import Testing

@Suite struct RoutedHTTPAPITests {
  private let firebase = TokenIssuer("firebase", at: "https://securetoken.google.com/app", audience: "app")

  @Test func everyRouteReachesItsFunctionThroughOneIntegration() throws {
    let (stack, functions, parts) = declared()
    let integrations = stack.declared(HTTPIntegration.self)
    let ids = integrations.map { $0.attribute("id") }

    #expect(integrations.map(\.function) == functions.map(\.invokeARN))
    #expect(
      stack.declared(HTTPRoute.self).map(\.key) == [.on(.post, "/auth/exchange"), .on(.get, "/me"), .default])
    #expect(stack.declared(HTTPRoute.self).map(\.integrationID) == [ids[0], ids[1], ids[1]])
    #expect(
      stack.declared(HTTPRoute.self).map(\.name) == ["auth-post-auth-exchange", "auth-get-me", "auth-default"])
    #expect(stack.declared(LambdaPermission.self).map(\.function) == functions.map(\.functionName))
    #expect(
      stack.declared(LambdaPermission.self).map(\.caller)
        == functions.map { _ in .api("\(parts.api.executionARN)/*/*") })
  }

  @Test func routesShareTheAuthorizerOfAnIssuer() throws {
    let (stack, _, _) = declared()
    let authorizer = try #require(stack.declared(JWTAuthorizer.self).first)
    #expect(stack.declared(JWTAuthorizer.self).map(\.name) == ["auth-firebase"])
    #expect(
      stack.declared(HTTPRoute.self).map(\.authorization) == [
        .none, .jwt(authorizer: authorizer.authorizerID, scopes: ["profile"]),
        .jwt(authorizer: authorizer.authorizerID),
      ])
  }

  @Test func stageIsThrottledAndLogged() {
    let (_, _, parts) = declared()
    #expect(parts.stage.path == .root)
    #expect(parts.stage.throttling == .limited(perSecond: 50, burst: 100))
    #expect(parts.stage.accessLog == HTTPAccessLog(to: parts.accessLogs.arn))
    #expect(parts.accessLogs.physicalName == "/aws/vendedlogs/apigateway/example-prod-auth-access")
    #expect(parts.accessLogs.retention.known == .oneMonth)
  }

  private func declared() -> (StackBuilder, [Declared<LambdaFunction>], RoutedHTTPAPI.Parts) {
    var stack = StackBuilder()
    let functions = ["exchange", "profile"].map { name in
      stack.add(
        LambdaFunction(
          name, code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"),
          role: ARN("arn:aws:iam::123456789012:role/web"), timeout: .seconds(20), logging: .json(to: "/aws/lambda/web")
        ))
    }
    let parts = stack.add(
      RoutedHTTPAPI(
        "auth",
        [
          .init(.on(.post, "/auth/exchange"), to: functions[0], authorization: .none),
          .init(.on(.get, "/me"), to: functions[1], authorization: .jwt(firebase, scopes: ["profile"])),
          .init(.default, to: functions[1], authorization: .jwt(firebase)),
        ], cors: nil, throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth))
    return (stack, functions, parts)
  }
}
