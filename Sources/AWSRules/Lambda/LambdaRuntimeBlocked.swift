import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaRuntimeBlocked: RuleID = "lambda-runtime-blocked"
}

struct LambdaRuntimeBlocked: TimeDependentRule {
  static let description = RuleDescription(
    id: .lambdaRuntimeBlocked,
    title: "Every function uses a runtime with which AWS still creates functions",
    rationale: """
      After a date that AWS announces, no function can be created with a deprecated runtime. Terraform plans it, \
      and the apply fails midway.
      """,
    sources: ["T9", "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"],
    terraformFix: "set `runtime` to a version for which AWS still creates functions",
    subjects: [LambdaFunction.self, RawResource.self],
    good: [
      Example("AWS creates functions with it for years") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("AWS has not named a day") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["runtime": "ruby3.2"])
      },
    ],
    bad: [
      Counterexample("The announced date has passed") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["runtime": "python3.9"])
        return [ingest.address]
      }
    ])

  private let today: String

  init() { self.init(today: "2027-02-01") }

  init(today: String) {
    self.today = today
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.runtimes.compactMap { function, runtime, lifecycle in
      guard let day = lifecycle.creationBlocked, day <= today else { return nil }
      let name = function.resource.name
      return finding(
        on: function, "function '\(name)' runs on '\(runtime)', with which AWS creates no functions since \(day)",
        fix: "set the runtime of '\(name)' to \(lifecycle.successor)")
    }
  }
}
