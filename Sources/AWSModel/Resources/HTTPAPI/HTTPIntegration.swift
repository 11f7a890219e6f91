public import TerraformModel

/// The backend of a route (`aws_apigatewayv2_integration`): a function, which gets the whole request in payload format 2.0
/// and makes the whole response.
public struct HTTPIntegration: ResourceModel {
  public static let type = "aws_apigatewayv2_integration"

  public let name: String
  /// `api_id`
  public var apiID: Text
  /// `integration_uri`: the function's `invokeARN`.
  public var function: Text
  /// `timeout_milliseconds`, 50 to 30,000; Terraform takes more. A function that takes longer runs on without an answer.
  public var timeout: Duration
  public var description: String?

  public init(
    _ name: String, of apiID: Text, calls function: Text, timeout: Duration = .seconds(30), description: String? = nil
  ) {
    self.name = name
    self.apiID = apiID
    self.function = function
    self.timeout = timeout
    self.description = description
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("api_id", \.apiID, .identifier)
    table.constant("integration_type", "AWS_PROXY", .word(["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"]))
    // Lambda is invoked with POST, whatever method the client used.
    table.constant("integration_method", "POST", .httpMethod)
    table.add("integration_uri", \.function, .identifier)
    table.constant("payload_format_version", "2.0", .word(["1.0", "2.0"]))
    table.duration("timeout_milliseconds", \.timeout, in: .milliseconds, 50...30_000, default: .seconds(30))
    table.add("description", \.description)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html",
    calls: FunctionCalling(
      ["integration_uri"], by: "apigateway.amazonaws.com", for: .argument("api_id"), unlessAs: "credentials_arn"))
}

extension HTTPIntegration: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let type = try block.string("integration_type")
    guard type == "AWS_PROXY", !block.has("integration_subtype") else {
      throw block.error("integration_type", .unfit("'\(type)'"))
    }
    self.init(
      name, of: try block.text("api_id"), calls: try block.text("integration_uri"),
      timeout: try block.millisecondsIfPresent("timeout_milliseconds") ?? .seconds(30),
      description: try block.stringIfPresent("description"))
  }
}
