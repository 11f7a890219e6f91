import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let noPublicPolicy: RuleID = "no-public-policy"
}

struct NoPublicPolicy: Rule {
  static let description = RuleDescription(
    id: .noPublicPolicy,
    title: "No resource or trust policy allows everyone (`*`), or every user of an identity provider",
    rationale: """
      The principal `*` means anyone in the world, and an identity provider authenticates all of its users, not only \
      those of your own app. A condition limits who has access.
      """,
    sources: ["S0-9", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
    reads: [
      .arguments("assume_role_policy", of: Role.self),
      .arguments("policy", of: BucketPolicy.self),
      .arguments("policy", of: TopicPolicy.self),
    ],
    good: [
      Example("Anyone of one account, and the users of one app") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(
          to: .anyone, ["sns:Publish"], on: [topic.arn.text],
          where: ["StringEquals": ["aws:SourceAccount": "123456789012"]])
        stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement])))
        let app = Statement(
          to: .federated("cognito-identity.amazonaws.com"), ["sts:AssumeRoleWithWebIdentity"], on: [],
          where: ["StringEquals": ["cognito-identity.amazonaws.com:aud": "eu-west-1:pool"]])
        stack.add(Role("guests", trust: PolicyDocument([app])))
      },
      Example("Requests without TLS are denied to anyone") { stack in
        let bucket = stack.add(Bucket("recordings", forceDestroy: false))
        stack.add(
          BucketPolicy("recordings", of: bucket.bucketName, PolicyDocument([.denyPlainHTTP(to: bucket.arn)])))
      },
    ],
    bad: [
      Counterexample("Anyone may publish") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(to: .anyone, ["sns:Publish"], on: [topic.arn.text])
        return [stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement]))).address]
      },
      Counterexample("Anyone may read over TLS, in a text") { stack in
        let text: Text = """
          {"Statement": {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::shop/*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}}
          """
        let arguments: Block = ["bucket": "shop", "policy": .text(text)]
        return [stack.add(RawResource("aws_s3_bucket_policy", "shop", arguments)).address]
      },
      Counterexample("Anyone may assume the role") { stack in
        [stack.add(Role("ops", trust: PolicyDocument([Statement(to: .anyone, ["sts:AssumeRole"], on: [])]))).address]
      },
      Counterexample("Every user of the provider may assume the role") { stack in
        let users = Statement(to: .federated("accounts.google.com"), ["sts:AssumeRoleWithWebIdentity"], on: [])
        return [stack.add(Role("app", trust: PolicyDocument([users]))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.policies.filter { $0.place.kind != .identity }.flatMap { policy in
      policy.statements.compactMap { statement -> Finding? in
        guard statement.isAllowing else { return nil }
        let (declaration, path) = (policy.declaration, policy.place.path)
        let name = declaration.resource.name
        if statement.principals.contains(.anyone), !statement.saysWho {
          return finding(
            on: declaration, "`\(path)` of '\(name)' allows anyone",
            fix: "name the principal, or add a condition such as `aws:SourceAccount`, in '\(name)'", subject: "*")
        }
        guard let provider = statement.principals.lazy.compactMap(\.provider).first, !statement.saysWhichApp else {
          return nil
        }
        let title = stack.resolved(provider) ?? stack.target(of: provider)?.resource.name ?? "its provider"
        return finding(
          on: declaration, "`\(path)` of '\(name)' allows every user of '\(title)'",
          fix: "add a condition on the provider's `aud` or `sub` in '\(name)'", subject: "federated")
      }
    }
  }
}

extension PolicyStatement {
  /// Whether a condition limits the principals, rather than how they connect.
  fileprivate var saysWho: Bool {
    conditions.contains { condition in
      ["aws:source", "aws:principal", "aws:userid", "aws:username", "kms:", "sns:endpoint", "sts:externalid"]
        .contains { condition.key.hasPrefix($0) } || isAboutUsers(condition.key)
    }
  }

  fileprivate var saysWhichApp: Bool { conditions.contains { isAboutUsers($0.key) } }

  /// `…:aud`, `…:sub` and similar keys.
  private func isAboutUsers(_ key: String) -> Bool {
    ["aud", "sub", "oaud", "azp", "amr", "repository", "hd"].contains(key.split(separator: ":").last.map(String.init))
  }
}

extension PolicyStatement.Principal {
  fileprivate var provider: Text? {
    if case .federated(let provider) = self { provider } else { nil }
  }
}
