/// What IAM takes (aws-facts 1.6).
let computeLimits: [String: [ArgumentLimit]] = [
  "aws_iam_role": [
    ArgumentLimit("max_session_duration", .range(3_600...43_200)),
    ArgumentLimit("permissions_boundary", .arn),
  ],
  "aws_iam_role_policy": [ArgumentLimit("role", .roleName)],
  "aws_iam_role_policy_attachment": [
    ArgumentLimit("role", .roleName),
    ArgumentLimit("policy_arn", .arn),
  ],
]

extension ValueLimit {
  fileprivate static let roleName = ValueLimit.shape("a role's name, not its ARN") { !$0.hasPrefix("arn:") }
}
