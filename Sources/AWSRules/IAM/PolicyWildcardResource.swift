import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let policyWildcardResource: RuleID = "policy-wildcard-resource"
}

struct PolicyWildcardResource: Rule {
  static let description = RuleDescription(
    id: .policyWildcardResource,
    title: "No policy allows an action that supports resource ARNs on every resource (`*`)",
    rationale: """
      With `*` as the resource, a role may use the action on every table, queue or secret of the account, including \
      future ones. X-Ray's write actions and others that do not support resource ARNs require `*`.
      """,
    sources: [
      "S0-8",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    severity: .warning,
    reads: [
      .arguments("policy", of: RolePolicy.self)
    ],
    good: [
      Example("X-Ray and CloudWatch actions that do not support resource ARNs") { stack in
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [.writeTraces, .putMetrics(in: "Shop"), .readTraces]))
      },
      Example("The queue is named") { stack in
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [.send(to: jobs.arn)]))
      },
      Example("A condition that limits the resources") { stack in
        let statement = Statement(
          ["secretsmanager:GetSecretValue"], on: ["*"], where: ["StringEquals": ["aws:ResourceTag/Stack": "shop"]])
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement]))
      },
    ],
    bad: [
      Counterexample("Every queue of the account") { stack in
        let policy = stack.add(
          RolePolicy("ingest", for: RoleName("ingest"), [Statement(["sqs:SendMessage"], on: ["*"])]))
        return [policy.address]
      },
      Counterexample("Every secret, in a text") { stack in
        let text: Text = """
          {"Statement": {"Effect": "Allow", "Action": "secretsmanager:Get*", "Resource": ["*"]}}
          """
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        return [stack.add(RawResource("aws_iam_role_policy", "ingest", arguments)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let boundaries = stack.permissionsBoundaries
    return stack.policies.filter {
      $0.place.kind == .identity && !boundaries.contains($0.declaration.address)
    }.flatMap { policy in
      policy.statements.compactMap { statement in
        guard statement.isAllowing, statement.conditions.isEmpty, statement.resources.contains("*") else { return nil }
        let actions = statement.actions.compactMap(stack.resolved).filter(knowsResources)
        guard !actions.isEmpty else { return nil }
        let name = policy.declaration.resource.name
        return finding(
          on: policy.declaration, "`\(policy.place.path)` of '\(name)' allows \(quoted(actions)) on all resources",
          fix: "replace `*` with the resource ARNs that '\(name)' needs", subject: actions.joined(separator: " "))
      }
    }
  }

  /// `false` for services that the catalog does not have, and for `service:*`, which `policy-wildcard-action` reports.
  private func knowsResources(_ action: String) -> Bool {
    guard let pattern = ActionPattern(action), let service = ServiceActions.byService[pattern.service],
      !pattern.name.allSatisfy({ $0 == "*" })
    else { return false }
    return service.names.all.contains { matches($0, pattern: pattern.name) } && !service.isAboutEverything(pattern.name)
  }
}
