import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaIntegrationMethod: RuleID = "lambda-integration-method"
}

struct LambdaIntegrationMethod: Rule {
  static let description = RuleDescription(
    id: .lambdaIntegrationMethod,
    title: "API Gateway integrations invoke functions with POST, whatever the method of the request",
    rationale: """
      Lambda's Invoke API requires POST. With any other `integration_http_method` the call fails, and the API \
      answers each request with 500.
      """,
    sources: ["https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html"],
    subjects: [Integration.self, HTTPIntegration.self, RawResource.self],
    reads: [
      .arguments("integration_http_method", "type", "uri", of: Integration.self),
      .arguments("integration_method", "integration_type", "integration_uri", of: HTTPIntegration.self),
    ],
    good: [
      Example("The models set POST") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN))
      },
      Example("Another backend accepts other methods") { stack in
        stack.add(
          RawResource(
            "aws_api_gateway_integration", "shop",
            ["type": "HTTP_PROXY", "integration_http_method": "GET", "uri": "https://shop.example.com/"]))
      },
    ],
    bad: [
      Counterexample("A GET request that is passed on with GET") { stack in
        let api = stack.add(RestAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        let method = stack.add(Method("orders", .get, on: api.root, authorization: .iam))
        let integration = stack.add(
          Integration("orders", of: method.operation, .function(invokeARN: orders.invokeARN)),
          with: ["integration_http_method": "GET"])
        return [integration.address]
      },
      Counterexample("An HTTP API with the function's ARN as text") { stack in
        let integration = stack.add(
          RawResource(
            "aws_apigatewayv2_integration", "orders",
            [
              "integration_type": "AWS_PROXY", "integration_method": "ANY",
              "integration_uri": "arn:aws:lambda:us-east-1:123456789012:function:orders",
            ]))
        return [integration.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    places.flatMap { place in
      stack.managed(place.type).compactMap { integration -> Finding? in
        guard let method = integration.block[place.method]?.text(in: stack), method != "POST",
          ["AWS", "AWS_PROXY"].contains(integration.block[place.kind]?.text(in: stack)),
          case .text(let uri)? = integration.block[place.uri], uri.callsLambda(in: stack)
        else { return nil }
        let name = integration.resource.name
        return finding(
          on: integration, "integration '\(name)' invokes a function with '\(method)'; Lambda accepts only 'POST'",
          fix: "set `\(place.method)` of '\(name)' to `POST`")
      }
    }
  }
}

/// Where an integration says whom it calls, and by what method.
private let places: [(type: String, kind: String, uri: String, method: String)] = [
  (Integration.type, "type", "uri", "integration_http_method"),
  (HTTPIntegration.type, "integration_type", "integration_uri", "integration_method"),
]

extension Text {
  /// Whether it is a function's ARN, or the one by which API Gateway invokes it.
  fileprivate func callsLambda(in stack: DeclaredStack) -> Bool {
    if references.contains(where: { [LambdaFunction.type, LambdaAlias.type].contains($0.address.type) }) {
      return true
    }
    return stack.resolved(self).map { $0.contains(":lambda:path/") || $0.contains(":function:") } ?? false
  }
}
