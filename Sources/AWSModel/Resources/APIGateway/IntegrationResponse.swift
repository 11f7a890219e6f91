public import TerraformModel

/// How an integration's answer becomes a method's response (`aws_api_gateway_integration_response`). A function's proxy
/// integration has none: the function makes the response.
public struct IntegrationResponse: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_integration_response"

  public let name: String
  public var operation: APIOperation
  /// `status_code`
  public var statusCode: Text
  /// `response_parameters`: headers and their values, each of which the method response has to name.
  public var headers: [String: String]
  /// `response_templates` for JSON, in Velocity.
  public var template: String?

  /// - `integration`: The declared integration's `operation`.
  /// - `statusCode`: The declared method response's `statusCode`.
  public init(
    _ name: String, of integration: APIOperation, statusCode: Text, headers: [String: String] = [:],
    template: String? = nil
  ) {
    self.name = name
    self.operation = integration
    self.statusCode = statusCode
    self.headers = headers
    self.template = template
  }

  public var api: RestAPIReference { operation.path.api }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.operation)
    table.derived(\.api) { response throws(DecodingFailure) in try response[\.operation].path.api }
    table.add("status_code", \.statusCode, .statusCode)
    // A value in single quotes is a literal; without them it names a value to copy.
    table.add(
      "response_parameters", \.headers, default: [:],
      writing: { $0.isEmpty ? nil : $0.mapValues { "'\($0)'" }.value(prefix: MethodResponse.headerPrefix) },
      reading: { value throws(DecodingFailure.Reason) in
        try [String: QuotedText](reading: value, prefix: MethodResponse.headerPrefix).mapValues(\.text)
      })
    table.add(
      "response_templates", \.template, default: .some(nil),
      writing: { $0.map { ["application/json": $0].value } },
      reading: { value throws(DecodingFailure.Reason) in try [String: Text](reading: value)["application/json"]?.known }
    )
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html")
}

/// A literal in single quotes.
private struct QuotedText: ArgumentCodable {
  let text: String
  var value: Value { "'\(text)'".value }

  init(reading value: Value) throws(DecodingFailure.Reason) {
    let quoted = try String(reading: value)
    guard quoted.hasPrefix("'"), quoted.hasSuffix("'"), quoted.utf8.count > 1 else { throw value.unfit }
    text = String(quoted.dropFirst().dropLast())
  }
}

extension IntegrationResponse: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let prefix = "method.response.header."
    var headers: [String: String] = [:]
    for (parameter, value) in try block.textMap("response_parameters") {
      guard parameter.hasPrefix(prefix), let known = value.known, known.hasPrefix("'"), known.hasSuffix("'"),
        known.utf8.count > 1
      else { throw block.error("response_parameters", .unfit("with '\(parameter)'")) }
      headers[String(parameter.dropFirst(prefix.count))] = String(known.dropFirst().dropLast())
    }
    self.init(
      name, of: try APIOperation(reading: block), statusCode: try block.text("status_code"), headers: headers,
      template: try block.textMap("response_templates")["application/json"]?.known)
  }
}
