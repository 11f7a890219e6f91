public import TerraformModel

/// A method that a path of a REST API answers (`aws_api_gateway_method`).
public struct Method: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_method"

  public let name: String
  /// `http_method`
  public var method: HTTPMethod
  public var path: APIPath
  /// `authorization`. No default: allowing anyone to call is a decision.
  public var authorization: Authorization
  /// `api_key_required`: the key counts requests against a usage plan. It is not a secret and authorizes no one.
  public var requiresKey: Bool
  /// The schema that a body has to fit; `nil` for any body.
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
    /// Requests are signed with SigV4 by a principal that IAM allows to call.
    case iam
    /// A user of a Cognito user pool, with one of these scopes where there are any.
    case userPool(authorizer: Text, scopes: [String] = [])
    /// Callers that your own authorizer function allows.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.path)
    table.derived(\.api) { method throws(DecodingFailure) in try method[\.path].api }
    table.add("http_method", \.method, .httpMethod)
    table.add("api_key_required", \.requiresKey, default: false)
    table.add("request_validator_id", \.body?.validator)
    table.add(
      "request_models", \.body?.model, default: .some(nil),
      writing: { $0.map { ["application/json": $0].value } },
      reading: { value throws(DecodingFailure.Reason) in try [String: Text](reading: value)["application/json"] })
    table.derived(\.body) { method throws(DecodingFailure) in
      guard let validator = try method[\.body?.validator], let model = try method[\.body?.model] else { return nil }
      return Body(validator: validator, model: model)
    }
    table.add(
      "authorization", \.authorization.kind, .word(["NONE", "AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM"]))
    table.add("authorizer_id", \.authorization.authorizer)
    table.add("authorization_scopes", \.authorization.scopes)
    table.derived(\.authorization) { method throws(DecodingFailure) in try Authorization(of: method) }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html")
}

extension Declared<Method> {
  /// The operation of an integration and of a method response.
  public var operation: APIOperation { APIOperation(path: resource.path, method: attribute("http_method")) }
}

extension ValueLimit {
  static let httpMethod = ValueLimit.word(HTTPMethod.allCases.map(\.rawValue).sorted())
}

extension Method.Authorization {
  package var kind: String {
    switch self {
    case .none: "NONE"
    case .iam: "AWS_IAM"
    case .userPool: "COGNITO_USER_POOLS"
    case .function: "CUSTOM"
    }
  }

  var authorizer: Text? {
    switch self {
    case .none, .iam: nil
    case .userPool(let authorizer, _), .function(let authorizer): authorizer
    }
  }

  var scopes: [String] {
    switch self {
    case .none, .iam, .function: []
    case .userPool(_, let scopes): scopes
    }
  }

  fileprivate init(of method: BlockView<Method>) throws(DecodingFailure) {
    let kind = try method[\.authorization.kind]
    switch kind {
    case "NONE": self = .none
    case "AWS_IAM": self = .iam
    case "COGNITO_USER_POOLS":
      self = .userPool(authorizer: try Self.authorizer(of: method), scopes: try method[\.authorization.scopes])
    case "CUSTOM": self = .function(authorizer: try Self.authorizer(of: method))
    default: throw DecodingFailure(argument: "authorization", reason: .unfit("'\(kind)'"))
    }
  }

  private static func authorizer(of method: BlockView<Method>) throws(DecodingFailure) -> Text {
    guard let authorizer = try method[\.authorization.authorizer] else {
      throw DecodingFailure(argument: "authorizer_id", reason: .missing)
    }
    return authorizer
  }
}

extension Method: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let validator = try block.textIfPresent("request_validator_id")
    let model = try block.textMap("request_models")["application/json"]
    let body: Body? = if let validator, let model { Body(validator: validator, model: model) } else { nil }
    self.init(
      name, try block.word("http_method"), on: try APIPath(reading: block),
      authorization: try Authorization(reading: block),
      requiresKey: try block.boolIfPresent("api_key_required") ?? false, body: body)
  }
}

extension Method.Authorization {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
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
