public import TerraformModel

/// Makes API Gateway refuse requests whose body does not fit the method's model (`aws_api_gateway_request_validator`).
/// They get status 400 and cost no invocation.
public struct RequestValidator: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_request_validator"

  public let name: String
  public var api: RestAPIReference

  public init(_ name: String, of api: RestAPIReference) {
    self.name = name
    self.api = api
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.add("name", \.name)
    table.constant("validate_request_body", true)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html")
}

extension DeclaredResource<RequestValidator> {
  public var validatorID: Text { attribute("id") }
}

extension RequestValidator: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    guard try block.boolIfPresent("validate_request_body") == true else {
      throw block.error("validate_request_body", .unfit("false"))
    }
    self.init(name, of: try RestAPIReference(reading: block))
  }
}
