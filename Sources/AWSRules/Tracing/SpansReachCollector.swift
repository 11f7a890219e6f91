import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let spansReachCollector: RuleID = "spans-reach-collector"
}

struct SpansReachCollector: Rule {
  static let description = RuleDescription(
    id: .spansReachCollector,
    title: "OpenTelemetry spans go to a collector beside the function, and the function has one",
    rationale: """
      Nothing listens on `localhost` unless a layer brings a collector, and the exporter drops what it cannot send. A \
      response that streams outlives Lambda's own segment: only a collector beside the function sends its last spans \
      after the handler has returned.
      """,
    sources: [
      "FR-001", "FR-026", "FR-027", "SC-010", "https://aws-otel.github.io/docs/getting-started/lambda",
      "https://github.com/open-telemetry/opentelemetry-lambda/blob/main/collector/README.md",
    ],
    severityInAudit: .warning,
    terraformFix: """
      add a layer with a collector, such as `aws-otel-collector-amd64-ver-0-117-0` of account 901920570463, to \
      `layers`, and set `OTEL_EXPORTER_OTLP_ENDPOINT` to `http://localhost:4318`
      """,
    subjects: [LambdaFunction.self, FunctionURL.self],
    reads: [.arguments("function_name", of: LambdaFunction.self)],
    good: [
      Example("The collector layer listens on the port that the spans go to") { stack in
        stack.add(
          LambdaFunction(
            "events", named: "events",
            code: .zip(
              .file("events.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "events", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318"],
            logging: .json(to: "/aws/lambda/events")))
      },
      Example("Spans of a function that does not stream may go elsewhere") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "ingest", "OTEL_EXPORTER_OTLP_ENDPOINT": "https://otlp.example.com"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Nothing listens on localhost") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", named: "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "events", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318"],
            logging: .json(to: "/aws/lambda/events")))
        return [events.address]
      },
      Counterexample("A streaming function sends its spans past its collector") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", named: "events",
            code: .zip(
              .file("events.zip"), runtime: .nodejs22, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "events", "OTEL_EXPORTER_OTLP_ENDPOINT": "https://otlp.example.com"],
            logging: .json(to: "/aws/lambda/events")))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .responseStream))
        return [events.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let streaming = StreamingFunctions(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard let endpoint = try function.otlpEndpoint(in: stack) else { return nil }
      if endpoint.isLocal {
        guard try !function.mayHaveCollector else { return nil }
        return finding(
          on: function,
          "function '\(function.name)' sends its spans to '\(endpoint.url)', where no layer of it has a collector",
          fix: "add `.adotCollector(in: .\(function.region.swiftName))` to the layers of '\(function.name)'")
      }
      guard try streaming.contains(function) else { return nil }
      return finding(
        on: function,
        "function '\(function.name)' streams, and sends its spans to '\(endpoint.url)' and not to a collector beside it",
        fix: """
          set `"OTEL_EXPORTER_OTLP_ENDPOINT": "http://localhost:4318"` on '\(function.name)', and let the collector \
          send them on
          """)
    }
  }
}

extension Subject<LambdaFunction> {
  /// Where its code sends OpenTelemetry spans; `nil` where its environment does not say.
  fileprivate func otlpEndpoint(
    in stack: DeclaredStack
  ) throws(DecodingFailure) -> (url: String, isLocal: Bool)? {
    for name in ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"] {
      guard let url = try variable(name, in: stack), !url.isEmpty else { continue }
      let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(url.contains("://") ? 1 : 0).first
      let isLocal = ["localhost", "127.0.0.1", "0.0.0.0", "[::1]"].contains { host?.hasPrefix($0) ?? false }
      return (url, isLocal)
    }
    return nil
  }

  /// Whether a layer may listen for spans: any with a name that says so, and whatever an image contains.
  fileprivate var mayHaveCollector: Bool {
    get throws(DecodingFailure) {
      if try self[\.code.image] != nil { return true }
      return try self[\.code.layers].contains { layer in
        guard let name = layer.text.literal?.lowercased() ?? layer.text.literalParts?.lowercased() else { return true }
        return !name.contains("powertools")
      }
    }
  }
}

extension Text {
  /// The literal parts of a text that has others too.
  fileprivate var literalParts: String? {
    let literals = parts.compactMap { part in if case .literal(let literal) = part { literal } else { nil } }
    return literals.isEmpty ? nil : literals.joined()
  }
}
