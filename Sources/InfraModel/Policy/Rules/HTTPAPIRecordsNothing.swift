extension RuleID {
  public static let httpAPIRecordsNothing: RuleID = "http-api-records-nothing"
}

struct HTTPAPIRecordsNothing: Rule {
  static let description = RuleDescription(
    id: .httpAPIRecordsNothing,
    title: "Behind an HTTP API some function records traces",
    rationale: """
      The API hands the trace header on, and a function in PassThrough hands it on as well: neither records a segment, \
      so of all these requests X-Ray keeps no trace at all.
      """,
    sources: ["T1", "T6", "aws-facts 1.1b"],
    severity: .warning,
    subjects: [HTTPAPI.self],
    good: [
      Example("One of its functions is traced") { stack in
        let api = stack.add(HTTPAPI("shop"))
        for (name, tracing) in [("orders", TracingMode.active), ("health", .passThrough)] {
          let function = stack.add(LambdaFunction.example(name, tracing: .fixed(tracing)))
          stack.add(HTTPIntegration(name, of: api.apiID, calls: function.invokeARN))
        }
      },
      Example("What another stack's function records is not known here") { stack in
        let api = stack.add(HTTPAPI("shop"))
        stack.add(
          HTTPIntegration("shop", of: api.apiID, calls: "arn:aws:lambda:us-east-1:123456789012:function:orders"))
      },
    ],
    bad: [
      Counterexample("PassThrough everywhere") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(LambdaFunction.example(tracing: .passThrough))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
        return [api.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    let integrations = Dictionary(grouping: stack.declared(HTTPIntegration.self)) { integration in
      stack.target(of: integration.apiID)?.address
    }
    var evaluation = RuleEvaluation()
    for api in stack.declared(HTTPAPI.self) {
      let called = integrations[api.address, default: []].map {
        functions.function(named: $0.function, in: $0.region)
      }
      evaluation.judge(api.declaration) { () throws(Unreadable) in
        guard !called.isEmpty else { return [] }
        for function in called {
          // A function of another stack may be traced.
          guard let function, try !function[\.tracing].canBe(.active) else { return [] }
        }
        let names = Set(called.compactMap { $0?.name }).sorted()
        return [
          finding(
            on: api, "no trace is kept of requests to HTTP API '\(api.name)': \(quoted(names)) pass the header through",
            fix: "set `tracing: .active` on \(quoted(names)), or use a `TracedRestAPI` for '\(api.name)'")
        ]
      }
    }
    return evaluation
  }
}
