// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_cognito_identity_pool`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool
public struct AWSCognitoIdentityPool: GeneratedResource {
  public static let type = "aws_cognito_identity_pool"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    identityPoolName: Text,
    allowClassicFlow: Flag? = nil,
    allowUnauthenticatedIdentities: Flag? = nil,
    cognitoIdentityProviders: [CognitoIdentityProviders]? = nil,
    developerProviderName: Text? = nil,
    openidConnectProviderARNs: List<Text>? = nil,
    samlProviderARNs: List<Text>? = nil,
    supportedLoginProviders: Map<Text>? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("identity_pool_name", identityPoolName)
    block.set("allow_classic_flow", allowClassicFlow)
    block.set("allow_unauthenticated_identities", allowUnauthenticatedIdentities)
    block.nest("cognito_identity_providers", cognitoIdentityProviders)
    block.set("developer_provider_name", developerProviderName)
    block.set("openid_connect_provider_arns", openidConnectProviderARNs)
    block.set("saml_provider_arns", samlProviderARNs)
    block.set("supported_login_providers", supportedLoginProviders)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct CognitoIdentityProviders: GeneratedBlock {
    public let arguments: Block

    public init(clientID: Text? = nil, providerName: Text? = nil, serverSideTokenCheck: Flag? = nil) {
      var block = Block()
      block.set("client_id", clientID)
      block.set("provider_name", providerName)
      block.set("server_side_token_check", serverSideTokenCheck)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var allowClassicFlow: Flag { declaredBlock.flag("allow_classic_flow") }
    public var allowUnauthenticatedIdentities: Flag { declaredBlock.flag("allow_unauthenticated_identities") }
    public var arn: Text { declaredBlock.text("arn") }
    public var cognitoIdentityProviders: Expression { declaredBlock.expression("cognito_identity_providers") }
    public var developerProviderName: Text { declaredBlock.text("developer_provider_name") }
    public var id: Text { declaredBlock.text("id") }
    public var identityPoolName: Text { declaredBlock.text("identity_pool_name") }
    public var openidConnectProviderARNs: List<Text> { declaredBlock.list("openid_connect_provider_arns") }
    public var samlProviderARNs: List<Text> { declaredBlock.list("saml_provider_arns") }
    public var supportedLoginProviders: Map<Text> { declaredBlock.map("supported_login_providers") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
  }
}
