import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let streamingRuntime: RuleID = "streaming-runtime"
}

struct StreamingRuntime: Rule {
  static let description = RuleDescription(
    id: .streamingRuntime,
    title: "A function behind a streaming URL has a runtime that can stream",
    rationale: """
      Of the managed runtimes, only Node.js streams responses. The others collect the whole response before the \
      client gets any of it.
      """,
    sources: ["FR-001", "T23", "https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html"],
    severity: .warning,
    terraformFix: """
      add the Lambda Web Adapter to `layers` and `AWS_LAMBDA_EXEC_WRAPPER` = `/opt/bootstrap`, \
      `AWS_LWA_INVOKE_MODE` = `response_stream` to the `environment`, or use a Node.js runtime
      """,
    subjects: [FunctionURL.self],
    reads: [
      .arguments("function_name", of: LambdaFunction.self)
    ],
    good: [
      Example("Node.js streams by itself") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .nodejs22, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        stack.add(
          FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .responseStream))
      },
      Example("The Lambda Web Adapter streams for Python") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/opt/bootstrap"], logging: .json(to: "/aws/lambda/events")))
        stack.add(
          FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .responseStream))
      },
      Example("The package contains its own runtime") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["AWS_LAMBDA_EXEC_WRAPPER": "/var/task/bootstrap"], logging: .json(to: "/aws/lambda/events")))
        stack.add(
          FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .responseStream))
      },
      Example("A URL that does not stream") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .buffered))
      },
    ],
    bad: [
      Counterexample("Python's generators do not stream") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        let url = stack.add(
          FunctionURL("events", of: events.functionName, authorization: .iam, invokeMode: .responseStream))
        return [url.address]
      },
      Counterexample("The function is referred to by name") { stack in
        stack.add(
          LambdaFunction(
            "events", named: "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/events")))
        let events = stack.add(FunctionURL("events", of: "events", authorization: .iam, invokeMode: .responseStream))
        return [events.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    return stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      func function() throws(DecodingFailure) -> Subject<LambdaFunction>? {
        try functions.function(named: url[\.function], in: url.region, argument: "function_name")
      }
      guard
        try both(url[\.invokeMode] == .responseStream, !streams(function(), in: stack)),
        let function = try function(), let runtime = try function[\.code.runtime]
      else { return nil }
      return finding(on: url, calling: function, on: runtime)
    }
  }

  /// Whether a function of this stack can stream a response; one of another stack may.
  private func streams(_ function: Subject<LambdaFunction>?, in stack: DeclaredStack) throws(DecodingFailure) -> Bool {
    guard let function, let runtime = try function[\.code.runtime] else { return true }
    return try !both(!runtime.streams, !bringsARuntime(function.execWrapper(in: stack)))
  }

  /// The Lambda Web Adapter's script, or one of the function's own package, which starts what it likes.
  private func bringsARuntime(_ wrapper: String?) -> Bool {
    wrapper.map { $0 == "/opt/bootstrap" || $0.hasPrefix("/var/task/") } ?? false
  }

  private func finding(
    on url: Subject<FunctionURL>, calling function: Subject<LambdaFunction>, on runtime: LambdaFunction.Runtime
  ) -> Finding {
    finding(
      on: url, "function URL '\(url.name)' streams, but runtime '\(runtime.word)' of '\(function.name)' cannot",
      fix: """
        add the Lambda Web Adapter to the layers of '\(function.name)' and `"AWS_LAMBDA_EXEC_WRAPPER": \
        "/opt/bootstrap", "AWS_LWA_INVOKE_MODE": "response_stream"` to its environment, or use `.nodejs22`
        """,
      notes: [Finding.Note(at: function.location, "function '\(function.name)' is declared here")])
  }
}

extension LambdaFunction.Runtime {
  /// Of AWS's own runtimes those of Node.js do; with `provided` the bootstrap decides.
  fileprivate var streams: Bool { word.hasPrefix("nodejs") || word.hasPrefix("provided") }
}
