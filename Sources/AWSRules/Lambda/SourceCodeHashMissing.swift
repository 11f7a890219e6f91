import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let sourceCodeHashMissing: RuleID = "source-code-hash-missing"
}

struct SourceCodeHashMissing: Rule {
  static let description = RuleDescription(
    id: .sourceCodeHashMissing,
    title: "Every deployment package has a `source_code_hash`, by which Terraform detects new code",
    rationale: """
      Terraform compares arguments, not file contents. Without `source_code_hash` it deploys a package once, and \
      never deploys new code at the same path.
      """,
    sources: ["S0-5", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html"],
    severity: .warning,
    subjects: [LambdaFunction.self, RawResource.self],
    good: [
      Example("The type hashes the package itself") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The hash of an archive") { stack in
        stack.add(
          RawResource(
            "aws_lambda_function", "orders",
            ["function_name": "orders", "filename": "orders.zip", "source_code_hash": "abc="]))
      },
      Example("An object whose key has the release in it") { stack in
        stack.add(
          RawResource(
            "aws_lambda_function", "orders",
            ["function_name": "orders", "s3_bucket": "releases", "s3_key": "orders-1.2.3.zip"]))
      },
    ],
    bad: [
      Counterexample("A function's package without its hash") { stack in
        let function = stack.add(
          RawResource("aws_lambda_function", "orders", ["function_name": "orders", "filename": "orders.zip"]))
        return [function.address]
      },
      Counterexample("A layer's package without its hash") { stack in
        let layer = stack.add(
          RawResource("aws_lambda_layer_version", "tools", ["layer_name": "tools", "filename": "tools.zip"]))
        return [layer.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed(anyOf: [LambdaFunction.type, "aws_lambda_layer_version"]).compactMap { declaration in
      let block = declaration.block
      guard block["filename"] != nil, block["source_code_hash"] == nil, block["code_sha256"] == nil else { return nil }
      let name = declaration.resource.name
      return finding(
        on: declaration, "the package of '\(name)' has no hash, so Terraform does not detect its changes",
        fix: "set `source_code_hash` of '\(name)' to `filebase64sha256` of its package, or to the archive's hash")
    }
  }
}
