import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let streamingRequired: RuleID = "streaming-required"
}

struct StreamingRequired: StandardRule {
  static let description = RuleDescription(
    id: .streamingRequired,
    title: "The function URLs that the repository declares as streaming stream",
    rationale: """
      A buffered URL sends nothing until the function returns. A browser that waits for events gets them all at once \
      when the connection ends, or none after 6 MB.
      """,
    sources: ["FR-001", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [FunctionURL.self],
    good: [
      Example("The URL streams") { stack in
        stack.add(FunctionURL("events", of: "events", authorization: .iam, invokeMode: .responseStream))
      },
      Example("Another URL is buffered") { stack in
        stack.add(FunctionURL("orders", of: "orders", authorization: .iam, invokeMode: .buffered))
      },
    ],
    bad: [
      Counterexample("The URL is buffered") { stack in
        [stack.add(FunctionURL("events", of: "events", authorization: .iam, invokeMode: .buffered)).address]
      }
    ])

  private let urls: Set<String>

  init() { urls = ["events"] }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    urls = standard[stack.stack].streamingURLs
    if urls.isEmpty { return nil }
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      guard urls.contains(url.name), try url[\.invokeMode] == .buffered else { return nil }
      return finding(
        on: url, "function URL '\(url.name)' is declared to stream, and is buffered",
        fix: "set `invokeMode: .responseStream` on '\(url.name)'")
    }
  }
}
