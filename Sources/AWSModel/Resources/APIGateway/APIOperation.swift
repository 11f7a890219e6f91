public import TerraformModel

/// A REST API as its parts refer to it.
public struct RestAPIReference: Hashable, Sendable {
  /// `rest_api_id`
  public var id: Text
  /// The value of CloudWatch's dimension `ApiName`, and the start of X-Ray's service name.
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
}

/// A method on a path: `rest_api_id`, `resource_id` and `http_method`. Taken from the resource that has to exist first, it
/// makes Terraform keep the order.
public struct APIOperation: Hashable, Sendable {
  public var path: APIPath
  /// `http_method`
  public var method: Text

  public init(path: APIPath, method: Text) {
    self.path = path
    self.method = method
  }
}

extension RestAPIReference: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("rest_api_id", \.id, .identifier)
    table.derived(\.name) { block throws(DecodingFailure) in RestAPIReference(try block[\.id]).name }
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(try block[\.id])
  }
}

extension APIPath: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.add("resource_id", \.resourceID, .identifier)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(api: try block[\.api], resourceID: try block[\.resourceID])
  }
}

extension APIOperation: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.path)
    table.add("http_method", \.method, .httpMethod)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(path: try block[\.path], method: try block[\.method])
  }
}

extension APIPath {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(api: try RestAPIReference(reading: block), resourceID: try block.text("resource_id"))
  }
}

extension APIOperation {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(path: try APIPath(reading: block), method: try block.text("http_method"))
  }
}
