/// A REST API as its parts know it.
public struct RestAPIReference: Hashable, Sendable {
  /// `rest_api_id`
  public var id: Text
  /// What CloudWatch and X-Ray know it by.
  public var name: Text

  public init(id: Text, name: Text) {
    self.id = id
    self.name = name
  }
}

/// A path of a REST API: `rest_api_id` and `resource_id`, which only fit each other.
public struct APIPath: Hashable, Sendable {
  public var api: RestAPIReference
  /// `resource_id`
  public var resourceID: Text

  public init(api: RestAPIReference, resourceID: Text) {
    self.api = api
    self.resourceID = resourceID
  }

  func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    block.set("resource_id", resourceID)
  }
}

/// A method on a path: `rest_api_id`, `resource_id` and `http_method`. Taken from what has to exist first, it makes
/// terraform keep the order.
public struct APIOperation: Hashable, Sendable {
  public var path: APIPath
  /// `http_method`
  public var method: Text

  public init(path: APIPath, method: Text) {
    self.path = path
    self.method = method
  }

  func encode(into block: inout Block) {
    path.encode(into: &block)
    block.set("http_method", method)
  }
}

extension APIPath {
  init(reading block: BlockReader) throws(Unreadable) {
    self.init(api: try RestAPIReference(reading: block), resourceID: try block.text("resource_id"))
  }
}

extension APIOperation {
  init(reading block: BlockReader) throws(Unreadable) {
    self.init(path: try APIPath(reading: block), method: try block.text("http_method"))
  }
}
