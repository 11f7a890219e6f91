import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let policyWildcardAction: RuleID = "policy-wildcard-action"
}

struct PolicyWildcardAction: Rule {
  static let description = RuleDescription(
    id: .policyWildcardAction,
    title: "No role's policy allows every action (`*`), or every action of a service (`s3:*`)",
    rationale: "An attacker who takes over a function with such a role takes over the service or the account.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
    severityInAudit: .warning,
    reads: [
      .arguments("policy", of: ManagedPolicy.self),
      .arguments("policy", of: RolePolicy.self),
    ],
    good: [
      Example("Actions by name and by prefix") { stack in
        let items = stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
        stack.add(
          RolePolicy(
            "ingest", for: RoleName("ingest"), [.write(items.arn), Statement(["dynamodb:Get*"], on: [items.arn.text])]))
      },
      Example("A statement that denies everything") { stack in
        let statement = Statement(
          .deny, ["*"], on: ["*"], where: ["StringNotEquals": ["aws:RequestedRegion": "eu-west-1"]])
        stack.add(ManagedPolicy("home", [statement]))
      },
      Example("A key policy that allows its account everything, so that the policy can be changed") { stack in
        let statement = Statement(to: .account("123456789012"), ["kms:*"], on: ["*"])
        stack.add(RawResource("aws_kms_key", "shop", ["policy": PolicyDocument([statement]).value]))
      },
    ],
    bad: [
      Counterexample("Every action on every resource") { stack in
        [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [Statement(["*"], on: ["*"])])).address]
      },
      Counterexample("Every action on every table") { stack in
        [stack.add(ManagedPolicy("tables", [Statement(["dynamodb:*"], on: ["*"])])).address]
      },
      Counterexample("Every action except those of one service") { stack in
        let text: Text = """
          {"Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}}
          """
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        return [stack.add(RawResource("aws_iam_role_policy", "ingest", arguments)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let boundaries = stack.permissionsBoundaries
    return stack.policies.filter {
      $0.place.kind == .identity && !boundaries.contains($0.declaration.address)
    }.flatMap { policy -> [Finding] in
      let name = policy.declaration.resource.name
      return policy.statements.filter(\.isAllowing).flatMap { statement -> [Finding] in
        let actions = statement.actions.compactMap(stack.resolved)
        guard !statement.exceptsActions else {
          return [
            finding(
              on: policy.declaration,
              "`\(policy.place.path)` of '\(name)' allows all but \(quoted(actions)), including what AWS adds later",
              fix: "write the `Action` that '\(name)' needs in place of `NotAction`", subject: "NotAction")
          ]
        }
        return actions.filter(isEverything).map { action in
          finding(
            on: policy.declaration, "`\(policy.place.path)` of '\(name)' allows '\(action)'",
            fix: "name the actions that '\(name)' needs", subject: action)
        }
      }
    }
  }

  /// `*`, `dynamodb:*`, and the same with more stars.
  private func isEverything(_ action: String) -> Bool {
    let name = action.split(separator: ":", maxSplits: 1).last ?? ""
    return !name.isEmpty && name.allSatisfy { $0 == "*" }
  }
}
