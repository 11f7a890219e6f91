public import TerraformModel

/// Authorizes callers with a token of a trusted issuer (`aws_apigatewayv2_authorizer` with `authorizer_type` `JWT`).
/// The token is in the header `Authorization`.
public struct JWTAuthorizer: ResourceModel {
  public static let type = "aws_apigatewayv2_authorizer"

  public let name: String
  /// `api_id`
  public var apiID: Text
  public var issuer: TokenIssuer

  public init(_ name: String, of apiID: Text, trusts issuer: TokenIssuer) {
    self.name = name
    self.apiID = apiID
    self.issuer = issuer
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("api_id", \.apiID)
    table.add("name", \.name)
    table.constant("authorizer_type", "JWT", .word(["JWT", "REQUEST"]))
    table.constant("identity_sources", ["$request.header.Authorization"])
    table.add("jwt_configuration.issuer", \.issuer.url)
    table.add("jwt_configuration.audience", \.issuer.audiences, writesEmpty: true)
    table.derived(\.issuer) { authorizer throws(DecodingFailure) in
      let audiences = try authorizer[\.issuer.audiences]
      guard let first = audiences.first else {
        throw DecodingFailure(argument: "jwt_configuration.audience", reason: .missing)
      }
      return TokenIssuer(
        try authorizer[\.name], at: try authorizer[\.issuer.url], audience: first, or: Array(audiences.dropFirst()))
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html",
    // Of authorizers that are a function, which have no model.
    calls: FunctionCalling(
      ["authorizer_uri"], by: "apigateway.amazonaws.com", for: .argument("api_id"),
      unlessAs: "authorizer_credentials_arn"))
}

extension DeclaredResource<JWTAuthorizer> {
  /// `authorizer_id` of a route.
  public var authorizerID: Text { attribute("id") }
}

/// An issuer whose tokens are accepted, and for which audiences.
public struct TokenIssuer: Hashable, Sendable {
  /// The label of the authorizer that accepts them.
  public var name: String
  /// `issuer`: an `https` address, equal to the token's `iss`, below which AWS finds `/.well-known/openid-configuration`.
  public var url: Text
  /// `audience`: one of them has to be the token's `aud`, or its `client_id`.
  public var audiences: [Text]

  /// `audience`: At least one: a token that the issuer made for another application is not for this one.
  public init(_ name: String, at url: Text, audience: Text, or others: [Text] = []) {
    self.name = name
    self.url = url
    audiences = [audience] + others
  }
}

extension JWTAuthorizer: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let type = try block.string("authorizer_type")
    guard type == "JWT" else { throw block.error("authorizer_type", .unfit("'\(type)'")) }
    guard let trust = try block.nested("jwt_configuration") else { throw block.error("jwt_configuration", .missing) }
    let audiences = try trust.texts("audience")
    guard let first = audiences.first else { throw trust.error("audience", .missing) }
    self.init(
      name, of: try block.text("api_id"), trusts: TokenIssuer(name, at: try trust.text("issuer"), audience: first))
    issuer.audiences = audiences
  }
}
