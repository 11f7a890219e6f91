extension RuleID {
  public static let policyNamesResources: RuleID = "policy-names-resources"
}

struct PolicyNamesResources: Rule {
  static let description = RuleDescription(
    id: .policyNamesResources,
    title: "What can be allowed on one thing is not allowed on all",
    rationale: """
      With `*` for a resource a role may do it with every table, queue or secret of the account, and with those to \
      come. X-Ray's writing and other actions that know no resources take nothing but `*`.
      """,
    sources: ["aws-facts 1.6", "aws-facts 3.4", "S0-8"],
    severity: .warning,
    good: [
      Example("X-Ray and CloudWatch know no resources") { stack in
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [.writeTraces, .putMetrics(in: "Shop"), .readTraces]))
      },
      Example("The queue is named") { stack in
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [.send(to: jobs.arn)]))
      },
      Example("A condition narrows as well") { stack in
        let statement = Statement(
          ["secretsmanager:GetSecretValue"], on: ["*"], where: ["StringEquals": ["aws:ResourceTag/Stack": "shop"]])
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement]))
      },
    ],
    bad: [
      Counterexample("Every queue of the account") { stack in
        [
          stack.add(RolePolicy("ingest", for: RoleName("ingest"), [Statement(["sqs:SendMessage"], on: ["*"])])).address
        ]
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
    stack.policies.filter { $0.place.kind == .identity }.flatMap { policy in
      policy.statements.compactMap { statement in
        guard statement.isAllowing, statement.conditions.isEmpty, statement.resources.contains("*") else { return nil }
        let actions = statement.actions.compactMap(stack.resolved).filter(knowsResources)
        guard !actions.isEmpty else { return nil }
        let name = policy.declaration.resource.name
        return finding(
          on: policy.declaration, "`\(policy.place.path)` of '\(name)' allows \(quoted(actions)) on everything",
          fix: "put the ARNs of what '\(name)' is about in place of `*`", subject: actions.joined(separator: " "))
      }
    }
  }

  /// Of a service that nobody here knows, no action does; of all actions of a service, `policy-is-narrow` speaks.
  private func knowsResources(_ action: String) -> Bool {
    guard let pattern = ActionPattern(action), let service = ServiceActions.byService[pattern.service],
      !pattern.name.allSatisfy({ $0 == "*" })
    else { return false }
    return service.names.all.contains { matches($0, pattern: pattern.name) } && !service.isAboutEverything(pattern.name)
  }
}
