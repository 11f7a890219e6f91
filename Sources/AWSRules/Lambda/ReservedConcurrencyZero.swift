import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let reservedConcurrencyZero: RuleID = "reserved-concurrency-zero"
}

struct ReservedConcurrencyZero: Rule {
  static let description = RuleDescription(
    id: .reservedConcurrencyZero,
    title: "No function has a reserved concurrency of 0",
    rationale: """
      With a reserved concurrency of 0, Lambda throttles every invocation: the function never runs, reports no \
      errors and no duration, and its alarms stay quiet.
      """,
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"],
    severity: .warning,
    subjects: [LambdaFunction.self],
    good: [
      Example("The unreserved concurrency of the account") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("-1 reserves none") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["reserved_concurrent_executions": -1])
      },
    ],
    bad: [
      Counterexample("A reserved concurrency of 0") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["reserved_concurrent_executions": 0])
        return [ingest.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function[\.reservedConcurrency] == 0 else { return nil }
      return finding(
        on: function, "function '\(function.name)' has a reserved concurrency of 0, so it never runs",
        fix: "set `reserved_concurrent_executions` of '\(function.name)' to 1 or more, or remove it")
    }
  }
}
