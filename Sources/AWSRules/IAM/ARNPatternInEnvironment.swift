import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let arnPatternInEnvironment: RuleID = "arn-pattern-in-environment"
}

struct ARNPatternInEnvironment: Rule {
  static let description = RuleDescription(
    id: .arnPatternInEnvironment,
    title: "No function's environment has an ARN with a wildcard",
    rationale: """
      Wildcards are for IAM policies. No API finds a secret, topic or table by a pattern, so the function's first call \
      fails, although its role allows it.
      """,
    sources: [
      "FR-005", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
      "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen",
    ],
    severityInAudit: .warning,
    terraformFix: """
      set the variable to the resource's own ARN; of a secret, the ARN without the last hyphen and six characters \
      works too
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("The ARN of a secret without the characters that Secrets Manager appends") { stack in
        let key = Secret("sendgrid", in: .fixed(.usEast1), account: "123456789012")
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["SENDGRID_SECRET_ARN": key.arn], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A pattern that the code compares ARNs with") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "TRUSTED_ROLE_PATTERN": "arn:aws:iam::123456789012:role/ci-*",
              "METHOD_ARN": "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/GET/*",
            ], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("The pattern of a policy instead of the secret's ARN") { stack in
        let account = stack.callerIdentity().accountID
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["SENDGRID_SECRET_ARN": "arn:aws:secretsmanager:us-east-1:\(account):secret:sendgrid-*"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("A question mark for each character") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["TOKEN": "arn:aws:secretsmanager:us-east-1:123456789012:secret:token-??????"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      try function[\.environment].filter { variable, text in isPattern(text, in: stack) && !namesPattern(variable) }
        .keys.sorted().map { variable in
          finding(
            on: function,
            "function '\(function.name)' has an ARN with a wildcard in '\(variable)', which only an IAM policy can use",
            fix: """
              set '\(variable)' of '\(function.name)' to the resource's own ARN, such as `topic.arn.text`, or \
              `Secret(…).arn` for a secret
              """, subject: variable)
        }
    }
  }

  /// Whether a value is an ARN with a wildcard, be parts of it known only after apply.
  private func isPattern(_ text: Text, in stack: DeclaredStack) -> Bool {
    let literals =
      stack.resolved(text).map { [$0] }
      ?? text.parts.map { part in if case .literal(let literal) = part { literal } else { "" } }
    guard let first = literals.first, first.hasPrefix("arn:") else { return false }
    // Those of an API's methods are for the policies that an authorizer returns, and that of a log group ends in `:*`.
    if first.contains(":execute-api:") || first.contains(":logs:") { return false }
    return literals.contains { $0.contains("*") || $0.contains("?") }
  }

  /// Whether a variable says that its value is a pattern.
  private func namesPattern(_ variable: String) -> Bool {
    let name = variable.uppercased()
    return ["PATTERN", "GLOB", "REGEX", "WILDCARD", "ALLOWED", "FILTER", "MATCH"].contains { name.contains($0) }
  }
}
