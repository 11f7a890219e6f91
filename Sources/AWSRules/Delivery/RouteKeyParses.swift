import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let routeKeyParses: RuleID = "route-key-parses"
}

struct RouteKeyParses: Rule {
  static let description = RuleDescription(
    id: .routeKeyParses,
    title: "Every route of an HTTP API has a key that requests can match",
    rationale: "API Gateway accepts a key without a method or without a slash, and no request ever matches the route.",
    sources: [
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html"
    ], isWaivable: false,
    subjects: [HTTPRoute.self, RawResource.self],
    reads: [
      .arguments("route_key", of: HTTPRoute.self)
    ],
    good: [
      Example("A method and a path, a variable, and a greedy variable") { stack in
        stack.add(
          RawResource(
            "aws_apigatewayv2_route", "POST__auth_exchange", ["api_id": "api", "route_key": "POST /auth/exchange"]))
        stack.add(
          RawResource("aws_apigatewayv2_route", "GET__items__id_", ["api_id": "api", "route_key": "GET /items/{id}"]))
        stack.add(
          RawResource(
            "aws_apigatewayv2_route", "ANY__files__rest__", ["api_id": "api", "route_key": "ANY /files/{rest+}"]))
        stack.add(RawResource("aws_apigatewayv2_route", "_default", ["api_id": "api", "route_key": "$default"]))
      },
      Example("Route keys of a WebSocket API") { stack in
        let api = stack.add(RawResource("aws_apigatewayv2_api", "chat", ["protocol_type": "WEBSOCKET"]))
        stack.add(
          RawResource(
            "aws_apigatewayv2_route", "sendMessage",
            ["api_id": .text(api.attribute("id")), "route_key": "sendMessage"]))
        stack.add(RawResource("aws_apigatewayv2_route", "_connect", ["api_id": "api", "route_key": "$connect"]))
      },
    ],
    bad: [
      Counterexample("No method") { stack in
        let route = stack.add(
          RawResource("aws_apigatewayv2_route", "auth_exchange", ["api_id": "api", "route_key": "auth/exchange"]))
        return [route.address]
      },
      Counterexample("No slash") { stack in
        let route = stack.add(
          RawResource(
            "aws_apigatewayv2_route", "POST_auth_exchange", ["api_id": "api", "route_key": "POST auth/exchange"]))
        return [route.address]
      },
      Counterexample("A misspelled default") { stack in
        let route = stack.add(
          RawResource("aws_apigatewayv2_route", "_defualt", ["api_id": "api", "route_key": "$defualt"]))
        return [route.address]
      },
      Counterexample("A method in lowercase") { stack in
        let route = stack.add(
          RawResource(
            "aws_apigatewayv2_route", "post__auth_exchange", ["api_id": "api", "route_key": "post /auth/exchange"]))
        return [route.address]
      },
      Counterexample("A variable in the syntax of another framework") { stack in
        let route = stack.add(
          RawResource("aws_apigatewayv2_route", "GET__items__id", ["api_id": "api", "route_key": "GET /items/:id"]))
        return [route.address]
      },
      Counterexample("A path part after a greedy variable") { stack in
        let route = stack.add(
          RawResource(
            "aws_apigatewayv2_route", "GET___rest___items", ["api_id": "api", "route_key": "GET /{rest+}/items"]))
        return [route.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.spelled("route_key").compactMap { route in
      guard !isForWebSocket(route, in: stack) else { return nil }
      return route.error(reading: RouteKey.init(parsing:)).map { error in
        finding(
          on: route.declaration, "the route key of \(route.owner) \(error)",
          fix: "\(error.fix) in the route key of \(route.owner)")
      }
    }
  }

  private func isForWebSocket(_ route: RenderedArgument, in stack: DeclaredStack) -> Bool {
    if route.text == "$connect" || route.text == "$disconnect" { return true }
    guard case .text(let id)? = route.declaration.block["api_id"] else { return false }
    return stack.target(of: id)?.block["protocol_type"] == "WEBSOCKET"
  }
}
