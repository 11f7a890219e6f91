/// What a request's body has to look like, as JSON Schema (`aws_api_gateway_model`).
public struct BodyModel: PartOfAPI {
  public static let type = "aws_api_gateway_model"

  public let name: String
  public var api: RestAPIReference
  /// `schema`: JSON Schema, draft 4.
  public var schema: Value

  public init(_ name: String, of api: RestAPIReference, schema: Value) {
    self.name = name
    self.api = api
    self.schema = schema
  }

  public func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    // Of one API alone, and AWS takes letters and digits only.
    block.set("name", name.filter { $0.isLetter || $0.isNumber })
    block.set("content_type", "application/json")
    block["schema"] = .json(schema)
  }
}

extension Declared<BodyModel> {
  public var modelName: Text { attribute("name") }
}

extension BodyModel: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try RestAPIReference(reading: block), schema: try block.document("schema"))
  }
}
