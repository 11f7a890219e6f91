/// A REST API of API Gateway (`aws_api_gateway_rest_api`): the kind that X-Ray traces. An HTTP API cannot be traced at
/// all (T1).
public struct RestAPI: Resource {
  public static let type = "aws_api_gateway_rest_api"
  /// AWS takes one name twice, but its metrics go by name, so two such APIs would be counted as one.
  public static let namingRule: NamingRule? = NamingRule(length: 1...128, characters: .printable)

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

  public func encode(into block: inout Block) {
    block.set("description", description)
    block.nest("endpoint_configuration") { block in
      switch endpoint {
      case .regional: block.set("types", ["REGIONAL"])
      case .edge: block.set("types", ["EDGE"])
      case .private(let endpoints):
        block.set("types", ["PRIVATE"])
        block.set("vpc_endpoint_ids", endpoints)
      }
    }
  }
}

extension Declared<RestAPI> {
  /// What the parts of the API are given.
  public var reference: RestAPIReference { RestAPIReference(id: attribute("id"), name: attribute("name")) }
  /// `/`
  public var root: APIPath { APIPath(api: reference, resourceID: attribute("root_resource_id")) }
  /// The start of what a function lets in, as in `"\(api.executionARN)/*/*"`: stage, method and path follow.
  public var executionARN: Text { attribute("execution_arn") }
}

extension RestAPIReference {
  /// A block has the id; the name is an attribute of the same API, where that is declared.
  init(reading block: BlockReader) throws(Unreadable) {
    let id = try block.text("rest_api_id")
    let references = id.references
    guard id.partCount == 1, let reference = references.first, references.count == 1 else {
      self.init(id: id, name: Text(.knownAfterApply(reading: [])))
      return
    }
    self.init(id: id, name: Text(Reference(address: reference.address, attribute: "name", stack: reference.stack)))
  }
}

extension RestAPI: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, endpoint: try block.nested("endpoint_configuration").map(Endpoint.init(reading:)) ?? .edge,
      description: try block.stringIfAny("description"))
  }
}

extension RestAPI.Endpoint {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let types = try block.strings("types")
    switch types {
    case ["REGIONAL"]: self = .regional
    case ["EDGE"]: self = .edge
    case ["PRIVATE"]: self = .private(through: try block.texts("vpc_endpoint_ids"))
    default: throw block.error("types", .unfit("'\(types.joined(separator: " "))'"))
    }
  }
}
