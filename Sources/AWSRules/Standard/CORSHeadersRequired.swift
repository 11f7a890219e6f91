import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let corsHeadersRequired: RuleID = "cors-headers-required"
}

struct CORSHeadersRequired: StandardRule {
  static let description = RuleDescription(
    id: .corsHeadersRequired,
    title: "CORS of streaming function URLs allows the headers that the repository declares",
    rationale: """
      A client that reconnects says in a header where it stopped. Where CORS does not allow the header, the browser sends \
      no request, and the stream ends at the first interruption.
      """,
    sources: ["FR-033", "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [FunctionURL.self],
    good: [
      Example("The header of reconnections is allowed") { stack in
        let cors = FunctionURL.CORS(
          origins: ["https://example.com"], methods: [.get], allowHeaders: ["X-Amzn-Trace-Id", "last-event-id"])
        stack.add(
          FunctionURL("events", of: "events", authorization: .iam, invokeMode: .responseStream, cors: cors))
      }
    ],
    bad: [
      Counterexample("Only the trace header is allowed") { stack in
        let cors = FunctionURL.CORS(
          origins: ["https://example.com"], methods: [.get], allowHeaders: ["X-Amzn-Trace-Id"])
        let url = FunctionURL("events", of: "events", authorization: .iam, invokeMode: .responseStream, cors: cors)
        return [stack.add(url).address]
      }
    ])

  private let headers: [String]

  init() { headers = ["Last-Event-ID"] }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    headers = standard[stack.stack].streamHeaders
    if headers.isEmpty { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      guard try url[\.invokeMode] == .responseStream, let cors = try url[\.cors] else { return nil }
      let allowed = Set(cors.allowHeaders.map { $0.lowercased() })
      let missing = headers.filter { !allowed.contains($0.lowercased()) }
      guard !missing.isEmpty, !allowed.contains("*") else { return nil }
      return finding(
        on: url, "function URL '\(url.name)' does not allow browsers to send \(quoted(missing))",
        fix: "add \(missing.map { "`\"\($0)\"`" }.joined(separator: ", ")) to `allowHeaders:` of '\(url.name)'")
    }
  }
}
