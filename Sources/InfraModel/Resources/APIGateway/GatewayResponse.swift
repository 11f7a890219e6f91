/// What API Gateway says when it answers by itself (`aws_api_gateway_gateway_response`): a request it refused, or a
/// backend that failed. The backend is not asked, so it cannot add CORS headers, and a browser hides the error.
public struct GatewayResponse: PartOfAPI {
  public static let type = "aws_api_gateway_gateway_response"

  public let name: String
  public var api: RestAPIReference
  /// `response_type`
  public var occasion: Occasion
  /// `response_parameters`: headers by name.
  public var headers: [String: HeaderValue]

  /// `response_type`: those that all others fall back to.
  public enum Occasion: String, Hashable, Sendable, CaseIterable, ArgumentValue {
    /// Throttled, unauthorized, no such path, and the like.
    case default4XX = "DEFAULT_4XX"
    /// The integration failed, took too long, or answered nonsense.
    case default5XX = "DEFAULT_5XX"
  }

  /// Where the value of a header comes from.
  public enum HeaderValue: Hashable, Sendable {
    case fixed(String)
    /// What the request said in this header.
    case requestHeader(String)
  }

  public init(_ name: String, of api: RestAPIReference, on occasion: Occasion, headers: [String: HeaderValue]) {
    self.name = name
    self.api = api
    self.occasion = occasion
    self.headers = headers
  }

  public func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    block.set("response_type", occasion)
    guard !headers.isEmpty else { return }
    block["response_parameters"] = .map(
      Dictionary(uniqueKeysWithValues: headers.map { ("gatewayresponse.header.\($0)", $1.value) }))
  }
}

extension GatewayResponse.HeaderValue: ArgumentValue {
  public var value: Value {
    switch self {
    case .fixed(let value): "'\(value)'".value
    case .requestHeader(let name): "method.request.header.\(name)".value
    }
  }
}

extension GatewayResponse: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
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
