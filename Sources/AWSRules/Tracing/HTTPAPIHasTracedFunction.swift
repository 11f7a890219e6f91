import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let httpAPIHasTracedFunction: RuleID = "http-api-has-traced-function"
}

/// `request-path-traced` asks each function for its tracing or a reason. This rule says what the reasons come to.
struct HTTPAPIHasTracedFunction: Rule {
  static let description = RuleDescription(
    id: .httpAPIHasTracedFunction,
    title: "At least one function behind an HTTP API records traces",
    rationale: """
      An HTTP API passes the trace header on, and so does a function in PassThrough mode. Neither records a \
      segment, so X-Ray has no trace of these requests.
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
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        for (name, tracing) in [("orders", TracingMode.active), ("health", .passThrough)] {
          let function = stack.add(
            LambdaFunction(
              name, code: .zip(.file("\(name).zip"), runtime: .python313, handler: "app.handler"), role: role,
              timeout: .seconds(30), tracing: .fixed(tracing), logging: .json(to: "/aws/lambda/\(name)")))
          stack.add(HTTPIntegration(name, of: api.apiID, calls: function.invokeARN))
        }
      },
      Example("A function of another stack may be traced") { stack in
        let api = stack.add(HTTPAPI("shop"))
        stack.add(
          HTTPIntegration("shop", of: api.apiID, calls: "arn:aws:lambda:us-east-1:123456789012:function:orders"))
      },
    ],
    bad: [
      Counterexample("PassThrough everywhere") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/ingest")))
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
        "no request to HTTP API '\(api.name)' is traced: \(quoted(names.sorted())) only pass the trace header on",
        fix: "set `tracing: .active` on \(quoted(names.sorted())), or use a `TracedRestAPI` for '\(api.name)'")
    }
  }
}
