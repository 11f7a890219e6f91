import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let corsAllowsTraceHeader: RuleID = "cors-allows-trace-header"
}

struct CORSAllowsTraceHeader: Rule {
  static let description = RuleDescription(
    id: .corsAllowsTraceHeader,
    title: "CORS settings allow the trace header",
    rationale: """
      A browser does not send a cross-origin request with a header that CORS does not allow, so the request fails, \
      or its trace starts only behind the browser.
      """,
    sources: ["FR-015", "FR-032", "SC-001"],
    terraformFix: """
      add `X-Amzn-Trace-Id` to `allow_headers` of the `cors` or `cors_configuration` block, or to the \
      `Access-Control-Allow-Headers` of the integration response
      """,
    subjects: [FunctionURL.self, HTTPAPI.self, IntegrationResponse.self],
    good: [
      Example("The header is allowed in any case") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(
              origins: ["https://example.com"], methods: [.get], allowHeaders: ["content-type", "x-amzn-trace-id"])))
      },
      Example("Every header is allowed") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(origins: ["https://example.com"], methods: [.get], allowHeaders: ["*"])))
      },
      Example("The REST API's preflight response allows it") { stack in
        let api = stack.add(RestAPI("shop"))
        let cors = RestAPI.CORS(origins: .any, methods: [.get], allowHeaders: ["X-Amzn-Trace-Id"])
        stack.add(Preflight("shop", on: api.root, cors))
      },
      Example("The HTTP API allows it") { stack in
        let cors = HTTPAPI.CORS(origins: .any, methods: [.get], allowHeaders: ["x-amzn-trace-id"])
        stack.add(HTTPAPI("shop", cors: cors))
      },
      Example("Without CORS no other origin has access") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(FunctionURL("ingest", of: function.functionName, authorization: .iam))
      },
      Example("Without a trace there is no header to send") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/ingest")))
        let api = stack.add(
          HTTPAPI("shop", cors: HTTPAPI.CORS(origins: .any, methods: [.get], allowHeaders: ["Accept"])))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
      },
    ],
    bad: [
      Counterexample("The header is missing") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let url = stack.add(
          FunctionURL(
            "ingest", of: function.functionName, authorization: .iam,
            cors: FunctionURL.CORS(
              origins: ["https://example.com"], methods: [.get], allowHeaders: ["Content-Type", "Authorization"])))
        return [url.address]
      },
      Counterexample("The REST API's preflight response omits it") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let cors = RestAPI.CORS(origins: .any, methods: [.get], allowHeaders: ["Content-Type"])
        stack.add(Preflight("shop", on: api.root, cors))
        return stack.declared(IntegrationResponse.self).map(\.address)
      },
      Counterexample("The HTTP API omits it") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let cors = HTTPAPI.CORS(origins: .any, methods: [.get], allowHeaders: ["Content-Type"])
        return [stack.add(HTTPAPI("shop", cors: cors)).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    // Without a trace the header says nothing.
    let isTraced = stack.isTraced
    if case .success(false) = isTraced { return RuleEvaluation() }
    let urls = stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      guard let headers = try url[\.cors]?.allowHeaders, !allowTraceHeader(headers), try isTraced.get() else {
        return nil
      }
      return finding(
        on: url, "function URL '\(url.name)' does not allow browsers to send 'X-Amzn-Trace-Id'",
        fix: "add `\"X-Amzn-Trace-Id\"` to `allowHeaders:` of '\(url.name)'",
        terraformFix: "add `X-Amzn-Trace-Id` to `allow_headers` in `cors`")
    }
    let preflights = stack.subjects(IntegrationResponse.self).evaluateEach { response throws(DecodingFailure) in
      guard let headers = try response.corsAllowedHeaders, !allowTraceHeader(headers), try isTraced.get() else {
        return nil
      }
      return finding(
        on: response, "preflight response '\(response.name)' does not allow browsers to send 'X-Amzn-Trace-Id'",
        fix: "add `\"X-Amzn-Trace-Id\"` to `allowHeaders:` of the CORS behind '\(response.name)'",
        terraformFix: """
          add `X-Amzn-Trace-Id` to `method.response.header.Access-Control-Allow-Headers` in `response_parameters`
          """)
    }
    let apis = stack.subjects(HTTPAPI.self).evaluateEach { api throws(DecodingFailure) in
      guard let headers = try api[\.cors]?.allowHeaders, !allowTraceHeader(headers), try isTraced.get() else {
        return nil
      }
      return finding(
        on: api, "browsers are not allowed to send 'X-Amzn-Trace-Id' to HTTP API '\(api.name)'",
        fix: "add `\"X-Amzn-Trace-Id\"` to `allowHeaders:` of the CORS of '\(api.name)'",
        terraformFix: "add `X-Amzn-Trace-Id` to `allow_headers` in `cors_configuration`")
    }
    return urls + preflights + apis
  }
}
