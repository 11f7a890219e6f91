extension RuleID {
  public static let samplingRuleMeetsRequest: RuleID = "sampling-rule-meets-request"
}

struct SamplingRuleMeetsRequest: Rule {
  static let description = RuleDescription(
    id: .samplingRuleMeetsRequest,
    title: "Every sampling rule is for a request that can come",
    rationale: """
      A rule for a path or a method that no API of the stack answers matches nothing, and the requests it was meant \
      for are recorded at another rule's rate.
      """,
    sources: ["FR-034", "S0-12", "T38"],
    severity: .warning,
    subjects: [SamplingRule.self],
    good: [
      Example("The path of a route, with and without its stage") { stack in
        let api = declareOrders(in: &stack)
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        for (priority, path) in ["/orders/*", "/v1/orders/7", "*"].enumerated() {
          stack.add(
            SamplingRule(
              "orders-\(priority)", priority: priority + 1, fixedRate: .everything, reservoir: 1,
              matching: SamplingRule.Match(method: "GET", path: path)))
        }
      },
      Example("Nobody here knows what a host answers") { stack in
        stack.add(RawResource("aws_instance", "worker"))
        stack.add(
          SamplingRule(
            "orders", priority: 1, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
      },
    ],
    bad: [
      Counterexample("A path that the API does not have, and a method that the path does not") { stack in
        let api = declareOrders(in: &stack)
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        return [
          SamplingRule.Match(path: "/order/*"), SamplingRule.Match(method: "POST", path: "/orders/*"),
        ].enumerated().map { number, match in
          stack.add(
            SamplingRule(
              "orders-\(number)", priority: number + 1, fixedRate: .everything, reservoir: 1, matching: match)
          ).address
        }
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let clients = SamplingClients(stack)
    let requests = Requests(stack)
    return stack.declared(SamplingRule.self).compactMap { rule in
      // Of what nobody asks for, `sampling-rule-inert` speaks.
      guard clients.contains(rule.matching, in: rule.region), !clients.mayBeOthers(in: rule.region),
        !requests.mayFit(rule.matching, in: rule.region)
      else { return nil }
      return finding(
        on: rule,
        """
        sampling rule '\(rule.name)' decides nothing: no route of the stack is '\(rule.matching.method)' on \
        '\(rule.matching.path)'
        """,
        fix: "match a method and a path that the API has in '\(rule.name)'")
    }
  }
}

/// The requests that the traced stages of REST APIs can get.
private struct Requests {
  private var routes: [Region: [Route]] = [:]
  /// Where an API has routes that nobody here knows.
  private var unknown: Set<Region> = []

  init(_ stack: DeclaredStack) {
    let routesByAPI = stack.routesByAPI
    for stage in stack.declared(Stage.self) where stage.tracing.canBe(.active) {
      guard let known = routesByAPI[stage.api.id] else {
        unknown.insert(stage.region)
        continue
      }
      // X-Ray's documentation does not say whether a stage is part of the path, so either will do.
      let name = stage.stageName.known
      routes[stage.region, default: []] += known.flatMap { route in
        [route, Route(method: route.method, path: "/\(name)\(route.path)")]
      }
    }
  }

  func mayFit(_ match: SamplingRule.Match, in region: Region) -> Bool {
    unknown.contains(region)
      || routes[region, default: []].contains { route in
        (route.method == .any || matches(route.method.rawValue, pattern: match.method))
          && overlap(route.path, match.path)
      }
  }
}

/// An API that answers `GET /orders/{id}`.
private func declareOrders(in stack: inout StackBuilder) -> Declared<RestAPI> {
  let api = stack.add(RestAPI("shop"))
  let orders = stack.add(APIResource("orders", "orders", under: api.root))
  let order = stack.add(APIResource("order", "{id}", under: orders.path))
  stack.add(Method("read-order", .get, on: order.path, authorization: .iam))
  return api
}
