import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let tracingDisabledByVariable: RuleID = "tracing-disabled-by-variable"
}

struct TracingDisabledByVariable: Rule {
  static let description = RuleDescription(
    id: .tracingDisabledByVariable,
    title: "No environment variable of a traced function switches its tracing or the capture of errors off",
    rationale: """
      Lambda's own segments still arrive, so the function seems to be traced. The subsegments of its calls, or the \
      exceptions in them, are missing, which shows only in the next investigation.
      """,
    sources: [
      "FR-005", "FR-029", "SC-003", "https://docs.aws.amazon.com/powertools/python/latest/environment_variables/",
      "https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-python-configuration.html",
      "https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/",
    ],
    severityInAudit: .warning,
    terraformFix: """
      remove the variable from the `environment`, or set `tracing_config` to `PassThrough` if the function is meant \
      not to be traced
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("Everything is captured") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "POWERTOOLS_TRACE_DISABLED": "false", "POWERTOOLS_TRACER_CAPTURE_ERROR": "true",
              "OTEL_TRACES_SAMPLER": "parentbased_always_off",
            ], logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The function is not traced at all") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            environment: ["POWERTOOLS_TRACE_DISABLED": "true"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("The X-Ray SDK, Powertools and OpenTelemetry are switched off") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "AWS_XRAY_SDK_ENABLED": "false", "POWERTOOLS_TRACE_DISABLED": "True", "OTEL_SDK_DISABLED": "true",
            ], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address, ingest.address, ingest.address]
      },
      Counterexample("Exceptions are not captured") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POWERTOOLS_TRACER_CAPTURE_ERROR": "false"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("OpenTelemetry samples or exports nothing") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_TRACES_SAMPLER": "always_off", "OTEL_TRACES_EXPORTER": "none"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address, ingest.address]
      },
      Counterexample("As a raw resource") { stack in
        let ingest = stack.add(
          RawResource(
            "aws_lambda_function", "ingest",
            [
              "function_name": "ingest", "role": "arn:aws:iam::123456789012:role/example", "filename": "ingest.zip",
              "runtime": "nodejs22.x", "handler": "app.handler",
              "tracing_config": .blocks([["mode": "Active"]]),
              "environment": .blocks([["variables": .map(["POWERTOOLS_TRACE_ENABLED": "false"])]]),
            ]))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      let environment = try function[\.environment]
      let switches = silencingVariables.filter { environment[$0.name] != nil }
      guard !switches.isEmpty, try function[\.tracing].canBe(.active) else { return [] }
      var findings: [Finding] = []
      for silencing in switches {
        guard let value = try function.variable(silencing.name, in: stack), silencing.isMeant(value) else { continue }
        findings.append(
          finding(
            on: function, "'\(silencing.name)' is '\(value)' on function '\(function.name)', so \(silencing.effect)",
            fix: """
              remove `"\(silencing.name)"` from the environment of '\(function.name)', or declare \
              `tracing: .passThrough(because: "…")` if it is meant not to be traced
              """, subject: silencing.name))
      }
      return findings
    }
  }
}

/// A variable that takes something out of traces, and the values with which it does.
private struct SilencingVariable {
  let name: String
  let effect: String
  let isMeant: @Sendable (String) -> Bool
}

private let silencingVariables: [SilencingVariable] = [
  SilencingVariable(name: "AWS_XRAY_SDK_ENABLED", effect: "the X-Ray SDK records nothing", isMeant: isFalse),
  SilencingVariable(name: "POWERTOOLS_TRACE_DISABLED", effect: "Powertools records nothing", isMeant: isTrue),
  SilencingVariable(name: "POWERTOOLS_TRACE_ENABLED", effect: "Powertools records nothing", isMeant: isFalse),
  SilencingVariable(
    name: "POWERTOOLS_TRACER_CAPTURE_ERROR", effect: "exceptions are missing from its traces", isMeant: isFalse),
  SilencingVariable(name: "OTEL_SDK_DISABLED", effect: "OpenTelemetry records nothing") { $0.lowercased() == "true" },
  // `parentbased_always_off` records what Lambda decided to record.
  SilencingVariable(name: "OTEL_TRACES_SAMPLER", effect: "OpenTelemetry records nothing") { $0 == "always_off" },
  SilencingVariable(name: "OTEL_TRACES_EXPORTER", effect: "OpenTelemetry sends nothing") { $0 == "none" },
]

@Sendable private func isTrue(_ value: String) -> Bool {
  ["1", "y", "yes", "t", "true", "on"].contains(value.lowercased())
}

@Sendable private func isFalse(_ value: String) -> Bool {
  ["0", "n", "no", "f", "false", "off"].contains(value.lowercased())
}
