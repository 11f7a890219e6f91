public import TerraformModel

/// The network traffic of the interfaces in it (`aws_security_group`). Without rules it allows no inbound and no
/// outbound traffic, because Terraform removes AWS's default egress rule.
///
/// Its rules are resources of their own, `EgressRule` and `IngressRule`, since blocks within the group undo those.
public struct SecurityGroup: ResourceModel {
  public static let type = "aws_security_group"
  /// `sg-` at the start is AWS's own.
  public static let namingRule: NamingRule? = NamingRule(
    length: 1...255, characters: .alphanumerics(and: " ._-:/()#,@[]+=&;{}!$*"))

  public let name: String
  public var physicalName: PhysicalName
  /// `vpc_id`
  public var network: ID<VPC>
  /// `description`: at most 255 characters. A change of it makes another group, so it says what the group is for.
  public var description: String

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, in network: ID<VPC>, description: String
  ) {
    self.name = name
    self.physicalName = physicalName
    self.network = network
    self.description = description
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("vpc_id", \.network, .identifier)
    table.add("description", \.description, default: "Managed by Terraform")
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
    // `sg-` at the start is AWS's own.
    name: NamingRule(length: 1...255, characters: .alphanumerics(and: " ._-:/()#,@[]+=&;{}!$*")),
    nameContainer: "vpc_id", iamPrefix: "ec2",
    ingress: IngressArguments(in: "ingress", from: ["cidr_blocks", "ipv6_cidr_blocks"], transport: "protocol"))
}

extension DeclaredResource<SecurityGroup> {
  public var id: ID<SecurityGroup> { ID(attribute("id")) }
}

extension SecurityGroup: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    // Rules that are written within the group are no `EgressRule`, so a search for those would miss them.
    for argument in ["ingress", "egress"] where block.has(argument) {
      throw block.error(argument, .unfit("a block"))
    }
    self.init(
      name, in: ID(try block.text("vpc_id")),
      description: try block.stringIfPresent("description") ?? "Managed by Terraform")
  }
}
