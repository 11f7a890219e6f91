/// Which requests of an HTTP API go where (`aws_apigatewayv2_route`). It is made of the declared integration, so that both
/// are of one API.
public struct HTTPRoute: Resource {
  public static let type = "aws_apigatewayv2_route"

  public let name: String
  /// `api_id`
  public var apiID: Text
  public var key: Key
  /// `authorization_type`. No default: an open door is a decision.
  public var authorization: Authorization
  /// `target`
  public var integrationID: Text

  /// `route_key`
  public enum Key: Hashable, Sendable {
    /// `$default`: whatever no other route is for.
    case `default`
    /// A method and a path such as `/items/{id}`, or `/{rest+}` for all that follows. It begins with a slash, written
    /// here or not: without one AWS takes the route and never matches it.
    case on(HTTPMethod, String)
  }

  /// `authorization_type`, with the authorizer where there is one.
  public enum Authorization: Hashable, Sendable {
    /// Anyone may call.
    case none
    /// Requests are signed with SigV4 by a principal that IAM lets call.
    case iam
    /// Whoever has a token that the `JWTAuthorizer` takes, with one of these scopes where there are any.
    case jwt(authorizer: Text, scopes: [String] = [])
  }

  public init(
    _ name: String, _ key: Key, to integration: Declared<HTTPIntegration>, authorization: Authorization
  ) {
    self.name = name
    self.key = key
    self.authorization = authorization
    apiID = integration.resource.apiID
    integrationID = integration.attribute("id")
  }

  public func encode(into block: inout Block) {
    block.set("api_id", apiID)
    block.set("route_key", key)
    block["target"] = "integrations/\(integrationID)"
    switch authorization {
    case .none: block.set("authorization_type", "NONE")
    case .iam: block.set("authorization_type", "AWS_IAM")
    case .jwt(let authorizer, let scopes):
      block.set("authorization_type", "JWT")
      block.set("authorizer_id", authorizer)
      if !scopes.isEmpty { block.set("authorization_scopes", scopes) }
    }
  }
}

extension HTTPRoute.Key: ArgumentValue {
  /// AWS's spelling, such as `POST /auth/exchange`.
  public var text: String {
    switch self {
    case .default: "$default"
    case .on(let method, let path): "\(method.rawValue) /\(path.drop { $0 == "/" })"
    }
  }

  public var value: Value { text.value }
}

extension HTTPRoute: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let target = try block.textIfAny("target") ?? ""
    self.name = name
    apiID = try block.text("api_id")
    key = try Key(reading: block)
    authorization = try Authorization(reading: block)
    integrationID = target.withoutPrefix("integrations/")
  }
}

extension HTTPRoute.Key {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let key = try block.string("route_key")
    let words = key.split(separator: " ", maxSplits: 1)
    if key == "$default" {
      self = .default
    } else if words.count == 2, let method = HTTPMethod(rawValue: String(words[0])) {
      self = .on(method, String(words[1]))
    } else {
      throw block.error("route_key", .unfit("'\(key)'"))
    }
  }
}

extension HTTPRoute.Authorization {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let word = try block.stringIfAny("authorization_type") ?? "NONE"
    switch word {
    case "NONE": self = .none
    case "AWS_IAM": self = .iam
    case "JWT", "CUSTOM":
      self = .jwt(authorizer: try block.text("authorizer_id"), scopes: try block.strings("authorization_scopes"))
    default: throw block.error("authorization_type", .unfit("'\(word)'"))
    }
  }
}

extension Text {
  /// The text behind a start that is surely there, and the text itself where it is not.
  fileprivate func withoutPrefix(_ prefix: String) -> Text {
    guard case .literal(let start)? = parts.first, start.hasPrefix(prefix) else { return self }
    var rest = Text(String(start.dropFirst(prefix.count)))
    for part in parts.dropFirst() {
      switch part {
      case .literal(let literal): rest.append(literal: literal)
      case .expression(let expression): rest.append(Text(expression))
      }
    }
    return rest
  }
}
