import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let clientControlledSampling: RuleID = "client-controlled-sampling"
}

struct ClientControlledSampling: Rule {
  static let description = RuleDescription(
    id: .clientControlledSampling,
    title: "Unauthenticated clients cannot force sampling with the trace header",
    rationale: """
      X-Ray honors Sampled=1 in a client's trace header by design, and no sampling rule overrides it, so any client \
      can raise the bill. Signed requests, throttling, a web ACL and billing alarms limit this.
      """,
    sources: ["FR-035", "T10", "https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html"],
    severity: .note,
    terraformFix: """
      set `authorization_type` to `AWS_IAM` (of a REST API's method or an HTTP API's route `authorization`), or \
      limit the cost with throttling and an alarm on X-Ray's bill
      """,
    subjects: [FunctionURL.self, HTTPRoute.self, Stage.self],
    good: [
      Example("Requests must be signed") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/events")))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .iam))
      },
      Example("The function is not traced") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/events")))
        stack.add(FunctionURL("events", of: events.functionName, authorization: .none))
      },
      Example("The stage is not traced") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .none))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123", tracing: .passThrough))
      },
      Example("Every method requires a signature") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .iam))
        stack.add(Method("orders-preflight", .options, on: api.root, authorization: .none))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
      },
      Example("A web ACL limits the requests of each address that ask for a trace") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .none))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let asksForTrace: Value = .map([
          "byte_match_statement": .list([
            .map([
              "field_to_match": .list([.map(["single_header": .list([.map(["name": "x-amzn-trace-id"])])])]),
              "positional_constraint": "CONTAINS", "search_string": "Sampled=1",
              "text_transformation": .list([.map(["priority": 0, "type": "NONE"])]),
            ])
          ])
        ])
        let limit: Value = .map([
          "rate_based_statement": .list([
            .map(["limit": 100, "aggregate_key_type": "IP", "scope_down_statement": .list([asksForTrace])])
          ])
        ])
        func named(_ name: String) -> Value {
          .list([
            .map([
              "cloudwatch_metrics_enabled": true, "sampled_requests_enabled": true,
              "metric_name": .text(Text(name)),
            ])
          ])
        }
        let acl = stack.add(
          RawResource(
            "aws_wafv2_web_acl", "traces",
            [
              "name": "shop-traces", "scope": "REGIONAL",
              "default_action": .list([.map(["allow": .list([.map([:])])])]),
              "rule": .list([
                .map([
                  "name": "forced-traces", "priority": 0, "action": .list([.map(["block": .list([.map([:])])])]),
                  "statement": .list([limit]), "visibility_config": named("forced-traces"),
                ])
              ]), "visibility_config": named("shop-traces"),
            ]))
        stack.add(
          RawResource(
            "aws_wafv2_web_acl_association", "traces",
            ["resource_arn": .text(stage.attribute("arn")), "web_acl_arn": .text(acl.attribute("arn"))]))
      },
    ],
    bad: [
      Counterexample("Anyone may call a traced function") { stack in
        let events = stack.add(
          LambdaFunction(
            "events", code: .zip(.file("events.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/events")))
        return [stack.add(FunctionURL("events", of: events.functionName, authorization: .none)).address]
      },
      Counterexample("Anyone may call a traced stage") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Method("orders", .any, on: api.root, authorization: .none))
        return [stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123")).address]
      },
      Counterexample("Anyone may call a traced function through an HTTP API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/orders")))
        let integration = stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN))
        stack.add(HTTPRoute("find", .on(.get, "/orders"), to: integration, authorization: .iam))
        let place = stack.add(HTTPRoute("place", .on(.post, "/orders"), to: integration, authorization: .none))
        return [place.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    urls(in: stack) + stages(in: stack) + routes(in: stack)
  }

  private func urls(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    return stack.subjects(FunctionURL.self).evaluateEach { url throws(DecodingFailure) in
      func function() throws(DecodingFailure) -> Subject<LambdaFunction>? {
        try functions.function(named: url[\.function], in: url.region, argument: "function_name")
      }
      guard
        try both(url[\.authorization] == .none, function()?[\.tracing].canBe(.active) ?? false),
        let function = try function()
      else { return nil }
      return finding(
        on: url,
        """
        clients of function URL '\(url.name)' control through the trace header whether '\(function.name)' is traced
        """,
        fix: "set `authorization: .iam` on '\(url.name)', or keep the thresholds of the alarms on X-Ray's bill low",
        terraformFix: "set `authorization_type` to `AWS_IAM`, or keep the thresholds of the alarms on X-Ray's bill low")
    }
  }

  private func stages(in stack: DeclaredStack) -> RuleEvaluation {
    let open = stack.openAPIs
    let limited = stack.stagesWithLimitedTraces
    return stack.subjects(Stage.self).evaluateEach { stage throws(DecodingFailure) in
      func isOpen() throws(DecodingFailure) -> Bool {
        let api = try stage[\.api].id
        try api.expectDecided(in: "rest_api_id")
        return try open.contains(api)
      }
      guard try both(stage[\.tracing].canBe(.active), isOpen()), !limited.contains(stage.address) else { return nil }
      return finding(
        on: stage, "clients control sampling of stage '\(stage.name)' through the trace header",
        fix: """
          set `authorization:` on the methods behind '\(stage.name)', or limit the cost with throttling, a web ACL \
          on Sampled=1 and alarms on X-Ray's bill
          """,
        terraformFix: """
          set `authorization` of the stage's methods to `AWS_IAM`, or limit the cost with throttling, a web ACL on \
          Sampled=1 and alarms on X-Ray's bill
          """)
    }
  }

  /// An HTTP API records nothing itself, but the functions behind it go by the header that it hands on.
  private func routes(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    return stack.subjects(HTTPRoute.self).evaluateEach { route throws(DecodingFailure) in
      func function() throws(DecodingFailure) -> Subject<LambdaFunction>? {
        guard let target = try stack.target(of: route[\.integrationID], in: "target"),
          let integration = Subject<HTTPIntegration>(target, in: stack)
        else { return nil }
        return try functions.function(
          named: integration[\.function], in: route.region, argument: "integration_uri")
      }
      guard
        try both(route[\.authorization.kind] == "NONE", function()?[\.tracing].canBe(.active) ?? false),
        let function = try function()
      else { return nil }
      let key = (try? route[\.key].text) ?? route.name
      return finding(
        on: route,
        "clients of route '\(key)' control through the trace header whether '\(function.name)' is traced",
        fix: """
          set `authorization:` on '\(route.name)', or limit the cost with throttling and alarms on X-Ray's bill
          """,
        terraformFix: """
          set `authorization_type` to `AWS_IAM`, or limit the cost with throttling and alarms on X-Ray's bill
          """)
    }
  }
}

extension DeclaredStack {
  /// The stages with a web ACL that looks at the trace header, which WAF sees in lower case.
  fileprivate var stagesWithLimitedTraces: Set<Address> {
    let acls = Set(
      managed("aws_wafv2_web_acl").filter { $0.block.asMap.values.contains { $0.mentions("x-amzn-trace-id") } }
        .map(\.address))
    guard !acls.isEmpty else { return [] }
    func target(_ argument: String, of association: Declaration) -> Address? {
      guard case .text(let text)? = association.block[argument] else { return nil }
      return self.target(of: text)?.address
    }
    return Set(
      managed("aws_wafv2_web_acl_association").compactMap { association in
        target("web_acl_arn", of: association).map(acls.contains) == true
          ? target("resource_arn", of: association) : nil
      })
  }
}

extension Value {
  /// Whether a text in it, at whatever depth, is this word in lower or upper case.
  fileprivate func mentions(_ word: String) -> Bool {
    switch self {
    case .text(let text): text.literal?.lowercased() == word
    case .literal(let literal): literal.lowercased() == word
    case .list(let values): values.contains { $0.mentions(word) }
    case .map(let members), .literalMap(let members): members.values.contains { $0.mentions(word) }
    case .blocks(let blocks): blocks.contains { $0.asMap.values.contains { $0.mentions(word) } }
    case .json(let document): document.mentions(word)
    case .bool, .integer, .number, .address: false
    }
  }
}
