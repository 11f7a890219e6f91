/// A managed policy on a role (`aws_iam_role_policy_attachment`).
public struct RolePolicyAttachment: Resource {
  public static let type = "aws_iam_role_policy_attachment"

  public let name: String
  public var role: RoleName
  public var policy: ARN<ManagedPolicy>

  public init(_ name: String, _ policy: ARN<ManagedPolicy>, to role: RoleName) {
    self.name = name
    self.role = role
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("role", role)
    block.set("policy_arn", policy)
  }
}

extension RolePolicyAttachment: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, try block.arn("policy_arn"), to: RoleName(try block.text("role")))
  }
}
