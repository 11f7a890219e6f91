import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let publicFunctionURL: RuleID = "public-function-url"
}

struct PublicFunctionURL: Rule {
  static let description = RuleDescription(
    id: .publicFunctionURL,
    title: "Every function URL has the authorization type `AWS_IAM`",
    rationale: """
      Since October 2025 a function URL needs two permissions, and provider 5.100 can write the second, \
      'lambda:InvokeFunction', only without its condition. For the principal `*`, it lets everyone invoke the \
      function without the URL, too.
      """,
    sources: ["FR-015", "T24", "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"],
    severity: .warning,
    terraformFix: "set `authorization_type` to `AWS_IAM`, and let CloudFront or your clients sign the requests",
    subjects: [FunctionURL.self],
    good: [
      Example("Callers sign their requests") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam))
      }
    ],
    bad: [
      Counterexample("Anyone may call") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        return [stack.add(FunctionURL("events", of: events.functionName, authorization: .none)).address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      guard try url[\.authorization] == .none else { return nil }
      return finding(
        on: url,
        "function URL '\(url.name)' is public, and the permission that it needs allows direct invocations, too",
        fix: "set `authorization: .iam` on '\(url.name)' and let CloudFront or your clients sign the requests")
    }
  }
}
