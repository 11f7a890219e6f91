public import TerraformModel

/// Which requests of an HTTP API go where (`aws_apigatewayv2_route`). It is made of the declared integration, so that both
/// are of one API.
public struct HTTPRoute: ResourceModel {
  public static let type = "aws_apigatewayv2_route"

  public let name: String
  /// `api_id`
  public var apiID: Text
  public var key: Key
  /// `authorization_type`. No default: letting anyone call is a decision.
  public var authorization: Authorization
  /// `target`
  public var integrationID: Text

  /// `route_key`
  public enum Key: Hashable, Sendable {
    /// `$default`: every request that no other route matches.
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
    /// Callers with a token that the `JWTAuthorizer` accepts, with one of these scopes where there are any.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.add("api_id", \.apiID)
    table.add("route_key", \.key)
    table.add(
      "target", \.integrationID, writing: { .text("integrations/\($0)") },
      reading: { value throws(DecodingFailure.Reason) in try Text(reading: value).withoutPrefix("integrations/") })
    table.add(
      "authorization_type", \.authorization.kind, .word(["NONE", "AWS_IAM", "JWT", "CUSTOM"]), default: "NONE")
    table.add("authorizer_id", \.authorization.authorizer)
    table.add("authorization_scopes", \.authorization.scopes)
    table.derived(\.authorization) { route throws(DecodingFailure) in try Authorization(of: route) }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html")
}

extension HTTPRoute.Authorization {
  package var kind: String {
    switch self {
    case .none: "NONE"
    case .iam: "AWS_IAM"
    case .jwt: "JWT"
    }
  }

  var authorizer: Text? {
    switch self {
    case .none, .iam: nil
    case .jwt(let authorizer, _): authorizer
    }
  }

  var scopes: [String] {
    switch self {
    case .none, .iam: []
    case .jwt(_, let scopes): scopes
    }
  }

  fileprivate init(of route: BlockView<HTTPRoute>) throws(DecodingFailure) {
    let kind = try route[\.authorization.kind]
    switch kind {
    case "NONE": self = .none
    case "AWS_IAM": self = .iam
    case "JWT", "CUSTOM":
      guard let authorizer = try route[\.authorization.authorizer] else {
        throw DecodingFailure(argument: "authorizer_id", reason: .missing)
      }
      self = .jwt(authorizer: authorizer, scopes: try route[\.authorization.scopes])
    default: throw DecodingFailure(argument: "authorization_type", reason: .unfit("'\(kind)'"))
    }
  }
}

extension HTTPRoute.Key: ArgumentCodable {
  /// AWS's spelling, such as `POST /auth/exchange`.
  public var text: String {
    switch self {
    case .default: "$default"
    case .on(let method, let path): "\(method.rawValue) /\(path.drop { $0 == "/" })"
    }
  }

  public var value: Value { text.value }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    let key = try String(reading: value)
    let words = key.split(separator: " ", maxSplits: 1)
    if key == "$default" {
      self = .default
    } else if words.count == 2, let method = HTTPMethod(rawValue: String(words[0])) {
      self = .on(method, String(words[1]))
    } else {
      throw value.unfit
    }
  }
}

extension HTTPRoute: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let target = try block.textIfPresent("target") ?? ""
    self.name = name
    apiID = try block.text("api_id")
    key = try BlockView<Self>(block)[\.key]
    authorization = try Authorization(reading: block)
    integrationID = target.withoutPrefix("integrations/")
  }
}

extension HTTPRoute.Authorization {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    let word = try block.stringIfPresent("authorization_type") ?? "NONE"
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
  /// The text after a prefix, or the text itself where it does not start with that.
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
