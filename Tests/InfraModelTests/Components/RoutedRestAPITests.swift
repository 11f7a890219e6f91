import InfraModel
import Testing

@Suite struct RoutedRestAPITests {
  @Test func pathsShareTheirSegmentsAndEachHasItsMethodsAndOnePreflight() {
    let (stack, api, orders, reports) = declared()
    let resources = stack.declared(APIResource.self)

    #expect(resources.map(\.name) == ["web-api", "web-api-orders", "web-api-orders-proxy", "web-api-reports"])
    #expect(resources.map(\.segment) == ["api", "orders", "{proxy+}", "reports"])
    #expect(resources[0].parent == api.root)
    #expect(resources[3].parent == resources[0].path)

    let called = stack.declared(Integration.self).compactMap { integration -> Text? in
      if case .function(let invokeARN, _) = integration.backend { invokeARN } else { nil }
    }
    #expect(called == [orders.invokeARN, orders.invokeARN, reports.invokeARN, reports.invokeARN])
    let reportMethods = stack.declared(Method.self).filter { $0.path == resources[3].path }
    #expect(Set(reportMethods.map(\.method)) == [.get, .post, .options])
    #expect(reportMethods.count == 3)
  }

  @Test func judgesAreDeclaredOnceAndMayBeAsked() throws {
    let (stack, api, _, reports) = declared()
    let authorizers = stack.declared(Authorizer.self)
    let pool = try #require(authorizers.first)

    #expect(authorizers.map(\.judge) == [.userPools(["arn:pool"]), .function(invokeARN: reports.invokeARN)])
    let judge = authorizers[1]
    let methods = stack.declared(Method.self).filter { $0.method != .options }
    #expect(
      methods.map(\.authorization) == [
        .userPool(authorizer: pool.authorizerID), .userPool(authorizer: pool.authorizerID),
        .function(authorizer: judge.authorizerID), .function(authorizer: judge.authorizerID),
      ])
    let callers = stack.declared(LambdaPermission.self).map(\.caller)
    #expect(callers.contains(.api("\(api.executionARN)/authorizers/\(judge.authorizerID)")))
    #expect(callers.filter { $0 == .api("\(api.executionARN)/*/*") }.count == 2)
  }

  @Test func withoutBrowsersThereAreNoPreflights() {
    let (stack, _, _, _) = declared(cors: nil)
    #expect(!stack.declared(Method.self).contains { $0.method == .options })
    #expect(stack.declared(GatewayResponse.self).isEmpty)
  }

  @Test func everythingIsDeployedAndNothingTwice() throws {
    let (stack, api, _, _) = declared()
    let addresses = stack.declarations.map(\.address)
    #expect(addresses.count == Set(addresses).count)
    #expect(stack.declared(Deployment.self).first?.parts == stack.parts(of: api))
  }

  private func declared(
    cors: RestAPI.CORS? = RestAPI.CORS(
      origins: .only("https://app.example.com"), methods: [.get, .post],
      allowHeaders: ["Content-Type", "X-Amzn-Trace-Id"])
  ) -> (StackBuilder, Declared<RestAPI>, Declared<LambdaFunction>, Declared<LambdaFunction>) {
    var stack = StackBuilder()
    let role = stack.add(Role("web", assumedBy: "lambda.amazonaws.com"))
    let functions = ["orders", "reports"].map { name in
      stack.add(
        LambdaFunction(
          name, code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"), role: role.arn,
          timeout: .seconds(20), logging: .json(to: "/aws/lambda/web")))
    }
    let parts = stack.add(
      TracedRestAPI(
        "web",
        [
          .init(.below("/api/orders"), to: functions[0], authorization: .userPools(["arn:pool"])),
          .init(.on(.get, "/api/reports"), to: functions[1], authorization: .function(functions[1])),
          .init(.on(.post, "/api/reports"), to: functions[1], authorization: .function(functions[1])),
        ], cors: cors, throttling: .accountLimits, logRetention: .oneMonth, loggingRole: .declaredElsewhere))
    return (stack, parts.api, functions[0], functions[1])
  }
}
