import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaRuntimeSupported: RuleID = "lambda-runtime-supported"
}

struct LambdaRuntimeSupported: TimeDependentRule {
  static let description = RuleDescription(
    id: .lambdaRuntimeSupported,
    title: "Every function uses a runtime that AWS supports",
    rationale: """
      A runtime without support gets no security fixes, and after a later date its functions cannot be updated. \
      Terraform accepts it.
      """,
    sources: ["T9", "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"],
    severity: .warning,
    terraformFix: "set `runtime` to a version that AWS supports",
    subjects: [LambdaFunction.self, RawResource.self],
    reads: [
      .arguments("runtime", of: LambdaFunction.self)
    ],
    good: [
      Example("The latest runtime") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("It ends next year") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .nodejs22, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Support has ended") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["runtime": "python3.9"])
        return [ingest.address]
      },
      Counterexample("A raw resource") { stack in
        [stack.add(RawResource("aws_lambda_function", "moc", ["runtime": "nodejs20.x"])).address]
      },
    ])

  private let today: String

  init() { self.init(today: "2026-11-21") }

  init(today: String) {
    self.today = today
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.runtimes.compactMap { function, runtime, lifecycle in
      guard lifecycle.endOfSupport < today else { return nil }
      let name = function.resource.name
      return finding(
        on: function,
        "function '\(name)' runs on '\(runtime)', which AWS has not supported since \(lifecycle.endOfSupport)",
        fix: "set the runtime of '\(name)' to \(lifecycle.successor)")
    }
  }
}
