import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingNotForLambda: RuleID = "sampling-not-for-lambda"
}

struct SamplingNotForLambda: Rule {
  static let description = RuleDescription(
    id: .samplingNotForLambda,
    title: "Every traced function is invoked through a REST API, so that sampling rules apply to it",
    rationale: """
      A traced function that a topic, an event, a schedule, a URL or an HTTP API invokes samples on its own, one \
      request a second and 5 % of the rest. AWS offers no way to change that; every request is traced only if the \
      caller sends Sampled=1.
      """,
    sources: ["FR-034", "T2", "T7", "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"],
    severity: .note,
    subjects: [SamplingRule.self],
    good: [
      Example("Every request comes through the REST stage") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .everything, reservoir: 1))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      }
    ],
    bad: [
      Counterexample("A function that a schedule invokes, which is reported once") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let rule = stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .everything, reservoir: 1))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        stack.add(Schedule("ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: role))
        return [rule.address]
      },
      Counterexample("Functions that an event and an HTTP API invoke") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let rule = stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .everything, reservoir: 1))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let payment = stack.add(
          LambdaFunction(
            "payment", code: .zip(.file("payment.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/payment")))
        let created = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(EventTarget("payment", of: created, calls: .function(payment.arn)))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/orders")))
        let http = stack.add(HTTPAPI("orders"))
        stack.add(HTTPIntegration("orders", of: http.apiID, calls: orders.invokeARN))
        return [rule.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let clients = SamplingClients(stack)
    var evaluation = RuleEvaluation()
    for rule in stack.subjects(SamplingRule.self) {
      var isAsked = false
      evaluation.judge(rule.declaration) { () throws(DecodingFailure) in
        // Where nothing asks, `sampling-rule-unused` objects to every rule.
        guard !clients.isEmpty(in: rule.region) else { return [] }
        isAsked = true
        let deciders = try stack.selfSamplingFunctions()
        return deciders.first.map { [finding(on: rule, first: $0, of: deciders.count)] } ?? []
      }
      // One finding for all rules.
      if isAsked { break }
    }
    return evaluation
  }

  private func finding(on rule: Subject<SamplingRule>, first: Subject<LambdaFunction>, of count: Int) -> Finding {
    let functions =
      count == 1
      ? "function '\(first.name)', which is invoked" : "\(count) functions such as '\(first.name)', which are invoked"
    return finding(
      on: rule,
      "sampling rule '\(rule.name)' has no effect on \(functions) without a REST API",
      fix: """
        rely on the alarms on '\(first.name)' rather than on its traces, or send Sampled=1 with the requests that \
        have to be traced
        """,
      notes: [Finding.Note(at: first.location, "function '\(first.name)' is declared here")])
  }
}

extension DeclaredStack {
  /// Traced functions with a caller that does not decide, in the order of declaration.
  ///
  /// - Throws: Where none is known, and one may be there.
  fileprivate func selfSamplingFunctions() throws(DecodingFailure) -> [Subject<LambdaFunction>] {
    var called = functionsCalledByEvents
    for url in subjects(FunctionURL.self) {
      called.record(url.declaration) { () throws(DecodingFailure) in
        try target(of: url[\.function], in: "function_name").map { [($0.address, ())] } ?? []
      }
    }
    // An HTTP API hands the header on and asks no rule.
    for integration in subjects(HTTPIntegration.self) {
      called.record(integration.declaration) { () throws(DecodingFailure) in
        try target(of: integration[\.function], in: "integration_uri").map { [($0.address, ())] } ?? []
      }
    }
    var unclear: DecodingFailure?
    let deciders = subjects(LambdaFunction.self).filter { function in
      do throws(DecodingFailure) {
        return try both(called.contains(function.address), function[\.tracing].canBe(.active))
      } catch {
        unclear = unclear ?? error.asEvidence(function.declaration)
        return false
      }
    }
    if deciders.isEmpty, let unclear { throw unclear }
    return deciders
  }
}
