package import TerraformModel

extension DeclaredStack {
  /// Managed policies that are permissions boundaries and attached to nothing. A boundary limits what other policies
  /// allow, and allows nothing itself.
  ///
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
  package var permissionsBoundaries: Set<Address> {
    let boundaries = policies(namedBy: "permissions_boundary", of: ["aws_iam_role", "aws_iam_user"])
    guard !boundaries.isEmpty else { return [] }
    let attachments = [
      "aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role_policy_attachment",
      "aws_iam_user_policy_attachment",
    ]
    return boundaries.subtracting(policies(namedBy: "policy_arn", of: attachments))
      .subtracting(policies(namedBy: "managed_policy_arns", of: ["aws_iam_role"]))
  }

  private func policies(namedBy argument: String, of types: [String]) -> Set<Address> {
    var addresses: Set<Address> = []
    for declaration in managed(anyOf: types) {
      declaration.block[argument]?.forEachLeaf { leaf in
        if case .attribute(let reference) = leaf { addresses.insert(reference.address) }
      }
    }
    return addresses
  }
}
