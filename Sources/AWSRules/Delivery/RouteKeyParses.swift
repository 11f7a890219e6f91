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
        stack.add(route("POST /auth/exchange"))
        stack.add(route("GET /items/{id}"))
        stack.add(route("ANY /files/{rest+}"))
        stack.add(route("$default"))
      },
      Example("Route keys of a WebSocket API") { stack in
        let api = stack.add(RawResource("aws_apigatewayv2_api", "chat", ["protocol_type": "WEBSOCKET"]))
        stack.add(route("sendMessage", of: api.attribute("id")))
        stack.add(route("$connect"))
      },
    ],
    bad: [
      Counterexample("No method") { stack in
        [stack.add(route("auth/exchange")).address]
      },
      Counterexample("No slash") { stack in
        [stack.add(route("POST auth/exchange")).address]
      },
      Counterexample("A misspelled default") { stack in
        [stack.add(route("$defualt")).address]
      },
      Counterexample("A method in lowercase") { stack in
        [stack.add(route("post /auth/exchange")).address]
      },
      Counterexample("A variable in the syntax of another framework") { stack in
        [stack.add(route("GET /items/:id")).address]
      },
      Counterexample("A path part after a greedy variable") { stack in
        [stack.add(route("GET /{rest+}/items")).address]
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

private func route(_ key: String, of api: Text = "api") -> RawResource {
  let name = String(key.map { $0.isLetter ? $0 : "_" })
  return RawResource("aws_apigatewayv2_route", name, ["api_id": .text(api), "route_key": .text(Text(key))])
}
