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
    good: [
      Example("Only callers that IAM knows get in") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .active))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam))
      },
      Example("What is not traced costs nothing") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .passThrough))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .none))
      },
    ],
    bad: [
      Counterexample("Anyone may call a traced function") { stack in
        let events = stack.add(LambdaFunction.example("events", tracing: .active))
        return [stack.add(FunctionURL("events", of: events.functionName, authorization: .none)).address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let functions = FunctionIndex(stack)
    return stack.declared(FunctionURL.self).compactMap { url in
      guard url.authorization == .none, let function = functions.function(named: url.function, in: url.region),
        function.tracing == .active
      else { return nil }
      return finding(
        on: url, "callers of function URL '\(url.name)' decide by their header whether '\(function.name)' is traced",
        fix: "set `authorization: .iam` on '\(url.name)', or keep the alarms on X-Ray's bill low")
    }
  }
}
