public import TerraformModel

/// The backend of a method (`aws_api_gateway_integration`).
public struct Integration: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_integration"

  public let name: String
  public var operation: APIOperation
  public var backend: Backend

  /// `type`, with the arguments that belong to it.
  public enum Backend: Hashable, Sendable {
    /// `AWS_PROXY`: the function gets the whole request and makes the whole response, CORS headers included. API Gateway
    /// waits 29 seconds unless `timeout_milliseconds` (50 to 300,000) says otherwise, and a function that takes longer runs
    /// on without an answer.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.operation)
    table.derived(\.api) { integration throws(DecodingFailure) in try integration[\.operation].path.api }
    table.add("type", \.backend.kind, .word(["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"]))
    // Lambda is invoked with POST, whatever method the client used.
    table.written("integration_http_method", .httpMethod) { $0.backend.function == nil ? nil : "POST" }
    table.add("uri", \.backend.function, .identifier)
    // More than 29 seconds take a raised quota.
    table.duration("timeout_milliseconds", \.backend.timeout, in: .milliseconds, 50...300_000)
    table.add(
      "request_templates", \.backend.mockStatus, default: .some(nil),
      writing: { $0.map { ["application/json": "{\"statusCode\": \($0)}"].value } },
      reading: { value throws(DecodingFailure.Reason) in
        let template = try [String: Text](reading: value)["application/json"]?.known ?? ""
        return Int(String(template.filter(\.isNumber))) ?? 200
      })
    table.derived(\.backend) { integration throws(DecodingFailure) in try Backend(of: integration) }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
    calls: FunctionCalling(
      ["uri"], by: "apigateway.amazonaws.com", for: .argument("rest_api_id"), unlessAs: "credentials"))
}

extension Integration.Backend {
  package var kind: String {
    switch self {
    case .function: "AWS_PROXY"
    case .mock: "MOCK"
    }
  }

  package var function: Text? {
    switch self {
    case .function(let invokeARN, _): invokeARN
    case .mock: nil
    }
  }

  package var timeout: Duration? {
    switch self {
    case .function(_, let timeout): timeout
    case .mock: nil
    }
  }

  var mockStatus: Int? {
    switch self {
    case .function: nil
    case .mock(let status): status
    }
  }

  fileprivate init(of integration: BlockView<Integration>) throws(DecodingFailure) {
    let kind = try integration[\.backend.kind]
    switch kind {
    case "AWS_PROXY":
      guard let function = try integration[\.backend.function] else {
        throw DecodingFailure(argument: "uri", reason: .missing)
      }
      self = .function(invokeARN: function, timeout: try integration[\.backend.timeout])
    case "MOCK": self = .mock(status: try integration[\.backend.mockStatus] ?? 200)
    default: throw DecodingFailure(argument: "type", reason: .unfit("'\(kind)'"))
    }
  }
}

extension Declared<Integration> {
  /// The operation of an integration response: AWS refuses one whose integration does not exist yet.
  public var operation: APIOperation { APIOperation(path: resource.operation.path, method: attribute("http_method")) }
}

extension Integration: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, of: try APIOperation(reading: block), try Backend(reading: block))
  }
}

extension Integration.Backend {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    let type = try block.string("type")
    switch type {
    case "AWS_PROXY":
      self = .function(
        invokeARN: try block.text("uri"), timeout: try block.millisecondsIfPresent("timeout_milliseconds"))
    case "MOCK":
      let template = try block.textMap("request_templates")["application/json"]?.known ?? ""
      self = .mock(status: Int(String(template.filter(\.isNumber))) ?? 200)
    default: throw block.error("type", .unfit("'\(type)'"))
    }
  }
}
