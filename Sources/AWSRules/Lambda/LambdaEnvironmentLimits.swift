import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaEnvironmentLimits: RuleID = "lambda-environment-limits"
}

struct LambdaEnvironmentLimits: Rule {
  static let description = RuleDescription(
    id: .lambdaEnvironmentLimits,
    title: "Every function's environment variables are within Lambda's limits of size and names",
    rationale: "Terraform plans any environment. Lambda accepts 4 KB, and reserves some names.",
    sources: ["FR-046", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"], isWaivable: false,
    subjects: [LambdaFunction.self],
    good: [
      Example("A few variables that Lambda does not reserve") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["LOG_LEVEL": "info", "TABLE": "items"], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A tracing variable that Lambda does not reserve") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("More than 4 KB") { stack in
        let long = String(repeating: "x", count: 4_096)
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["CONFIGURATION": Text(long)], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Lambda sets the region itself") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_REGION": "eu-west-1"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      let environment = try function[\.environment]
      return reserved(environment, of: function) + size(of: environment, of: function, in: stack)
    }
  }

  private func reserved(_ environment: [String: Text], of function: Subject<LambdaFunction>) -> [Finding] {
    environment.keys.filter(reservedNames.contains).sorted().map { name in
      finding(
        on: function, "function '\(function.name)' sets '\(name)', which Lambda reserves",
        fix: "remove `\"\(name)\"` from the environment of '\(function.name)', or give it another name", subject: name)
    }
  }

  /// Values that are known only after apply add to it, so what is found is surely too much.
  private func size(
    of environment: [String: Text], of function: Subject<LambdaFunction>, in stack: DeclaredStack
  ) -> [Finding] {
    let size = environment.reduce(0) { size, variable in
      size + variable.key.utf8.count + (stack.resolved(variable.value)?.utf8.count ?? 0)
    }
    guard size > 4_096 else { return [] }
    return [
      finding(
        on: function,
        "the environment of function '\(function.name)' has \(size) bytes, \(size - 4_096) more than Lambda accepts",
        fix: "move the longest values of '\(function.name)' into its package or into a parameter that it reads")
    ]
  }
}

private let reservedNames: Set<String> = [
  "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
]
