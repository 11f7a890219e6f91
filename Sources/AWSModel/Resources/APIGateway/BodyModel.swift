public import TerraformModel

/// The JSON Schema that a request's body has to fit (`aws_api_gateway_model`).
public struct BodyModel: ResourceModel, PartOfAPI {
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

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    // Unique within the API; AWS takes letters and digits only.
    table.written("name") { $0.name.filter { $0.isLetter || $0.isNumber }.value }
    table.constant("content_type", "application/json")
    table.add(
      "schema", \.schema, .document, writing: { .json($0) },
      reading: { value throws(DecodingFailure.Reason) in try value.document })
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html")
}

extension DeclaredResource<BodyModel> {
  public var modelName: Text { attribute("name") }
}

extension BodyModel: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, of: try RestAPIReference(reading: block), schema: try block.document("schema"))
  }
}
