import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let xrayContextMissingRuntimeError: RuleID = "xray-context-missing-runtime-error"
}

/// A note, and only for functions whose environment shows an SDK: what a lost context should do is the application's
/// choice, and the documents disagree about it (T12).
struct XRayContextMissingRuntimeError: Rule {
  static let description = RuleDescription(
    id: .xrayContextMissingRuntimeError,
    title: "Every instrumented function sets `AWS_XRAY_CONTEXT_MISSING` to `RUNTIME_ERROR`",
    rationale: """
      Lambda sets AWS_XRAY_CONTEXT_MISSING to LOG_ERROR: a segment without a trace is dropped, and only a log line \
      shows it.
      """,
    sources: ["FR-018", "T12", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"],
    severity: .note,
    terraformFix: """
      set `AWS_XRAY_CONTEXT_MISSING` to `RUNTIME_ERROR` in the `environment` of the function, or keep it if that is \
      intended
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("A lost context is an error") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POWERTOOLS_SERVICE_NAME": "shop", "AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("Nothing shows an SDK") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The function is not traced") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            environment: ["POWERTOOLS_SERVICE_NAME": "shop"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Powertools without a setting for lost contexts") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POWERTOOLS_SERVICE_NAME": "shop"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("The setting only logs lost contexts") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function[\.tracing].canBe(.active) else { return nil }
      let reaction = try function.variable("AWS_XRAY_CONTEXT_MISSING", in: stack)
      guard reaction != "RUNTIME_ERROR" else { return nil }
      if reaction == nil, try !function.usesPowertools { return nil }
      let word = reaction ?? "LOG_ERROR"
      return finding(
        on: function,
        "function '\(function.name)' continues without an error if its tracing loses the context: '\(word)'",
        fix:
          "set `\"AWS_XRAY_CONTEXT_MISSING\": \"RUNTIME_ERROR\"` on '\(function.name)', or keep it if that is intended")
    }
  }
}
