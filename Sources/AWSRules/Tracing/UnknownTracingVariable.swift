import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let unknownTracingVariable: RuleID = "unknown-tracing-variable"
}

struct UnknownTracingVariable: Rule {
  static let description = RuleDescription(
    id: .unknownTracingVariable,
    title: "Every environment variable for tracing is one that an SDK reads",
    rationale: "A variable that no SDK reads has no effect, although its author expects one.",
    sources: ["T13", "T12", "https://aws-otel.github.io/docs/getting-started/lambda"],
    severity: .warning,
    subjects: [LambdaFunction.self],
    good: [
      Example("Variables that SDKs read, and the application's own") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: [
              "AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR", "AWS_XRAY_TRACING_NAME": "shop",
              "POWERTOOLS_TRACE_DISABLED": "false", "ENABLE_XRAY": "true",
            ], logging: .json(to: "/aws/lambda/ingest")))
      }
    ],
    bad: [
      Counterexample("A sampling rate, which no SDK reads from a variable") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["XRAY_SAMPLING_RATE": "0.1"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Misspelled names") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_XRAY_MISSING_CONTEXT": "LOG_ERROR", "POWERTOOLS_TRACER_DISABLED": "true"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address, function.address]
      },
      Counterexample("An unknown value") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_XRAY_CONTEXT_MISSING": "error"], logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      try function[\.environment].sorted { $0.key < $1.key }.compactMap { variable, text -> Finding? in
        if isUnknown(variable) {
          let remedy = variable.contains("SAMPL") ? "; sampling rules and Lambda itself decide what is recorded" : ""
          return finding(
            on: function, "function '\(function.name)' sets '\(variable)', which no SDK for X-Ray reads",
            fix: "remove '\(variable)'\(remedy)")
        }
        guard variable == "AWS_XRAY_CONTEXT_MISSING", let word = stack.resolved(text), !reactions.contains(word) else {
          return nil
        }
        return finding(
          on: function, "function '\(function.name)' sets '\(variable)' to '\(word)', which is not one of its values",
          fix: "set it to one of \(reactions.joined(separator: ", ")); the first makes faults visible")
      }
    }
  }

  private func isUnknown(_ variable: String) -> Bool {
    guard !known.contains(variable) else { return false }
    return variable.hasPrefix("AWS_XRAY_") || variable.hasPrefix("POWERTOOLS_TRAC")
      || variable.contains("XRAY") && variable.contains("SAMPL")
  }
}

private let reactions = ["RUNTIME_ERROR", "LOG_ERROR", "IGNORE_ERROR"]

/// Of the X-Ray SDKs, and of Powertools in its languages.
private let known: Set<String> = [
  "AWS_XRAY_CONTEXT_MISSING", "AWS_XRAY_DAEMON_ADDRESS", "AWS_XRAY_DEBUG_MODE", "AWS_XRAY_LOG_LEVEL",
  "AWS_XRAY_SDK_ENABLED", "AWS_XRAY_TRACING_NAME", "AWS_XRAY_COLLECT_SQL_QUERIES",
  "POWERTOOLS_TRACE_DISABLED", "POWERTOOLS_TRACE_ENABLED", "POWERTOOLS_TRACE_MIDDLEWARES",
  "POWERTOOLS_TRACER_CAPTURE_ERROR", "POWERTOOLS_TRACER_CAPTURE_RESPONSE",
  "POWERTOOLS_TRACER_CAPTURE_HTTPS_REQUESTS",
]
