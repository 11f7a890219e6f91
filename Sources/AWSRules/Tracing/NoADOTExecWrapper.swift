import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let noADOTExecWrapper: RuleID = "no-adot-exec-wrapper"
}

struct NoADOTExecWrapper: Rule {
  static let description = RuleDescription(
    id: .noADOTExecWrapper,
    title: "A function that uses Powertools is not also instrumented by an OpenTelemetry wrapper",
    rationale: """
      The wrapper patches the handler and the AWS clients a second time: spans are duplicated, and a streaming \
      handler loses its context. The collector layer works without it.
      """,
    sources: ["FR-046", "FR-030", "T21", "https://aws-otel.github.io/docs/getting-started/lambda"],
    severityInAudit: .warning,
    terraformFix: """
      remove `AWS_LAMBDA_EXEC_WRAPPER` from the `environment`; the collector's layer among `layers` receives spans \
      without it
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("The collector layer alone") { stack in
        stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POWERTOOLS_SERVICE_NAME": "ingest"], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The Lambda Web Adapter is no instrumentation") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/bootstrap", "POWERTOOLS_SERVICE_NAME": "ingest"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("OpenTelemetry instruments a function without Powertools") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Two instrumentations of one Python function") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument", "POWERTOOLS_SERVICE_NAME": "ingest"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("Powertools comes as a layer") { stack in
        let powertools: ARN<Layer> = ARN(
          "arn:aws:lambda:us-east-1:017000801446:layer:AWSLambdaPowertoolsPythonV3-python313-x86_64:18")
        let function = stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [powertools]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-handler"], logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard let wrapper = try function.execWrapper(in: stack), wrapper.hasPrefix("/opt/otel-"),
        try function.usesPowertools
      else { return nil }
      return finding(
        on: function,
        "function '\(function.name)' is instrumented twice: by Powertools, and by the wrapper '\(wrapper)'",
        fix: """
          remove `"AWS_LAMBDA_EXEC_WRAPPER"` from the environment of '\(function.name)'; \
          `.adotCollector(in: .\(function.region.swiftName))` among its layers receives spans without it
          """)
    }
  }
}
