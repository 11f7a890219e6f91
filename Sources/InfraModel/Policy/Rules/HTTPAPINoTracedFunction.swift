extension RuleID {
  public static let httpAPINoTracedFunction: RuleID = "http-api-no-traced-function"
}

struct HTTPAPINoTracedFunction: Rule {
  static let description = RuleDescription(
    id: .httpAPINoTracedFunction,
    title: "Behind an HTTP API some function records traces",
    rationale: """
      The API hands the trace header on, and a function in PassThrough hands it on as well: neither records a segment, \
      so of all these requests X-Ray keeps no trace at all.
      """,
    sources: ["T1", "T6", "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"],
    severity: .warning,
    terraformFix: """
      set `mode` of `tracing_config` to `Active` on the functions, or put an `aws_api_gateway_rest_api` with a \
      traced stage in front of them
      """,
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
    var integrations = Evidence<Address, Subject<HTTPIntegration>>()
    for integration in stack.subjects(HTTPIntegration.self) {
      integrations.record(integration.declaration) { () throws(DecodingFailure) in
        try stack.target(of: integration[\.apiID], in: "api_id").map { [($0.address, integration)] } ?? []
      }
    }
    return stack.subjects(HTTPAPI.self).evaluateEach { api throws(DecodingFailure) in
      let traced = try integrations[api.address].firstKnown { integration throws(DecodingFailure) in
        // A function of another stack may be traced.
        guard
          let function = try functions.function(
            named: integration[\.function], in: integration.region, argument: "integration_uri")
        else { return true }
        return try function[\.tracing].canBe(.active)
      }
      guard traced == nil else { return nil }
      var names: Set<String> = []
      for integration in try integrations.all(for: api.address) {
        let function = functions.function(named: try integration[\.function], in: integration.region)
        if let function { names.insert(function.name) }
      }
      guard !names.isEmpty else { return nil }
      return finding(
        on: api,
        "no trace is kept of requests to HTTP API '\(api.name)': \(quoted(names.sorted())) pass the header through",
        fix: "set `tracing: .active` on \(quoted(names.sorted())), or use a `TracedRestAPI` for '\(api.name)'")
    }
  }
}
