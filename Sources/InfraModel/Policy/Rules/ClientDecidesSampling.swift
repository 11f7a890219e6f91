extension RuleID {
  public static let clientDecidesSampling: RuleID = "client-decides-sampling"
}

struct ClientDecidesSampling: Rule {
  static let description = RuleDescription(
    id: .clientDecidesSampling,
    title: "Strangers cannot decide what is traced",
    rationale: """
      X-Ray honours Sampled=1 in a client's trace header by design, and no sampling rule overrides it, so anyone who \
      can call can raise the bill. What AWS offers against it: signed requests, throttling, a web ACL, billing alarms.
      """,
    sources: ["FR-035", "T10"],
    severity: .note,
    subjects: [FunctionURL.self, HTTPRoute.self, Stage.self],
    good: [
      Example("Only callers that IAM knows get in") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .active))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam))
      },
      Example("What is not traced costs nothing") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .passThrough))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .none))
      },
      Example("A stage that is not traced costs nothing either") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .none))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123", tracing: .passThrough))
      },
      Example("Every method of the API asks for a signature") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .iam))
        stack.add(Method("orders-preflight", .options, on: api.root, authorization: .none))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
      },
    ],
    bad: [
      Counterexample("Anyone may call a traced function") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .active))
        return [stack.add(FunctionURL("events", of: events.functionName, authorization: .none)).address]
      },
      Counterexample("Anyone may call a traced stage") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .none))
        return [stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123")).address]
      },
      Counterexample("Anyone may call a traced function through an HTTP API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(LambdaFunction.example("orders", tracing: .active))
        let integration = stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN))
        stack.add(HTTPRoute("find", .on(.get, "/orders"), to: integration, authorization: .iam))
        return [
          stack.add(HTTPRoute("place", .on(.post, "/orders"), to: integration, authorization: .none)).address
        ]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    urls(in: stack) + RuleEvaluation(findings: stages(in: stack)) + routes(in: stack)
  }

  private func urls(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    var evaluation = RuleEvaluation()
    for url in stack.declared(FunctionURL.self) where url.authorization == .none {
      guard let function = functions.function(named: url.function, in: url.region) else { continue }
      evaluation.judge(url.declaration) { () throws(Unreadable) in
        guard try function[\.tracing].canBe(.active) else { return [] }
        return [
          finding(
            on: url,
            "callers of function URL '\(url.name)' decide by their header whether '\(function.name)' is traced",
            fix: "set `authorization: .iam` on '\(url.name)', or keep the alarms on X-Ray's bill low")
        ]
      }
    }
    return evaluation
  }

  private func stages(in stack: DeclaredStack) -> [Finding] {
    let open = stack.openAPIs
    return stack.declared(Stage.self).filter { $0.tracing.canBe(.active) && open.contains($0.api.id) }.map { stage in
      finding(
        on: stage, "callers of stage '\(stage.name)' decide by their header whether they are traced",
        fix: """
          set `authorization:` on the methods behind '\(stage.name)', or bound what it costs with throttling, a web ACL \
          on Sampled=1 and alarms on X-Ray's bill
          """)
    }
  }

  /// An HTTP API records nothing itself, but the functions behind it go by the header that it hands on.
  private func routes(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    var evaluation = RuleEvaluation()
    for route in stack.declared(HTTPRoute.self) where route.authorization == .none {
      guard let integration = stack.target(of: route.integrationID)?.resource as? HTTPIntegration,
        let function = functions.function(named: integration.function, in: route.region)
      else { continue }
      evaluation.judge(route.declaration) { () throws(Unreadable) in
        guard try function[\.tracing].canBe(.active) else { return [] }
        return [
          finding(
            on: route,
            "callers of route '\(route.key.text)' decide by their header whether '\(function.name)' is traced",
            fix: """
              set `authorization:` on '\(route.name)', or bound what it costs with throttling and alarms on X-Ray's bill
              """)
        ]
      }
    }
    return evaluation
  }
}
