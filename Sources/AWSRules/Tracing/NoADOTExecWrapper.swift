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
    title: "A function that an SDK instruments is not also instrumented by an OpenTelemetry wrapper",
    rationale: """
      The wrapper patches the handler and the AWS clients a second time: spans are duplicated, and a streaming \
      handler loses its context. The collector layer works without it. Powertools and the X-Ray SDK patch them by \
      themselves; a function that leaves it to the wrapper says so with `instrumentation: .openTelemetryWrapper`.
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
      Example("Powertools logs only, and the wrapper traces") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument", "POWERTOOLS_SERVICE_NAME": "ingest"],
            logging: .json(to: "/aws/lambda/ingest"), instrumentation: .openTelemetryWrapper))
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
      Counterexample("The environment configures the X-Ray SDK") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument", "AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR",
            ], logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("Code of its own sends spans to the collector layer") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", named: "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-handler", "OTEL_SERVICE_NAME": "ingest"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard let wrapper = try function.execWrapper(in: stack), wrapper.hasPrefix("/opt/otel-"),
        try !function.leavesTracingToWrapper, let other = try function.otherInstrumentation
      else { return nil }
      return finding(
        on: function,
        "function '\(function.name)' is instrumented twice: by \(other), and by the wrapper '\(wrapper)'",
        fix: """
          remove `"AWS_LAMBDA_EXEC_WRAPPER"` from the environment of '\(function.name)'; \
          `.adotCollector(in: .\(function.region.swiftName))` among its layers receives spans without it. If only the \
          wrapper traces it, declare `instrumentation: .openTelemetryWrapper`
          """)
    }
  }
}

extension Subject<LambdaFunction> {
  /// Whether the stack states that nothing but the wrapper patches the function's code.
  fileprivate var leavesTracingToWrapper: Bool {
    get throws(DecodingFailure) {
      do throws(DecodingFailure) {
        return try self[\.instrumentation] == .openTelemetryWrapper
      } catch {
        // Terraform does not record it, and an audit goes by what the function shows.
        if case .notInTerraform = error.reason { return false }
        throw error
      }
    }
  }

  /// What patches the function's code besides a wrapper, as far as its environment, layers and package tell.
  fileprivate var otherInstrumentation: String? {
    get throws(DecodingFailure) {
      if try usesPowertools { return "Powertools" }
      if try configuresXRaySDK { return "the X-Ray SDK" }
      if let sdk = packagedSDK { return "\(sdk) in its package" }
      // This layer has no wrapper. Where no other layer brings one, the spans are the code's own.
      if try hasADOTCollector, try !hasWrapperLayer { return "the code that sends spans to its collector layer" }
      return nil
    }
  }

  /// Whether a layer may bring OpenTelemetry's wrapper.
  private var hasWrapperLayer: Bool {
    get throws(DecodingFailure) {
      try self[\.code.layers].contains { layer in
        guard let name = layer.text.literal?.lowercased() else { return true }
        return (name.contains("otel") || name.contains("opentelemetry")) && !name.contains("otel-collector")
      }
    }
  }

  /// Whether a variable is set that only the X-Ray SDK reads.
  private var configuresXRaySDK: Bool {
    get throws(DecodingFailure) {
      try self[\.environment].keys.contains { name in
        ["AWS_XRAY_CONTEXT_MISSING", "AWS_XRAY_SDK_ENABLED", "AWS_XRAY_TRACING_NAME"].contains(name)
      }
    }
  }

  /// What a package that infra-gen makes imports.
  private var packagedSDK: String? {
    guard let function = declaration.resource as? LambdaFunction,
      case .zip(.archive(let archive), _, _, _) = function.code
    else { return nil }
    return [
      ("Powertools", "aws_lambda_powertools"), ("Powertools", "@aws-lambda-powertools/"),
      ("the X-Ray SDK", "aws_xray_sdk"), ("the X-Ray SDK", "aws-xray-sdk"),
    ].first { _, module in archive.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains(module) } }?.0
  }
}
