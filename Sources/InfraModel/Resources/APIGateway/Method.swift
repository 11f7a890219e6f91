/// What a path of a REST API answers to (`aws_api_gateway_method`).
public struct Method: PartOfAPI {
  public static let type = "aws_api_gateway_method"

  public let name: String
  /// `http_method`
  public var method: HTTPMethod
  public var path: APIPath
  /// `authorization`. No default: an open door is a decision.
  public var authorization: Authorization
  /// `api_key_required`: the key counts requests against a usage plan. It is not a secret and authorizes nobody.
  public var requiresKey: Bool
  /// What a body has to look like; anything where `nil`.
  public var body: Body?

  /// `request_validator_id` and `request_models`, for bodies of type `application/json` and those that name no type.
  public struct Body: Hashable, Sendable {
    public var validator: Text
    /// A `BodyModel`'s name.
    public var model: Text

    public init(validator: Text, model: Text) {
      self.validator = validator
      self.model = model
    }
  }

  /// `authorization`, with the authorizer where there is one.
  public enum Authorization: Hashable, Sendable {
    /// Anyone may call.
    case none
    /// Requests are signed with SigV4 by a principal that IAM lets call.
    case iam
    /// A user of a Cognito user pool, with one of these scopes where there are any.
    case userPool(authorizer: Text, scopes: [String] = [])
    /// Whom a function of one's own lets in.
    case function(authorizer: Text)
  }

  public init(
    _ name: String, _ method: HTTPMethod, on path: APIPath, authorization: Authorization, requiresKey: Bool = false,
    body: Body? = nil
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.authorization = authorization
    self.requiresKey = requiresKey
    self.body = body
  }

  public var api: RestAPIReference { path.api }

  public func encode(into block: inout Block) {
    path.encode(into: &block)
    block.set("http_method", method)
    block.set("api_key_required", requiresKey)
    if let body {
      block.set("request_validator_id", body.validator)
      block.set("request_models", ["application/json": body.model])
    }
    switch authorization {
    case .none: block.set("authorization", "NONE")
    case .iam: block.set("authorization", "AWS_IAM")
    case .userPool(let authorizer, let scopes):
      block.set("authorization", "COGNITO_USER_POOLS")
      block.set("authorizer_id", authorizer)
      if !scopes.isEmpty { block.set("authorization_scopes", scopes) }
    case .function(let authorizer):
      block.set("authorization", "CUSTOM")
      block.set("authorizer_id", authorizer)
    }
  }
}

extension Declared<Method> {
  /// What an integration and a method response are for.
  public var operation: APIOperation { APIOperation(path: resource.path, method: attribute("http_method")) }
}

/// `http_method`
public enum HTTPMethod: String, Hashable, Sendable, CaseIterable, ArgumentValue {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"
  /// Every method that the path has no own method for.
  case any = "ANY"
}

extension Method: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let validator = try block.textIfAny("request_validator_id")
    let model = try block.textMap("request_models")["application/json"]
    let body: Body? = if let validator, let model { Body(validator: validator, model: model) } else { nil }
    self.init(
      name, try block.word("http_method"), on: try APIPath(reading: block),
      authorization: try Authorization(reading: block),
      requiresKey: try block.boolIfAny("api_key_required") ?? false, body: body)
  }
}

extension Method.Authorization {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let word = try block.string("authorization")
    switch word {
    case "NONE": self = .none
    case "AWS_IAM": self = .iam
    case "COGNITO_USER_POOLS":
      self = .userPool(authorizer: try block.text("authorizer_id"), scopes: try block.strings("authorization_scopes"))
    case "CUSTOM": self = .function(authorizer: try block.text("authorizer_id"))
    default: throw block.error("authorization", .unfit("'\(word)'"))
    }
  }
}
