import InfraModel
import Testing

@Suite struct RestAPITests {
  private var stack = StackBuilder()
  private let api: Declared<RestAPI>

  init() {
    api = stack.add(RestAPI("web"))
  }

  @Test func apiIsRegionalUnlessSaidOtherwise() {
    #expect(
      api.declaration.block == [
        "name": "example-prod-web", "endpoint_configuration": .blocks([["types": ["REGIONAL"]]]),
      ])
  }

  @Test mutating func pathStandsBelowItsParent() {
    let items = stack.add(APIResource("items", "items", under: api.root))
    let item = stack.add(APIResource("item", "{id}", under: items.path))

    #expect(
      items.declaration.block == [
        "rest_api_id": .text(api.attribute("id")), "parent_id": .text(api.attribute("root_resource_id")),
        "path_part": "items",
      ])
    #expect(item.declaration.block["parent_id"] == .text(items.attribute("id")))
  }

  private static let authorizations: [(Method.Authorization, Block)] = [
    (.none, ["authorization": "NONE"]),
    (.iam, ["authorization": "AWS_IAM"]),
    (
      .userPool(authorizer: "abc", scopes: ["read"]),
      ["authorization": "COGNITO_USER_POOLS", "authorizer_id": "abc", "authorization_scopes": ["read"]]
    ),
    (.function(authorizer: "abc"), ["authorization": "CUSTOM", "authorizer_id": "abc"]),
  ]

  @Test(arguments: authorizations)
  mutating func methodSaysWhoMayCall(authorization: Method.Authorization, arguments: Block) {
    let method = stack.add(Method("list", .get, on: api.root, authorization: authorization))
    var expected: Block = [
      "rest_api_id": .text(api.attribute("id")), "resource_id": .text(api.attribute("root_resource_id")),
      "http_method": "GET", "api_key_required": false,
    ]
    expected.merge(arguments)
    #expect(method.declaration.block == expected)
  }

  @Test mutating func functionIsInvokedWithPostWhateverTheMethod() {
    let method = stack.add(Method("list", .get, on: api.root, authorization: .iam))
    let integration = stack.add(
      Integration("list", of: method.operation, .function(invokeARN: "arn:invoke", timeout: .milliseconds(2_500))))

    #expect(
      integration.declaration.block == [
        "rest_api_id": .text(api.attribute("id")), "resource_id": .text(api.attribute("root_resource_id")),
        "http_method": .text(method.attribute("http_method")), "type": "AWS_PROXY", "integration_http_method": "POST",
        "uri": "arn:invoke", "timeout_milliseconds": 2_500,
      ])
  }

  @Test mutating func responseWaitsForTheIntegrationItIsOf() {
    let method = stack.add(Method("ping", .get, on: api.root, authorization: .none))
    let integration = stack.add(Integration("ping", of: method.operation, .mock(status: 204)))
    let response = stack.add(MethodResponse("ping", of: method.operation, status: 204, headers: ["Cache-Control"]))
    let mapping = stack.add(
      IntegrationResponse(
        "ping", of: integration.operation, statusCode: response.statusCode, headers: ["Cache-Control": "no-store"]))

    #expect(integration.declaration.block["type"] == "MOCK")
    #expect(integration.declaration.block["request_templates"] == ["application/json": "{\"statusCode\": 204}"])
    #expect(response.declaration.block["status_code"] == "204")
    #expect(
      response.declaration.block["response_parameters"] == ["method.response.header.Cache-Control": true])
    #expect(mapping.declaration.block["http_method"] == .text(integration.attribute("http_method")))
    #expect(mapping.declaration.block["status_code"] == .text(response.attribute("status_code")))
    #expect(
      mapping.declaration.block["response_parameters"] == ["method.response.header.Cache-Control": "'no-store'"])
  }

  @Test mutating func errorsOfTheGatewayCarryHeaders() {
    let response = stack.add(
      GatewayResponse(
        "errors", of: api.reference, on: .default4XX,
        headers: ["Access-Control-Allow-Origin": .requestHeader("Origin"), "Vary": .fixed("Origin")]))
    #expect(
      response.declaration.block == [
        "rest_api_id": .text(api.attribute("id")), "response_type": "DEFAULT_4XX",
        "response_parameters": [
          "gatewayresponse.header.Access-Control-Allow-Origin": "method.request.header.Origin",
          "gatewayresponse.header.Vary": "'Origin'",
        ],
      ])
  }
}
