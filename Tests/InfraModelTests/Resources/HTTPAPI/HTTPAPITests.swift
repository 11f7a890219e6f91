import InfraModel
import Testing

@Suite struct HTTPAPITests {
  private var stack = StackBuilder()

  @Test mutating func corsIsAnsweredByTheAPI() {
    let api = stack.add(
      HTTPAPI(
        "auth",
        cors: HTTPAPI.CORS(
          origins: .only("https://app.example.com", or: ["https://dev.example.com"], credentials: true),
          methods: [.get, .post], allowHeaders: ["X-Amzn-Trace-Id"], exposeHeaders: ["X-Request-Id"],
          maxAge: .seconds(86_400))))
    #expect(
      api.declaration.block == [
        "name": "example-prod-auth", "protocol_type": "HTTP",
        "cors_configuration": .blocks([
          [
            "allow_origins": ["https://app.example.com", "https://dev.example.com"], "allow_credentials": true,
            "allow_methods": ["GET", "POST"], "allow_headers": ["X-Amzn-Trace-Id"],
            "expose_headers": ["X-Request-Id"], "max_age": 86_400,
          ]
        ]),
      ])
  }

  @Test mutating func anyOriginComesWithoutCredentials() throws {
    let api = stack.add(
      HTTPAPI("auth", cors: HTTPAPI.CORS(origins: .any, methods: [.any], allowHeaders: ["*"])))
    let cors = try #require(api.declaration.block.nested("cors_configuration"))
    #expect(cors["allow_origins"] == ["*"])
    #expect(cors["allow_methods"] == ["*"])
    #expect(cors["allow_credentials"] == nil)
  }

  @Test mutating func functionGetsTheWholeRequestInFormatTwo() {
    let integration = stack.add(
      HTTPIntegration("auth", of: "abc", calls: "arn:aws:apigateway:invoke", timeout: .milliseconds(2_500)))
    #expect(
      integration.declaration.block == [
        "api_id": "abc", "integration_type": "AWS_PROXY", "integration_method": "POST",
        "integration_uri": "arn:aws:apigateway:invoke", "payload_format_version": "2.0", "timeout_milliseconds": 2_500,
      ])
  }

  @Test mutating func routeIsOfTheAPIOfItsIntegration() {
    let integration = stack.add(HTTPIntegration("auth", of: "abc", calls: "arn:aws:apigateway:invoke"))
    let route = stack.add(
      HTTPRoute("auth", .on(.post, "/auth/exchange"), to: integration, authorization: .none))
    #expect(
      route.declaration.block == [
        "api_id": "abc", "route_key": "POST /auth/exchange", "target": "integrations/\(integration.attribute("id"))",
        "authorization_type": "NONE",
      ])
  }

  @Test(arguments: [
    (HTTPRoute.Key.default, "$default"), (.on(.any, "/items/{id}"), "ANY /items/{id}"), (.on(.get, "/"), "GET /"),
    (.on(.get, "items"), "GET /items"),
  ])
  func pathBeginsWithASlash(key: HTTPRoute.Key, text: String) {
    #expect(key.text == text)
  }

  @Test mutating func tokensOfAnIssuerAreTakenForAnAudience() {
    let authorizer = stack.add(
      JWTAuthorizer(
        "firebase", of: "abc",
        trusts: TokenIssuer("firebase", at: "https://securetoken.google.com/app", audience: "app")))
    let integration = stack.add(HTTPIntegration("me", of: "abc", calls: "arn:aws:apigateway:invoke"))
    let route = stack.add(
      HTTPRoute(
        "me", .on(.get, "/me"), to: integration,
        authorization: .jwt(authorizer: authorizer.authorizerID, scopes: ["profile"])))

    #expect(
      authorizer.declaration.block == [
        "api_id": "abc", "name": "firebase", "authorizer_type": "JWT",
        "identity_sources": ["$request.header.Authorization"],
        "jwt_configuration": .blocks([["issuer": "https://securetoken.google.com/app", "audience": ["app"]]]),
      ])
    #expect(route.declaration.block["authorization_type"] == "JWT")
    #expect(route.declaration.block["authorizer_id"] == .text(authorizer.attribute("id")))
    #expect(route.declaration.block["authorization_scopes"] == ["profile"])
  }
}
