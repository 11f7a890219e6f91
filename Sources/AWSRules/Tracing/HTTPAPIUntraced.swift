import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let httpAPIUntraced: RuleID = "http-api-untraced"
}

struct HTTPAPIUntraced: Rule {
  static let description = RuleDescription(
    id: .httpAPIUntraced,
    title: "Traced APIs are REST APIs, because HTTP APIs send no traces to X-Ray",
    rationale: """
      HTTP APIs create no X-Ray segments, and no argument changes that: the API is not on the trace map, its own \
      latency is in no trace, and no sampling rule applies to its requests.
      """,
    sources: [
      "T1", "T2",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
    ],
    severity: .note,
    terraformFix: """
      use an `aws_api_gateway_rest_api` with `xray_tracing_enabled` on its stage if the API's part of a request \
      must be traced
      """,
    subjects: [HTTPAPI.self],
    good: [
      Example("A REST API's stage records its requests") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
      }
    ],
    bad: [
      Counterexample("Traces begin at the function") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
        return [api.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(HTTPAPI.self).evaluateEach { api in
      finding(
        on: api,
        "traces of requests to HTTP API '\(api.name)' start at the functions behind it: the API creates no segments",
        fix: "use a `TracedRestAPI` for '\(api.name)' if its part of a request must be traced")
    }
  }
}
