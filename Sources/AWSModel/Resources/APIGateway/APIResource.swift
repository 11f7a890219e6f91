public import TerraformModel

/// One more segment of a path in a REST API (`aws_api_gateway_resource`).
public struct APIResource: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_resource"

  public let name: String
  /// `rest_api_id` and `parent_id`
  public var parent: APIPath
  /// `path_part`: a word, `{parameter}`, or `{parameter+}` for all that follows.
  public var segment: String

  public init(_ name: String, _ segment: String, under parent: APIPath) {
    self.name = name
    self.parent = parent
    self.segment = segment
  }

  public var api: RestAPIReference { parent.api }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("rest_api_id", \.parent.api.id, .identifier)
    table.add("parent_id", \.parent.resourceID, .identifier)
    table.derived(\.parent) { part throws(DecodingFailure) in
      APIPath(api: RestAPIReference(try part[\.parent.api.id]), resourceID: try part[\.parent.resourceID])
    }
    table.derived(\.api) { part throws(DecodingFailure) in RestAPIReference(try part[\.parent.api.id]) }
    table.add(
      "path_part", \.segment, .shape("a segment of a path") { !$0.isEmpty && !$0.contains { " /?#".contains($0) } })
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html")
}

extension Declared<APIResource> {
  public var path: APIPath { APIPath(api: resource.parent.api, resourceID: attribute("id")) }
}

extension APIResource: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let parent = APIPath(api: try RestAPIReference(reading: block), resourceID: try block.text("parent_id"))
    self.init(name, try block.string("path_part"), under: parent)
  }
}
