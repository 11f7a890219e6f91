/// What a route calls (`aws_apigatewayv2_integration`): a function, which gets the whole request in payload format 2.0 and
/// makes the whole response.
public struct HTTPIntegration: Resource {
  public static let type = "aws_apigatewayv2_integration"

  public let name: String
  /// `api_id`
  public var apiID: Text
  /// `integration_uri`: the function's `invokeARN`.
  public var function: Text
  /// `timeout_milliseconds`, 50 ms to 30 s; terraform lets more pass. A function that takes longer goes on unheard.
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

  public func encode(into block: inout Block) {
    block.set("api_id", apiID)
    block.set("integration_type", "AWS_PROXY")
    // Lambda is invoked with POST, whatever method the client used.
    block.set("integration_method", "POST")
    block.set("integration_uri", function)
    block.set("payload_format_version", "2.0")
    block.set("timeout_milliseconds", Int(nearest: timeout.milliseconds))
    block.set("description", description)
  }
}

extension HTTPIntegration: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let type = try block.string("integration_type")
    guard type == "AWS_PROXY", !block.has("integration_subtype") else {
      throw block.error("integration_type", .unfit("'\(type)'"))
    }
    self.init(
      name, of: try block.text("api_id"), calls: try block.text("integration_uri"),
      timeout: try block.millisecondsIfAny("timeout_milliseconds") ?? .seconds(30),
      description: try block.stringIfAny("description"))
  }
}
