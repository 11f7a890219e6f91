/// A response that a method may give, without which an integration cannot (`aws_api_gateway_method_response`).
public struct MethodResponse: PartOfAPI {
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

  public func encode(into block: inout Block) {
    operation.encode(into: &block)
    block.set("status_code", String(status))
    guard !headers.isEmpty else { return }
    block["response_parameters"] = .map(
      Dictionary(headers.map { ("method.response.header.\($0)", true) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension Declared<MethodResponse> {
  /// `status_code`, for the integration response that gives it.
  public var statusCode: Text { attribute("status_code") }
}

extension MethodResponse: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let prefix = "method.response.header."
    let headers = try block.textMap("response_parameters").keys.sorted().map { parameter throws(Unreadable) in
      guard parameter.hasPrefix(prefix) else {
        throw block.error("response_parameters", .unfit("with '\(parameter)'"))
      }
      return String(parameter.dropFirst(prefix.count))
    }
    self.init(
      name, of: try APIOperation(reading: block), status: try block.integer("status_code"), headers: headers)
  }
}
