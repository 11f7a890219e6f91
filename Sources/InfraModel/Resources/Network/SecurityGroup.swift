/// Whom the things in it may talk to (`aws_security_group`). Without rules it lets nothing in, and, as terraform takes
/// AWS's own rule away, nothing out either.
///
/// Its rules are resources of their own, `EgressRule` and `IngressRule`, for blocks within the group undo them.
public struct SecurityGroup: Resource {
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

  public func encode(into block: inout Block) {
    block.set("vpc_id", network)
    block.set("description", description)
  }
}

extension Declared<SecurityGroup> {
  public var id: ID<SecurityGroup> { ID(attribute("id")) }
}

extension SecurityGroup: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    // Rules that are written within the group are nobody's `EgressRule`, and whoever looks for one would miss them.
    for argument in ["ingress", "egress"] where block.has(argument) {
      throw block.error(argument, .unfit("a block"))
    }
    self.init(
      name, in: ID(try block.text("vpc_id")),
      description: try block.stringIfAny("description") ?? "Managed by Terraform")
  }
}
