import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaVersionPublished: RuleID = "lambda-version-published"
}

struct LambdaVersionPublished: Rule {
  static let description = RuleDescription(
    id: .lambdaVersionPublished,
    title: "A function whose versions are used publishes versions",
    rationale: """
      Without `publish`, the latest version of a function is '$LATEST': an alias changes with every deployment, and \
      Lambda rejects provisioned concurrency.
      """,
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html"], isWaivable: false,
    terraformFix: "set `publish` to true on the function",
    subjects: [LambdaAlias.self, ProvisionedConcurrency.self],
    good: [
      Example("The alias names what the function published") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(ProvisionedConcurrency("live", of: ingest.functionName, at: live.qualifier, copies: 2))
      },
      Example("An earlier version") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(LambdaAlias("live", named: "live", of: ingest.functionName, version: .number(7)))
      },
    ],
    bad: [
      Counterexample("The alias of a function that publishes nothing") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let live = LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest))
        return [stack.add(live).address]
      },
      Counterexample("Provisioned concurrency without a published version") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let copies = ProvisionedConcurrency(
          "ingest", of: ingest.functionName, at: .version(.latestPublished(of: ingest)), copies: 2)
        return [stack.add(copies).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaAlias.self).evaluateEach { alias throws(DecodingFailure) in
      try finding(on: alias.declaration, naming: alias[\.version].text, in: "function_version", of: stack)
    }
      + stack.subjects(ProvisionedConcurrency.self).evaluateEach { copies throws(DecodingFailure) in
        try finding(on: copies.declaration, naming: copies[\.qualifier].text, in: "qualifier", of: stack)
      }
  }

  private func finding(
    on declaration: Declaration, naming version: Text, in argument: String, of stack: DeclaredStack
  ) throws(DecodingFailure) -> Finding? {
    guard let target = try stack.target(of: version, in: argument),
      let function = Subject<LambdaFunction>(target, in: stack), try !function[\.publishesVersions]
    else { return nil }
    return finding(
      on: declaration,
      "'\(declaration.address)' uses a version of function '\(function.name)', which publishes none",
      fix: "set `publishesVersions: true` on '\(function.name)'",
      notes: [Finding.Note(at: function.location, "function '\(function.name)' is declared here")])
  }
}
