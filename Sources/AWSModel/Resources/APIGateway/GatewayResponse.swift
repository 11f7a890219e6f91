public import TerraformModel

/// The answer that API Gateway gives itself, to a request it refused or where the backend failed
/// (`aws_api_gateway_gateway_response`). The backend adds no CORS headers to it, so without these a browser hides the
/// error.
public struct GatewayResponse: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_gateway_response"

  public let name: String
  public var api: RestAPIReference
  /// `response_type`
  public var responseType: ResponseType
  /// `response_parameters`: headers by name.
  public var headers: [String: HeaderValue]

  /// `response_type`: those that all others fall back to.
  public enum ResponseType: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    /// Throttled, unauthorized, no such path, and the like.
    case default4XX = "DEFAULT_4XX"
    /// The integration failed, took too long, or answered nonsense.
    case default5XX = "DEFAULT_5XX"
  }

  /// Where the value of a header comes from.
  public enum HeaderValue: Hashable, Sendable {
    case fixed(String)
    /// The value of this header of the request.
    case requestHeader(String)
  }

  public init(_ name: String, of api: RestAPIReference, on responseType: ResponseType, headers: [String: HeaderValue]) {
    self.name = name
    self.api = api
    self.responseType = responseType
    self.headers = headers
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.add("response_type", \.responseType)
    table.add(
      "response_parameters", \.headers, default: [:],
      writing: { $0.isEmpty ? nil : $0.value(prefix: "gatewayresponse.header.") },
      reading: { value throws(DecodingFailure.Reason) in
        try [String: HeaderValue](reading: value, prefix: "gatewayresponse.header.")
      })
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html")
}

extension GatewayResponse.HeaderValue: ArgumentCodable {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    guard let read = Self(reading: try String(reading: value)) else { throw value.unfit }
    self = read
  }

  public var value: Value {
    switch self {
    case .fixed(let value): "'\(value)'".value
    case .requestHeader(let name): "method.request.header.\(name)".value
    }
  }
}

extension GatewayResponse: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let prefix = "gatewayresponse.header."
    var headers: [String: HeaderValue] = [:]
    for (parameter, value) in try block.textMap("response_parameters") {
      guard parameter.hasPrefix(prefix), let value = value.known.flatMap({ HeaderValue(reading: $0) }) else {
        throw block.error("response_parameters", .unfit("with '\(parameter)'"))
      }
      headers[String(parameter.dropFirst(prefix.count))] = value
    }
    self.init(
      name, of: try RestAPIReference(reading: block), on: try block.word("response_type"), headers: headers)
  }
}

extension GatewayResponse.HeaderValue {
  fileprivate init?(reading value: String) {
    let request = "method.request.header."
    if value.hasPrefix("'"), value.hasSuffix("'"), value.utf8.count > 1 {
      self = .fixed(String(value.dropFirst().dropLast()))
    } else if value.hasPrefix(request) {
      self = .requestHeader(String(value.dropFirst(request.count)))
    } else {
      return nil
    }
  }
}
