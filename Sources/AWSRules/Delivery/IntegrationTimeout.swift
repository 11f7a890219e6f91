import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let integrationTimeout: RuleID = "integration-timeout"
}

struct IntegrationTimeout: Rule {
  static let description = RuleDescription(
    id: .integrationTimeout,
    title: "A function behind an API answers before the integration times out",
    rationale: """
      A REST API waits 29 seconds by default, and an HTTP API 30 at most. After that the client gets an error, \
      while the function continues, costs money, and reports no error.
      """,
    sources: ["T32", "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"],
    severity: .warning,
    terraformFix: """
      set `timeout` of the function to at most the timeout of the integration, or answer immediately and do the \
      work asynchronously
      """,
    subjects: [HTTPIntegration.self, Integration.self],
    good: [
      Example("The function's timeout is shorter") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(29),
            logging: .json(to: "/aws/lambda/ingest")))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(Integration("shop", of: method.operation, .function(invokeARN: function.invokeARN)))
      },
      Example("A REST API with a raised integration timeout") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(60),
            logging: .json(to: "/aws/lambda/ingest")))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(
          Integration(
            "shop", of: method.operation, .function(invokeARN: function.invokeARN, timeout: .seconds(60))))
      },
      Example("No caller waits for a function that an event calls") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(900),
            logging: .json(to: "/aws/lambda/ingest")))
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("shop", of: rule, calls: .function(function.arn)))
      },
    ],
    bad: [
      Counterexample("A timeout of half a minute behind a REST API") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(Integration("shop", of: method.operation, .function(invokeARN: function.invokeARN)))
        return [function.address]
      },
      Counterexample("A timeout of a minute behind an HTTP API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(60),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
        return [function.address]
      },
      Counterexample("An integration timeout below the function's timeout") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(10),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN, timeout: .seconds(5)))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    let functions = FunctionIndex(stack)
    var waits = Evidence<Address, Wait>()
    var called: [Subject<LambdaFunction>] = []
    func add<Model>(
      _ integration: Subject<Model>, _ function: () throws(DecodingFailure) -> Text?,
      _ time: () throws(DecodingFailure) -> Duration
    ) {
      // An integration of which the function is unknown is unknown itself.
      evaluation.judge(integration.declaration) { () throws(DecodingFailure) in
        guard let text = try function(),
          let function = try functions.function(named: text, in: integration.region, argument: "uri")
        else { return [] }
        if !called.contains(where: { $0.address == function.address }) { called.append(function) }
        waits.record(
          integration.declaration, about: { () throws(DecodingFailure) in function.address },
          { () throws(DecodingFailure) in Wait(time: try time(), integration: integration.declaration) })
        return []
      }
    }
    for integration in stack.subjects(Integration.self) {
      add(
        integration,
        { () throws(DecodingFailure) in
          try integration[\.backend.kind] == "AWS_PROXY" ? try integration[\.backend.function] : nil
        }, { () throws(DecodingFailure) in try integration[\.backend.timeout] ?? .seconds(29) })
    }
    for integration in stack.subjects(HTTPIntegration.self) {
      add(
        integration, { () throws(DecodingFailure) in try integration[\.function] },
        { () throws(DecodingFailure) in try integration[\.timeout] })
    }
    return evaluation
      + called.evaluateEach { function throws(DecodingFailure) in
        let timeout = try function[\.timeout].known
        let shortest = waits[function.address].min { $0.time < $1.time }
        if let shortest, timeout > shortest.time { return finding(on: function, of: timeout, behind: shortest) }
        _ = try waits.all(for: function.address)
        return nil
      }
  }

  private func finding(on function: Subject<LambdaFunction>, of timeout: Duration, behind wait: Wait) -> Finding {
    let integration = wait.integration.resource.name
    return finding(
      on: function,
      "function '\(function.name)' may run for \(timeout.words), but integration '\(integration)' waits only "
        + wait.time.words,
      fix: """
        set `timeout: .seconds(\(wait.time.wholeSeconds))` or less on '\(function.name)', or answer immediately and do \
        the work asynchronously
        """,
      terraformFix: """
        set `timeout` of '\(function.name)' to \(wait.time.wholeSeconds) or less, or answer immediately and do the work \
        asynchronously
        """,
      notes: [Finding.Note(at: wait.integration.location, "integration '\(integration)' calls it here")])
  }
}

/// How long an API waits for a function.
private struct Wait: Sendable {
  let time: Duration
  let integration: Declaration
}
