import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let collectorFitsMemory: RuleID = "collector-fits-memory"
}

struct CollectorFitsMemory: Rule {
  static let description = RuleDescription(
    id: .collectorFitsMemory,
    title: "A function with a collector layer has at least 256 MB of memory",
    rationale: """
      The collector runs in the function's own memory and takes 40 to 60 MB of it before the first span. With less \
      than 256 MB, little is left for the runtime and the code, and a function out of memory is stopped.
      """,
    sources: [
      "FR-026", "https://github.com/open-telemetry/opentelemetry-lambda/tree/main/collector",
      "https://docs.aws.amazon.com/lambda/latest/dg/lambda-extensions.html",
    ],
    severity: .warning,
    terraformFix: "set `memory_size` to 256 or more",
    subjects: [LambdaFunction.self],
    good: [
      Example("Memory for both") { stack in
        stack.add(
          LambdaFunction(
            "events", named: "events",
            code: .zip(
              .file("events.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: .mb(256), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "events"], logging: .json(to: "/aws/lambda/events")))
      }
    ],
    bad: [
      Counterexample("Lambda's smallest memory") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", named: "events",
            code: .zip(
              .file("events.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: .mb(128), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "events"], logging: .json(to: "/aws/lambda/events")))
        return [events.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function.hasADOTCollector else { return nil }
      let memory = try function[\.memory].known.megabytes
      guard memory < 256 else { return nil }
      return finding(
        on: function, "function '\(function.name)' has \(memory) MB for its code and the collector of its layer",
        fix: "set `memory: .mb(256)` or more on '\(function.name)'")
    }
  }
}
