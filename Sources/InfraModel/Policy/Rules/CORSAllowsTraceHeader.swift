extension RuleID {
  public static let corsAllowsTraceHeader: RuleID = "cors-allows-trace-header"
}

struct CORSAllowsTraceHeader: Rule {
  static let description = RuleDescription(
    id: .corsAllowsTraceHeader,
    title: "Browsers of other origins may send the trace header",
    rationale: "A browser drops a request with a header it may not send, or the trace starts only behind the browser.",
    sources: ["FR-015", "FR-032", "SC-001"],
    good: [
      Example("The header is allowed, however it is written") { stack in
        let function = stack.add(LambdaFunction.example())
        stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(
              origins: ["https://example.com"], methods: [.get], allowHeaders: ["content-type", "x-amzn-trace-id"])))
      },
      Example("Every header is allowed") { stack in
        let function = stack.add(LambdaFunction.example())
        stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(origins: ["https://example.com"], methods: [.get], allowHeaders: ["*"])))
      },
      Example("Without CORS no other origin gets in at all") { stack in
        let function = stack.add(LambdaFunction.example())
        stack.add(FunctionURL("ingest", of: function.functionName, authorization: .iam))
      },
    ],
    bad: [
      Counterexample("The header was forgotten") { stack in
        let function = stack.add(LambdaFunction.example())
        let url = stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(
              origins: ["https://example.com"], methods: [.get], allowHeaders: ["Content-Type", "Authorization"])))
        return [url.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(FunctionURL.self).compactMap { url in
      guard let headers = url.cors?.allowHeaders, !allowTraceHeader(headers) else { return nil }
      return finding(
        on: url, "function URL '\(url.name)' does not let browsers send 'X-Amzn-Trace-Id'",
        fix: "add `\"X-Amzn-Trace-Id\"` to `allowHeaders:` of '\(url.name)'")
    }
  }
}

private func allowTraceHeader(_ headers: [String]) -> Bool {
  headers.contains { $0 == "*" || $0.lowercased() == "x-amzn-trace-id" }
}
