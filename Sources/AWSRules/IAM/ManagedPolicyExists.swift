import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let managedPolicyExists: RuleID = "managed-policy-exists"
}

struct ManagedPolicyExists: Rule {
  static let description = RuleDescription(
    id: .managedPolicyExists,
    title: "Every attached AWS managed policy exists",
    rationale: """
      AWS spells XRay in one policy name and Xray in another, and a policy with another spelling does not exist. \
      Terraform plans it, and the apply fails.
      """,
    sources: ["https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"],
    subjects: [RolePolicyAttachment.self, RawResource.self],
    reads: [
      .arguments("policy_arn", of: RolePolicyAttachment.self)
    ],
    good: [
      Example("By the name that infra-gen knows") { stack in
        stack.add(RolePolicyAttachment("traces", .xrayDaemonWriteAccess, to: RoleName("ingest")))
      },
      Example("A policy that infra-gen does not know") { stack in
        let other: ARN<ManagedPolicy> = ARN("arn:aws:iam::aws:policy/AmazonBraketFullAccess")
        stack.add(RolePolicyAttachment("quanta", other, to: RoleName("ingest")))
      },
      Example("A policy of the account's own") { stack in
        let own: ARN<ManagedPolicy> = ARN("arn:aws:iam::123456789012:policy/awsxraydaemonwriteaccess")
        stack.add(RolePolicyAttachment("own", own, to: RoleName("ingest")))
      },
    ],
    bad: [
      Counterexample("A lowercase r") { stack in
        let misspelt: ARN<ManagedPolicy> = ARN("arn:aws:iam::aws:policy/AWSXrayDaemonWriteAccess")
        return [stack.add(RolePolicyAttachment("traces", misspelt, to: RoleName("ingest"))).address]
      },
      Counterexample("A letter is missing") { stack in
        let misspelt: ARN<ManagedPolicy> = ARN("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAcces")
        return [stack.add(RolePolicyAttachment("traces", misspelt, to: RoleName("ingest"))).address]
      },
      Counterexample("The path is a part of the name") { stack in
        let misspelt: ARN<ManagedPolicy> = ARN("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole")
        return [stack.add(RolePolicyAttachment("logs", misspelt, to: RoleName("ingest"))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed("aws_iam_role_policy_attachment").compactMap { declaration in
      guard let arn = declaration.block["policy_arn"]?.text(in: stack), !spelt.contains(arn),
        let name = nameOfAWSPolicy(arn), !policies.contains(name),
        let meant = bySpelling[spelling(name)] ?? nearest(to: name)
      else { return nil }
      return finding(
        on: declaration, "'\(declaration.resource.name)' attaches '\(name)', but the AWS managed policy is '\(meant)'",
        fix: "write `\(arn.dropLast(name.count))\(meant)` in '\(declaration.resource.name)'")
    }
  }

  /// The path and the name of one of AWS's own policies.
  private func nameOfAWSPolicy(_ arn: String) -> String? {
    let fields = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, fields[2] == "iam", fields[4] == "aws", fields[5].hasPrefix("policy/") else { return nil }
    return String(fields[5].dropFirst("policy/".count))
  }

  /// A policy that differs by one letter.
  private func nearest(to name: String) -> String? {
    let name = Array(spelling(name).utf8)
    return policies.first { policy in
      let policy = Array(spelling(policy).utf8)
      let start = zip(name, policy).prefix { $0 == $1 }.count
      let rest = (name.dropFirst(start), policy.dropFirst(start))
      let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
      return max(rest.0.count, rest.1.count) - end <= 1
    }
  }
}

/// The name without its path and its case.
private func spelling(_ name: String) -> String {
  let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
  return String(decoding: last, as: UTF8.self).lowercased()
}

/// Policies of AWS's own that serverless stacks attach, by path and name. `AWSXRayDaemonWriteAccess` and
/// `AWSXrayReadOnlyAccess` are both right.
private let policies = [
  "AWSXRayDaemonWriteAccess", "AWSXrayFullAccess", "AWSXrayReadOnlyAccess", "AdministratorAccess",
  "AmazonDynamoDBFullAccess", "AmazonDynamoDBReadOnlyAccess", "AmazonEventBridgeFullAccess", "AmazonS3FullAccess",
  "AmazonS3ReadOnlyAccess", "AmazonSNSFullAccess", "AmazonSNSReadOnlyAccess", "AmazonSQSFullAccess",
  "AmazonSQSReadOnlyAccess", "CloudWatchAgentServerPolicy", "CloudWatchFullAccess",
  "CloudWatchLambdaInsightsExecutionRolePolicy", "CloudWatchLogsFullAccess", "CloudWatchLogsReadOnlyAccess",
  "CloudWatchReadOnlyAccess", "CloudWatchSyntheticsFullAccess", "PowerUserAccess", "ReadOnlyAccess", "SecurityAudit",
  "service-role/AWSLambdaBasicExecutionRole", "service-role/AWSLambdaDynamoDBExecutionRole",
  "service-role/AWSLambdaENIManagementAccess", "service-role/AWSLambdaKinesisExecutionRole",
  "service-role/AWSLambdaMSKExecutionRole", "service-role/AWSLambdaRole",
  "service-role/AWSLambdaSQSQueueExecutionRole", "service-role/AWSLambdaVPCAccessExecutionRole",
  "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
]

/// Whole ARNs as nearly everybody writes them, which need no taking apart.
private let spelt = Set(policies.map { "arn:aws:iam::aws:policy/\($0)" })

private let bySpelling = Dictionary(policies.map { (spelling($0), $0) }, uniquingKeysWith: { first, _ in first })
