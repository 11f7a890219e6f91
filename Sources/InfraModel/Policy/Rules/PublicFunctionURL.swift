extension RuleID {
  public static let publicFunctionURL: RuleID = "public-function-url"
}

struct PublicFunctionURL: Rule {
  static let description = RuleDescription(
    id: .publicFunctionURL,
    title: "A function URL is for callers that IAM knows",
    rationale: """
      Since October 2025 a URL takes two permissions, and provider 5.100 can write the second, \
      'lambda:InvokeFunction', only without its condition: for everyone, it opens the function past its URL as well.
      """,
    sources: ["FR-015", "T24", "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"],
    severity: .warning,
    terraformFix: "set `authorization_type` to `AWS_IAM`, and let CloudFront or your clients sign the requests",
    subjects: [FunctionURL.self],
    good: [
      Example("Callers sign their requests") { stack in
        let events = stack.add(LambdaFunction.example("events"))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam))
      }
    ],
    bad: [
      Counterexample("Anyone may call") { stack in
        let events = stack.add(LambdaFunction.example("events"))
        return [stack.add(FunctionURL("events", of: events.functionName, authorization: .none)).address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      guard try url[\.authorization] == .none else { return nil }
      return finding(
        on: url, "anyone may call function URL '\(url.name)', and through the permission it takes, the function itself",
        fix: "set `authorization: .iam` on '\(url.name)' and let CloudFront or your clients sign the requests")
    }
  }
}
