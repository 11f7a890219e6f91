/// Lets in whoever has a token of somebody that is trusted (`aws_apigatewayv2_authorizer` with `authorizer_type` `JWT`).
/// The token comes in the header `Authorization`.
public struct JWTAuthorizer: Resource {
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

  public func encode(into block: inout Block) {
    block.set("api_id", apiID)
    block.set("name", name)
    block.set("authorizer_type", "JWT")
    block.set("identity_sources", ["$request.header.Authorization"])
    block.nest("jwt_configuration") { block in
      block.set("issuer", issuer.url)
      block.set("audience", issuer.audiences)
    }
  }
}

extension Declared<JWTAuthorizer> {
  /// What a route is given.
  public var authorizerID: Text { attribute("id") }
}

/// Whose tokens are taken, and which of them.
public struct TokenIssuer: Hashable, Sendable {
  /// What it is called here.
  public var name: String
  /// `issuer`: an `https` address, equal to the token's `iss`, below which AWS finds `/.well-known/openid-configuration`.
  public var url: Text
  /// `audience`: one of them has to be the token's `aud`, or its `client_id`.
  public var audiences: [Text]

  /// `audience`: At least one: a token that the issuer made for somebody else's application is not for this one.
  public init(_ name: String, at url: Text, audience: Text, or others: [Text] = []) {
    self.name = name
    self.url = url
    audiences = [audience] + others
  }
}

extension JWTAuthorizer: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
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
