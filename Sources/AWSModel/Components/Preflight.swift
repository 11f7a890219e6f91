public import TerraformModel

/// Answers CORS preflight requests, in which browsers ask whether a page of another origin may call a path of a REST
/// API: an `OPTIONS` method without authorization, since browsers send preflight requests without credentials.
public struct Preflight: Component {
  public var name: String
  public var path: APIPath
  public var cors: RestAPI.CORS

  public init(_ name: String, on path: APIPath, _ cors: RestAPI.CORS) {
    self.name = name
    self.path = path
    self.cors = cors
  }

  public func declare(in stack: inout StackBuilder) {
    let headers = cors.preflightHeaders
    let method = stack.add(Method(name, .options, on: path, authorization: .none))
    let integration = stack.add(Integration(name, of: method.operation, .mock(status: 200)))
    let response = stack.add(
      MethodResponse(name, of: method.operation, status: 200, headers: headers.keys.sorted()))
    stack.add(
      IntegrationResponse(
        name, of: integration.operation, statusCode: response.statusCode, headers: headers,
        template: cors.preflightTemplate))
  }
}
