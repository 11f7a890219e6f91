/// What a method calls (`aws_api_gateway_integration`).
public struct Integration: PartOfAPI {
  public static let type = "aws_api_gateway_integration"

  public let name: String
  public var operation: APIOperation
  public var backend: Backend

  /// `type`, with the arguments that belong to it.
  public enum Backend: Hashable, Sendable {
    /// `AWS_PROXY`: the function gets the whole request and makes the whole response, CORS headers included. API Gateway
    /// waits 29 seconds unless told less, and a function that takes longer goes on unheard.
    case function(invokeARN: Text, timeout: Duration? = nil)
    /// `MOCK`: API Gateway answers by itself, with this status.
    case mock(status: Int)
  }

  public init(_ name: String, of operation: APIOperation, _ backend: Backend) {
    self.name = name
    self.operation = operation
    self.backend = backend
  }

  public var api: RestAPIReference { operation.path.api }

  public func encode(into block: inout Block) {
    operation.encode(into: &block)
    switch backend {
    case .function(let invokeARN, let timeout):
      block.set("type", "AWS_PROXY")
      // Lambda is invoked with POST, whatever method the client used.
      block.set("integration_http_method", "POST")
      block.set("uri", invokeARN)
      if let timeout { block.set("timeout_milliseconds", Int(nearest: timeout.milliseconds)) }
    case .mock(let status):
      block.set("type", "MOCK")
      block.set("request_templates", ["application/json": "{\"statusCode\": \(status)}"])
    }
  }
}

extension Declared<Integration> {
  /// What an integration response is for: AWS refuses one whose integration does not exist yet.
  public var operation: APIOperation { APIOperation(path: resource.operation.path, method: attribute("http_method")) }
}

extension Integration: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try APIOperation(reading: block), try Backend(reading: block))
  }
}

extension Integration.Backend {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let type = try block.string("type")
    switch type {
    case "AWS_PROXY":
      self = .function(invokeARN: try block.text("uri"), timeout: try block.millisecondsIfAny("timeout_milliseconds"))
    case "MOCK":
      let template = try block.textMap("request_templates")["application/json"]?.known ?? ""
      self = .mock(status: Int(String(template.filter(\.isNumber))) ?? 200)
    default: throw block.error("type", .unfit("'\(type)'"))
    }
  }
}
