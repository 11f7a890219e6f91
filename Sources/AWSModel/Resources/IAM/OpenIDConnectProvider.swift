public import TerraformModel

/// An identity provider that IAM trusts, such as Firebase's (`aws_iam_openid_connect_provider`). A role's trust policy says
/// which of its users may assume the role.
public struct OpenIDConnectProvider: ResourceModel {
  public static let type = "aws_iam_openid_connect_provider"

  public let name: String
  /// `url`: the tokens' `iss` claim, without `https://`, such as `securetoken.google.com/my-project`. An account has one
  /// provider for each.
  public var issuer: String
  /// `client_id_list`: the tokens' `aud` claim; for Firebase the project's id. A token for another audience is refused.
  public var audiences: [String]

  /// `issuer`: Without `https://`, which the argument gets and the keys of conditions must not have.
  public init(_ name: String, issuer: String, audiences: [String]) {
    self.name = name
    self.issuer = issuer
    self.audiences = audiences
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add(
      "url", \.issuer, writing: { "https://\($0)".value },
      reading: { value throws(DecodingFailure.Reason) in
        let url = try String(reading: value)
        return url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
      })
    table.add("client_id_list", \.audiences, writesEmpty: true)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
    iamPrefix: "iam")

  /// Firebase Authentication of one project.
  public static func firebase(_ name: String = "firebase", project: String) -> OpenIDConnectProvider {
    OpenIDConnectProvider(name, issuer: "securetoken.google.com/\(project)", audiences: [project])
  }
}

extension DeclaredResource<OpenIDConnectProvider> {
  public var arn: ARN<OpenIDConnectProvider> { ARN(attribute("arn")) }
}

extension Statement {
  /// Lets the users that a provider signed in assume a role (`sts:AssumeRoleWithWebIdentity`), and only with a token for
  /// this audience: without the condition the users of any client of the provider could.
  ///
  /// - `audience`: One of the provider's `audiences`.
  /// - `subjects`: The token's `sub` claim, with `*` and `?` for many users; every user unless said otherwise.
  public static func assume(
    byUsersOf provider: Declared<OpenIDConnectProvider>, audience: String, subjects: String? = nil
  ) -> Statement {
    var conditions: [String: [String: Text]] = ["StringEquals": ["\(provider.issuer):aud": Text(audience)]]
    if let subjects { conditions["StringLike"] = ["\(provider.issuer):sub": Text(subjects)] }
    return Statement(
      to: .federated(provider.arn.text), ["sts:AssumeRoleWithWebIdentity"], on: [], where: conditions)
  }
}

extension OpenIDConnectProvider: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let url = try block.string("url")
    let scheme = "https://"
    self.init(
      name, issuer: url.hasPrefix(scheme) ? String(url.dropFirst(scheme.count)) : url,
      audiences: try block.strings("client_id_list"))
  }
}
