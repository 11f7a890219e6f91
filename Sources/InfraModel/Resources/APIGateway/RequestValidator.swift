/// Has API Gateway refuse requests whose body does not fit the method's model (`aws_api_gateway_request_validator`). They
/// get status 400 and cost no invocation.
public struct RequestValidator: PartOfAPI {
  public static let type = "aws_api_gateway_request_validator"

  public let name: String
  public var api: RestAPIReference

  public init(_ name: String, of api: RestAPIReference) {
    self.name = name
    self.api = api
  }

  public func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    block.set("name", name)
    block.set("validate_request_body", true)
  }
}

extension Declared<RequestValidator> {
  public var validatorID: Text { attribute("id") }
}

extension RequestValidator: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    guard try block.boolIfAny("validate_request_body") == true else {
      throw block.error("validate_request_body", .unfit("false"))
    }
    self.init(name, of: try RestAPIReference(reading: block))
  }
}
