/// A provider of Terraform's besides the AWS provider of the stack's own regions, or another configuration of that one: of
/// an account whose role is assumed, for example.
///
/// ```swift
/// let random = stack.add(ProviderConfiguration("random", source: "hashicorp/random", version: "~> 3.6"))
/// let suffix = stack.add(RawResource("random_id", "suffix", ["byte_length": 4]), provider: random)
/// let audit = stack.add(
///   ProviderConfiguration.aws(
///     alias: "audit", region: .usEast1,
///     ["assume_role": .blocks([["role_arn": "arn:aws:iam::210987654321:role/deploy"]])]))
/// stack.add(Topic("audit"), provider: audit)
/// ```
///
/// Source: https://developer.hashicorp.com/terraform/language/block/provider
public struct ProviderConfiguration: Sendable {
  /// What the configuration calls the provider, such as `random`: the start of its resources' types.
  public let name: String
  /// `required_providers.source`, such as `hashicorp/random`.
  public let source: String
  /// `required_providers.version`, such as `~> 3.6`; any version where `nil`.
  public var version: String?
  /// `alias`; `nil` for the configuration that resources of the provider have by default.
  public var alias: String?
  /// The region of what it manages, for rules about regions; the stack's own where `nil`.
  public var region: Region?
  /// The provider's own arguments.
  public var arguments: Block

  public init(
    _ name: String, source: String, version: String? = nil, alias: String? = nil, _ arguments: Block = [:]
  ) {
    self.name = name
    self.source = source
    self.version = version
    self.alias = alias
    region = nil
    self.arguments = arguments
  }

  /// Another configuration of the AWS provider, of the version that the stack has.
  public static func aws(alias: String, region: Region, _ arguments: Block) -> ProviderConfiguration {
    var provider = ProviderConfiguration("aws", source: "hashicorp/aws", alias: alias, arguments)
    provider.region = region
    return provider
  }

  func reference(in stack: StackIdentity) -> ProviderReference {
    ProviderReference(name: name, alias: alias, region: region, stack: stack)
  }

  /// What Terraform calls it: `aws.audit`.
  package var address: String { [name, alias].compactMap(\.self).joined(separator: ".") }
}

/// A provider as a stack declared it.
public struct DeclaredProvider: Sendable {
  public let provider: ProviderConfiguration
  public let location: SourceLocation
}
