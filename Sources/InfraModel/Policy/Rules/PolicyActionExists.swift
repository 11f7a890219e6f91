extension RuleID {
  public static let policyActionExists: RuleID = "policy-action-exists"
}

struct PolicyActionExists: Rule {
  static let description = RuleDescription(
    id: .policyActionExists,
    title: "Every action of a policy is one that AWS has",
    rationale: """
      IAM takes any word for an action. A misspelt one allows nothing, and what needed it fails once it runs.
      """,
    sources: ["aws-facts 1.6", "S0-2"],
    good: [
      Example("Case counts for nothing, and patterns are fine") { stack in
        let statement = Statement(["xray:PutTraceSegments", "SQS:sendmessage", "dynamodb:*Item"], on: ["*"])
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement]))
      },
      Example("A service whose actions nobody here knows") { stack in
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [Statement(["mediaconvert:CreateJob"], on: ["*"])]))
      },
    ],
    bad: [
      Counterexample("One letter is missing") { stack in
        [
          stack.add(
            RolePolicy("ingest", for: RoleName("ingest"), [Statement(["xray:PutTraceSegment"], on: ["*"])])
          ).address
        ]
      },
      Counterexample("The letters of another action, and of another service, in a text") { stack in
        let text: Text = """
          {"Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["cloudwatch:PutMetricsData", "lamda:Invoke*"]}]}
          """
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        let policy = stack.add(RawResource("aws_iam_role_policy", "ingest", arguments))
        return [policy.address, policy.address]
      },
      Counterexample("The API calls it Invoke, and IAM does not") { stack in
        [stack.add(ManagedPolicy("call", [Statement(["lambda:Invoke"], on: ["*"])])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.patterns.compactMap { policy, action, pattern in
      guard let (fault, fix) = fault(of: pattern) else { return nil }
      let name = policy.declaration.resource.name
      return finding(
        on: policy.declaration, "`\(policy.place.path)` of '\(name)' names '\(action)', and \(fault)",
        fix: "\(fix) in '\(name)'", subject: action)
    }
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    stack.patterns.compactMap { policy, action, pattern in
      guard ServiceActions.byService[pattern.service] == nil, fault(of: pattern) == nil else { return nil }
      return Unknown(
        on: policy.declaration, "nobody here knows the actions of '\(pattern.service)', such as '\(action)'")
    }
  }

  private func fault(of pattern: ActionPattern) -> (fault: String, fix: String)? {
    guard let service = ServiceActions.byService[pattern.service] else {
      guard !servicePrefixes.contains(pattern.service),
        let meant = suggestion(for: pattern.service, among: servicePrefixes)
      else { return nil }
      return ("AWS has no service of that name", "write `\(meant):\(pattern.name)`")
    }
    guard !service.all.contains(where: { matches($0, pattern: pattern.name) }) else { return nil }
    let meant = suggestion(for: pattern.name, among: service.all).map { "write `\(pattern.service):\($0)`" }
    return (
      "AWS has no action of that name", meant ?? "look it up in the Service Authorization Reference, and correct it"
    )
  }
}

extension DeclaredStack {
  /// The actions of all policies, each once in each.
  fileprivate var patterns: [(policy: DeclaredPolicy, action: String, pattern: ActionPattern)] {
    policies.flatMap { policy -> [(policy: DeclaredPolicy, action: String, pattern: ActionPattern)] in
      var seen: Set<ActionPattern> = []
      return policy.statements.flatMap(\.actions).compactMap { text in
        guard let action = resolved(text), let pattern = ActionPattern(action), seen.insert(pattern).inserted else {
          return nil
        }
        return (policy, action, pattern)
      }
    }
  }
}
