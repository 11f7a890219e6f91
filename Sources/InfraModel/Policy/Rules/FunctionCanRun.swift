extension RuleID {
  public static let functionCanRun: RuleID = "function-can-run"
}

struct FunctionCanRun: Rule {
  static let description = RuleDescription(
    id: .functionCanRun,
    title: "A function has concurrency to run with",
    rationale: """
      With a reserved concurrency of 0 Lambda throttles every invocation: the function never runs, has no errors and no \
      duration, and its alarms stay quiet.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    ],
    severity: .warning,
    subjects: [LambdaFunction.self],
    good: [
      Example("Concurrency of the account") { stack in
        stack.add(LambdaFunction.example())
      },
      Example("-1 reserves none") { stack in
        stack.add(LambdaFunction.example(), with: ["reserved_concurrent_executions": -1])
      },
    ],
    bad: [
      Counterexample("Switched off") { stack in
        [stack.add(LambdaFunction.example(), with: ["reserved_concurrent_executions": 0]).address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function[\.reservedConcurrency] == 0 else { return nil }
      return finding(
        on: function, "function '\(function.name)' has a reserved concurrency of 0, so that it never runs",
        fix: "set `reserved_concurrent_executions` of '\(function.name)' to 1 or more, or leave it out")
    }
  }
}
