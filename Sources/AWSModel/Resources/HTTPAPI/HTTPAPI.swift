public import TerraformModel

/// An HTTP API of API Gateway (`aws_apigatewayv2_api` with `protocol_type` `HTTP`): cheaper and simpler than a `RestAPI`.
///
/// X-Ray does not trace it. It passes the trace header on but records nothing itself, and no argument changes that: a trace
/// begins at the function behind it. Use a `RestAPI` where the first hop has to be on the map.
public struct HTTPAPI: ResourceModel {
  public static let type = "aws_apigatewayv2_api"

  public let name: String
  public var physicalName: PhysicalName
  /// `cors_configuration`. API Gateway then answers preflight requests itself and replaces the CORS headers that functions
  /// send. Without it pages of other origins cannot call, unless the functions answer with CORS headers.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.constant("protocol_type", "HTTP", .word(["HTTP", "WEBSOCKET"]))
    table.add("description", \.description)
    table.block("cors_configuration", \.cors)
    table.constraint(
      "allows credentials from any origin, which browsers reject",
      fix: "name the origins, or remove `allow_credentials`"
    ) { api in
      api.blocks("cors_configuration").allSatisfy {
        !$0.isTrue("allow_credentials") || !$0.texts("allow_origins").contains("*")
      }
    }
    table.constraint("is a WebSocket API with CORS, which only HTTP APIs support", fix: "remove `cors_configuration`") {
      api in
      api.text("protocol_type") != "WEBSOCKET" || api.count("cors_configuration") == 0
    }
    table.constraint("is a WebSocket API without a route selection expression", fix: "set `route_selection_expression`")
    {
      api in
      api.text("protocol_type") != "WEBSOCKET" || api.has("route_selection_expression")
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html",
    name: NamingRule(length: 1...128, characters: .printable), identifiedBy: ["arn", "id", "execution_arn"],
    iamPrefix: "apigateway", dimension: NamedDimension("ApiId", attributes: ["id"]),
    metrics: APIGatewayMetrics.namespace)
}

extension DeclaredResource<HTTPAPI> {
  /// `api_id` of the parts of the API.
  public var apiID: Text { attribute("id") }
  /// `api_endpoint`: `https://….execute-api.<region>.amazonaws.com`, where the stage `$default` can be called.
  public var endpoint: Text { attribute("api_endpoint") }
  /// The start of the source ARN of a function's permission, as in `"\(api.executionARN)/*/*"`: stage, method and path
  /// follow.
  public var executionARN: Text { attribute("execution_arn") }
}

extension HTTPAPI: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let kind = try block.string("protocol_type")
    guard kind == "HTTP" else { throw block.error("protocol_type", .unfit("'\(kind)'")) }
    let cors = try block.nested("cors_configuration")
    self.init(
      name, cors: try cors.map { cors throws(DecodingFailure) in try CORS(reading: BlockView(cors)) },
      description: try block.stringIfPresent("description"))
  }
}
