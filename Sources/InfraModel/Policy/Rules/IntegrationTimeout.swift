extension RuleID {
  public static let integrationTimeout: RuleID = "integration-timeout"
}

struct IntegrationTimeout: Rule {
  static let description = RuleDescription(
    id: .integrationTimeout,
    title: "A function behind an API answers before the API stops waiting",
    rationale: """
      A REST API waits 29 seconds unless told otherwise, and an HTTP API 30 at most. Then the caller gets an error, while \
      the function goes on, is paid for, and counts as no error of its own.
      """,
    sources: ["T32", "aws-facts 1.17"],
    severity: .warning,
    subjects: [HTTPIntegration.self, Integration.self],
    good: [
      Example("The function gives up first") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(LambdaFunction.example(timeout: .seconds(29)))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(Integration("shop", of: method.operation, .function(invokeARN: function.invokeARN)))
      },
      Example("The account may let a REST API wait longer, and this one does") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(LambdaFunction.example(timeout: .seconds(60)))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(
          Integration(
            "shop", of: method.operation, .function(invokeARN: function.invokeARN, timeout: .seconds(60))))
      },
      Example("Nobody waits for a function that an event calls") { stack in
        let function = stack.add(LambdaFunction.example(timeout: .seconds(900)))
        stack.add(EventTarget("shop", of: stack.add(EventRule.example), calls: .function(function.arn)))
      },
    ],
    bad: [
      Counterexample("Half a minute behind a REST API") { stack in
        let api = stack.add(RestAPI("shop"))
        let function = stack.add(LambdaFunction.example(timeout: .seconds(30)))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(Integration("shop", of: method.operation, .function(invokeARN: function.invokeARN)))
        return [function.address]
      },
      Counterexample("A minute behind an HTTP API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(LambdaFunction.example(timeout: .seconds(60)))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
        return [function.address]
      },
      Counterexample("The integration was given less time than the function") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let function = stack.add(LambdaFunction.example(timeout: .seconds(10)))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN, timeout: .seconds(5)))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    var shortest: [Address: Wait] = [:]
    var called: [Subject<LambdaFunction>] = []
    for wait in waits(in: stack) {
      guard let function = functions.function(named: wait.function, in: wait.integration.region) else { continue }
      guard let known = shortest[function.address] else {
        called.append(function)
        shortest[function.address] = wait
        continue
      }
      if wait.time < known.time { shortest[function.address] = wait }
    }
    return called.evaluateEach { function throws(Unreadable) in
      guard let wait = shortest[function.address] else { return nil }
      let timeout = try function[\.timeout].known
      return timeout > wait.time ? finding(on: function, of: timeout, behind: wait) : nil
    }
  }

  private func finding(on function: Subject<LambdaFunction>, of timeout: Duration, behind wait: Wait) -> Finding {
    let integration = wait.integration.resource.name
    return finding(
      on: function,
      "function '\(function.name)' may run for \(timeout.words), and integration '\(integration)' waits "
        + wait.time.words,
      fix: """
        set `timeout: .seconds(\(wait.time.wholeSeconds))` on '\(function.name)' or less, or answer at once and let an \
        event or a queue have the work done
        """,
      notes: [Finding.Note(at: wait.integration.location, "integration '\(integration)' calls it here")])
  }

  private func waits(in stack: DeclaredStack) -> [Wait] {
    let rest = stack.declared(Integration.self).compactMap { integration -> Wait? in
      guard case .function(let function, let timeout) = integration.backend else { return nil }
      return Wait(function: function, time: timeout ?? .seconds(29), integration: integration.declaration)
    }
    let http = stack.declared(HTTPIntegration.self).map { integration in
      Wait(function: integration.function, time: integration.timeout, integration: integration.declaration)
    }
    return rest + http
  }
}

/// How long an API waits for a function.
private struct Wait {
  let function: Text
  let time: Duration
  let integration: Declaration
}
