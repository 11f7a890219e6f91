/// An HTTP API of API Gateway (`aws_apigatewayv2_api` with `protocol_type` `HTTP`): cheaper and simpler than a `RestAPI`.
///
/// X-Ray does not know it. It hands the trace header on, but records nothing itself, and there is no argument that would
/// change that (T1): a trace begins at the function behind it. Take a `RestAPI` where the first hop has to be on the map.
public struct HTTPAPI: Resource {
  public static let type = "aws_apigatewayv2_api"
  public static let namingRule: NamingRule? = NamingRule(length: 1...128, characters: .printable)

  public let name: String
  public var physicalName: PhysicalName
  /// `cors_configuration`. API Gateway then answers preflight requests itself, and takes CORS headers that functions send
  /// for its own. Without it no page of another origin gets in, unless the functions see to that.
  public var cors: CORS?
  public var description: String?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, cors: CORS? = nil, description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.cors = cors
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("protocol_type", "HTTP")
    block.set("description", description)
    if let cors {
      block.nest("cors_configuration") { cors.encode(into: &$0) }
    }
  }
}

extension Declared<HTTPAPI> {
  /// `api_id`: what the parts of the API are given.
  public var apiID: Text { attribute("id") }
  /// The start of what a function lets in, as in `"\(api.executionARN)/*/*"`: stage, method and path follow.
  public var executionARN: Text { attribute("execution_arn") }
}

extension HTTPAPI: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let kind = try block.string("protocol_type")
    guard kind == "HTTP" else { throw block.error("protocol_type", .unfit("'\(kind)'")) }
    let cors = try block.nested("cors_configuration")
    self.init(
      name, cors: try cors.map { cors throws(Unreadable) in try CORS(reading: cors) },
      description: try block.stringIfAny("description"))
  }
}
