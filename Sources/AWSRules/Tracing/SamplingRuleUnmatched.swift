import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingRuleUnmatched: RuleID = "sampling-rule-unmatched"
}

struct SamplingRuleUnmatched: Rule {
  static let description = RuleDescription(
    id: .samplingRuleUnmatched,
    title: "Every sampling rule matches a request that an API can receive",
    rationale: """
      A rule with a path or method that no API has matches nothing, and the intended requests are recorded at the \
      rate of another rule.
      """,
    sources: ["FR-034", "S0-12", "T38"],
    severity: .warning,
    subjects: [SamplingRule.self],
    reads: [
      .arguments("name", of: RestAPI.self)
    ],
    good: [
      Example("The path of a route, with and without its stage") { stack in
        let api = stack.add(RestAPI("shop"))
        let orders = stack.add(APIResource("orders", "orders", under: api.root))
        let order = stack.add(APIResource("order", "{id}", under: orders.path))
        stack.add(Method("read-order", .get, on: order.path, authorization: .iam))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        for (priority, path) in ["/orders/*", "/v1/orders/7", "*"].enumerated() {
          stack.add(
            SamplingRule(
              "orders-\(priority)", priority: priority + 1, fixedRate: .everything, reservoir: 1,
              matching: SamplingRule.Match(method: "GET", path: path)))
        }
      },
      Example("The requests that a host answers are unknown") { stack in
        stack.add(RawResource("aws_instance", "worker"))
        stack.add(
          SamplingRule(
            "orders", priority: 1, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
      },
    ],
    bad: [
      Counterexample("A path that the API does not have, and a method that the path does not") { stack in
        let api = stack.add(RestAPI("shop"))
        let orders = stack.add(APIResource("orders", "orders", under: api.root))
        let order = stack.add(APIResource("order", "{id}", under: orders.path))
        stack.add(Method("read-order", .get, on: order.path, authorization: .iam))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let path = stack.add(
          SamplingRule(
            "orders-0", priority: 1, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/order/*")))
        let method = stack.add(
          SamplingRule(
            "orders-1", priority: 2, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(method: "POST", path: "/orders/*")))
        return [path.address, method.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let clients = SamplingClients(stack)
    let requests = Requests(stack)
    return stack.subjects(SamplingRule.self).evaluateEach { rule throws(DecodingFailure) in
      // A rule that no client asks for is `sampling-rule-unused`'s.
      guard !clients.mayBeOthers(in: rule.region),
        try both(clients.contains(rule), !requests.mayFit(rule))
      else { return nil }
      let (method, path) = (try rule[\.matching.method], try rule[\.matching.path])
      return finding(
        on: rule,
        """
        sampling rule '\(rule.name)' has no effect: no route of the \(stack.noun) is '\(method)' on '\(path)'
        """,
        fix: "match a method and a path that the API has in '\(rule.name)'")
    }
  }
}

/// The requests that the traced stages of REST APIs can get.
private struct Requests {
  private var routes = Evidence<Region, Route>()

  init(_ stack: DeclaredStack) {
    let declared = Routes(stack)
    for stage in stack.subjects(Stage.self) {
      let region = stage.region
      routes.record(
        stage.declaration, mayConcern: { $0 == region },
        { () throws(DecodingFailure) in
          guard try stage[\.tracing].canBe(.active) else { return [] }
          // X-Ray's documentation does not say whether a stage is part of the path, so either will do.
          let name = try stage[\.stageName].known
          return try declared.all(of: stage[\.api].id).flatMap { route in
            [(region, route), (region, Route(method: route.method, path: "/\(name)\(route.path)"))]
          }
        })
    }
  }

  func mayFit(_ rule: Subject<SamplingRule>) throws(DecodingFailure) -> Bool {
    let (method, path) = (try rule[\.matching.method], try rule[\.matching.path])
    return try routes.first(for: rule.region) { route in
      (route.method == .any || matches(route.method.rawValue, pattern: method)) && overlap(route.path, path)
    } != nil
  }
}
