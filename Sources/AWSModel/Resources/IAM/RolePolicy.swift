public import TerraformModel

/// What a role may do, written into the role itself (`aws_iam_role_policy`).
public struct RolePolicy: ResourceModel {
  public static let type = "aws_iam_role_policy"

  public let name: String
  public var physicalName: PhysicalName
  public var role: RoleName
  public var policy: PolicyDocument

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, for role: RoleName, _ statements: [Statement]
  ) {
    self.name = name
    self.physicalName = physicalName
    self.role = role
    policy = PolicyDocument(statements)
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("role", \.role, .roleName, .identifier)
    table.add("policy", \.policy)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
    name: NamingRule(length: 1...128, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true),
    nameContainer: "role", namesOf: ["role": Role.type],
    policies: [PolicyDocumentLocation("policy", .identity, upTo: 10_240, of: "role")], removal: .permission)
}

extension RolePolicy: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, for: RoleName(try block.text("role")), try block.policy("policy").statements)
  }
}
