/// How what an integration answers becomes a method's response (`aws_api_gateway_integration_response`). A function's
/// proxy integration has none: the function makes the response.
public struct IntegrationResponse: PartOfAPI {
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

  public func encode(into block: inout Block) {
    operation.encode(into: &block)
    block.set("status_code", statusCode)
    if !headers.isEmpty {
      // A value in single quotes is itself; without them it would be the name of something to copy.
      block["response_parameters"] = .map(
        Dictionary(uniqueKeysWithValues: headers.map { ("method.response.header.\($0)", "'\($1)'".value) }))
    }
    if let template { block.set("response_templates", ["application/json": template]) }
  }
}

extension IntegrationResponse: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
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
