/// One more segment of a path in a REST API (`aws_api_gateway_resource`).
public struct APIResource: PartOfAPI {
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

  public func encode(into block: inout Block) {
    block.set("rest_api_id", parent.api.id)
    block.set("parent_id", parent.resourceID)
    block.set("path_part", segment)
  }
}

extension Declared<APIResource> {
  public var path: APIPath { APIPath(api: resource.parent.api, resourceID: attribute("id")) }
}

extension APIResource: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let parent = APIPath(api: try RestAPIReference(reading: block), resourceID: try block.text("parent_id"))
    self.init(name, try block.string("path_part"), under: parent)
  }
}
