import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let extraArgumentConflict: RuleID = "extra-argument-conflict"
}

struct ExtraArgumentConflict: Rule {
  static let description = RuleDescription(
    id: .extraArgumentConflict,
    title: "No extra argument (`with:`) contradicts what the resource's Swift type declares",
    rationale: """
      Rules read the arguments of the model. An extra argument with another value takes effect in AWS, and the \
      rules check a value that is not used.
      """,
    sources: ["US10"],
    severity: .warning,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("An argument that the model does not have") { stack in
        stack.add(Topic("alerts"), with: ["display_name": "Alerts"])
      }
    ],
    bad: [
      Counterexample("Another timeout than that of the model") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["timeout": 3])
        return [ingest.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.flatMap { declaration -> [Finding] in
      guard !declaration.extraArguments.isEmpty, !(declaration.resource is RawResource) else { return [] }
      var own = Block()
      declaration.resource.encode(into: &own)
      return own.arguments.filter { declaration.block[$0.name] != $0.value }.map { argument, _ in
        let name = declaration.resource.name
        return finding(
          on: declaration,
          "the extra argument `\(argument)` of '\(name)' differs from what \(typeName(declaration)) sets, which the rules read",
          fix: "use the parameter of \(typeName(declaration)) that sets `\(argument)`", subject: argument)
      }
    }
  }
}
