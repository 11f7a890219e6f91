public import TerraformModel

/// A REST API of API Gateway (`aws_api_gateway_rest_api`): the kind that X-Ray traces. An HTTP API cannot be traced.
public struct RestAPI: ResourceModel {
  public static let type = "aws_api_gateway_rest_api"

  public let name: String
  public var physicalName: PhysicalName
  /// `endpoint_configuration`
  public var endpoint: Endpoint
  public var description: String?

  /// `endpoint_configuration.types`: where requests come in.
  public enum Endpoint: Hashable, Sendable {
    /// In the API's own region.
    case regional
    /// At CloudFront's edges. AWS then answers with a certificate of us-east-1.
    case edge
    /// From inside VPCs alone, through these interface endpoints: `vpc_endpoint_ids`.
    case `private`(through: [Text])
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, endpoint: Endpoint = .regional,
    description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.endpoint = endpoint
    self.description = description
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("description", \.description)
    table.add("endpoint_configuration.types", \.endpoint.types, .word(["REGIONAL", "EDGE", "PRIVATE"]))
    table.add("endpoint_configuration.vpc_endpoint_ids", \.endpoint.vpcEndpoints)
    table.derived(\.endpoint) { api throws(DecodingFailure) in try Endpoint(of: api) }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
    // AWS takes one name twice, but the metrics go by name, so two such APIs would be counted as one.
    name: NamingRule(length: 1...128, characters: .printable), identifiedBy: ["arn", "id", "execution_arn"],
    iamPrefix: "apigateway", dimension: NamedDimension("ApiName", attributes: ["name"]),
    metrics: APIGatewayMetrics.namespace)
}

extension RestAPI.Endpoint {
  var types: [String] {
    switch self {
    case .regional: ["REGIONAL"]
    case .edge: ["EDGE"]
    case .private: ["PRIVATE"]
    }
  }

  var vpcEndpoints: [Text]? {
    switch self {
    case .regional, .edge: nil
    case .private(let endpoints): endpoints
    }
  }

  fileprivate init(of api: BlockView<RestAPI>) throws(DecodingFailure) {
    // Without the block: AWS's default.
    let types = try api.isSet("endpoint_configuration") ? api[\.endpoint.types] : ["EDGE"]
    switch types {
    case ["REGIONAL"]: self = .regional
    case ["EDGE"]: self = .edge
    case ["PRIVATE"]: self = .private(through: try api[\.endpoint.vpcEndpoints] ?? [])
    default:
      throw DecodingFailure(
        argument: "endpoint_configuration.types", reason: .unfit("'\(types.joined(separator: " "))'"))
    }
  }
}

extension DeclaredResource<RestAPI> {
  /// What the parts of the API refer to.
  public var reference: RestAPIReference { RestAPIReference(id: attribute("id"), name: attribute("name")) }
  /// `/`
  public var root: APIPath { APIPath(api: reference, resourceID: attribute("root_resource_id")) }
  /// The start of the source ARN of a function's permission, as in `"\(api.executionARN)/*/*"`: stage, method and path
  /// follow.
  public var executionARN: Text { attribute("execution_arn") }
}

extension RestAPIReference {
  /// A block has the id; the name is an attribute of the same API, where that is declared.
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(try block.text("rest_api_id"))
  }

  init(_ id: Text) {
    let references = id.references
    guard id.partCount == 1, let reference = references.first, references.count == 1 else {
      self.init(id: id, name: Text(.knownAfterApply(reading: [])))
      return
    }
    self.init(id: id, name: Text(Reference(address: reference.address, attribute: "name", stack: reference.stack)))
  }
}

extension RestAPI: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name, endpoint: try block.nested("endpoint_configuration").map(Endpoint.init(reading:)) ?? .edge,
      description: try block.stringIfPresent("description"))
  }
}

extension RestAPI.Endpoint {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    let types = try block.strings("types")
    switch types {
    case ["REGIONAL"]: self = .regional
    case ["EDGE"]: self = .edge
    case ["PRIVATE"]: self = .private(through: try block.texts("vpc_endpoint_ids"))
    default: throw block.error("types", .unfit("'\(types.joined(separator: " "))'"))
    }
  }
}
