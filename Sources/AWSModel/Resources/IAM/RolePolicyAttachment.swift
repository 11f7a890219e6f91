public import TerraformModel

/// A managed policy on a role (`aws_iam_role_policy_attachment`).
public struct RolePolicyAttachment: ResourceModel {
  public static let type = "aws_iam_role_policy_attachment"

  public let name: String
  public var role: RoleName
  public var policy: ARN<ManagedPolicy>

  public init(_ name: String, _ policy: ARN<ManagedPolicy>, to role: RoleName) {
    self.name = name
    self.role = role
    self.policy = policy
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("role", \.role, .roleName, .identifier)
    table.add("policy_arn", \.policy, .arn)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
    namesOf: ["role": Role.type],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html, as far as AWS raises it on request.
    quota: ResourceQuota(
      20, "managed policies", of: "role", fix: { "merge several policies, such as that of '\($0)', into one" }),
    removal: .permission)
}

extension RolePolicyAttachment: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, try block.arn("policy_arn"), to: RoleName(try block.text("role")))
  }
}
