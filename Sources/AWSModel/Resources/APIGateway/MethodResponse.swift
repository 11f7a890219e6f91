public import TerraformModel

/// A response that a method may give, which an integration response needs (`aws_api_gateway_method_response`).
public struct MethodResponse: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_method_response"

  public let name: String
  public var operation: APIOperation
  /// `status_code`
  public var status: Int
  /// `response_parameters`: the headers it may carry.
  public var headers: [String]

  public init(_ name: String, of operation: APIOperation, status: Int, headers: [String] = []) {
    self.name = name
    self.operation = operation
    self.status = status
    self.headers = headers
  }

  public var api: RestAPIReference { operation.path.api }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.operation)
    table.derived(\.api) { response throws(DecodingFailure) in try response[\.operation].path.api }
    table.add(
      "status_code", \.status, .statusCode, writing: { String($0).value },
      reading: { value throws(DecodingFailure.Reason) in try Int(reading: value) })
    table.add(
      "response_parameters", \.headers, default: [],
      writing: { headers in
        let parameters = headers.map { ($0, true) }
        return headers.isEmpty
          ? nil : Dictionary(parameters, uniquingKeysWith: { first, _ in first }).value(prefix: headerPrefix)
      },
      reading: { value throws(DecodingFailure.Reason) in
        try [String: Value](reading: value, prefix: headerPrefix).keys.sorted()
      })
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html")

  static let headerPrefix = "method.response.header."
}

extension DeclaredResource<MethodResponse> {
  /// `status_code`, for the integration response that gives it.
  public var statusCode: Text { attribute("status_code") }
}

extension ValueLimit {
  static let statusCode = ValueLimit.shape("three digits") { code in
    code.utf8.count == 3 && code.utf8.allSatisfy(\.isDigit)
  }
}

extension MethodResponse: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let prefix = "method.response.header."
    let headers = try block.textMap("response_parameters").keys.sorted().map { parameter throws(DecodingFailure) in
      guard parameter.hasPrefix(prefix) else {
        throw block.error("response_parameters", .unfit("with '\(parameter)'"))
      }
      return String(parameter.dropFirst(prefix.count))
    }
    self.init(
      name, of: try APIOperation(reading: block), status: try block.integer("status_code"), headers: headers)
  }
}
