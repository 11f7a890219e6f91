/// What a role may do, written into the role itself (`aws_iam_role_policy`).
public struct RolePolicy: Resource {
  public static let type = "aws_iam_role_policy"
  public static let namingRule: NamingRule? = NamingRule(
    length: 1...128, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true)

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

  public func encode(into block: inout Block) {
    block.set("role", role)
    block.set("policy", policy)
  }
}

extension RolePolicy: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, for: RoleName(try block.text("role")), try block.policy("policy").statements)
  }
}
