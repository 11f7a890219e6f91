import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let policyActionExists: RuleID = "policy-action-exists"
}

struct PolicyActionExists: Rule {
  static let description = RuleDescription(
    id: .policyActionExists,
    title: "Every action of a policy exists in AWS",
    rationale: """
      IAM accepts any text as an action. A misspelled one allows nothing, and the code that needs it fails at run \
      time.
      """,
    sources: [
      "S0-2",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    reads: [
      .arguments("policy", of: ManagedPolicy.self),
      .arguments("policy", of: RolePolicy.self),
    ],
    good: [
      Example("Actions in any case, and patterns") { stack in
        let statement = Statement(["xray:PutTraceSegments", "SQS:sendmessage", "dynamodb:*Item"], on: ["*"])
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement]))
      },
      Example("A service whose actions infra-gen does not know") { stack in
        stack.add(RolePolicy("ingest", for: RoleName("ingest"), [Statement(["mediaconvert:CreateJob"], on: ["*"])]))
      },
    ],
    bad: [
      Counterexample("One letter is missing") { stack in
        let policy = stack.add(
          RolePolicy("ingest", for: RoleName("ingest"), [Statement(["xray:PutTraceSegment"], on: ["*"])]))
        return [policy.address]
      },
      Counterexample("A misspelled action and a misspelled service, in a text") { stack in
        let text: Text = """
          {"Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["cloudwatch:PutMetricsData", "lamda:Invoke*"]}]}
          """
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        let policy = stack.add(RawResource("aws_iam_role_policy", "ingest", arguments))
        return [policy.address, policy.address]
      },
      Counterexample("The API's operation name instead of the IAM action") { stack in
        [stack.add(ManagedPolicy("call", [Statement(["lambda:Invoke"], on: ["*"])])).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for (policy, action, pattern) in stack.namedActions {
      switch answer(about: pattern, in: stack) {
      case .missing(let fault, let fix):
        let name = policy.declaration.resource.name
        evaluation.findings.append(
          finding(
            on: policy.declaration, "`\(policy.place.path)` of '\(name)' names '\(action)', and \(fault)",
            fix: "\(fix) in '\(name)'", subject: action))
      case .unknown:
        evaluation.undetermined.append(
          Undetermined(
            on: policy.declaration, "infra-gen does not know the actions of '\(pattern.service)', such as '\(action)'",
            isDecidedByApply: false))
      case .exists: continue
      }
    }
    return evaluation
  }

  private func answer(about pattern: ActionPattern, in stack: DeclaredStack) -> NamedActions.Answer {
    stack.cached(NamedActions.init).answers[pattern] ?? .unknown
  }
}

extension DeclaredStack {
  fileprivate var namedActions: [(policy: DeclaredPolicy, action: String, pattern: ActionPattern)] {
    cached(NamedActions.init).all
  }
}

/// The actions that the stack's policies name, and whether AWS has them. Thousands of roles name the same few.
private struct NamedActions: Sendable {
  enum Answer: Sendable {
    case exists
    /// The catalog does not have the service.
    case unknown
    case missing(fault: String, fix: String)
  }

  /// Those of all policies, each once in each.
  let all: [(policy: DeclaredPolicy, action: String, pattern: ActionPattern)]
  let answers: [ActionPattern: Answer]

  init(_ stack: DeclaredStack) {
    all = stack.policies.flatMap { policy -> [(policy: DeclaredPolicy, action: String, pattern: ActionPattern)] in
      var seen: Set<ActionPattern> = []
      return policy.statements.flatMap(\.actions).compactMap { text in
        guard let action = stack.resolved(text), let pattern = ActionPattern(action), seen.insert(pattern).inserted
        else { return nil }
        return (policy, action, pattern)
      }
    }
    answers = all.reduce(into: [:]) { answers, named in
      if answers[named.pattern] == nil { answers[named.pattern] = Answer(about: named.pattern) }
    }
  }
}

extension NamedActions.Answer {
  init(about pattern: ActionPattern) {
    guard let service = ServiceActions.byService[pattern.service] else {
      guard !servicePrefixes.contains(pattern.service),
        let meant = suggestion(for: pattern.service, among: servicePrefixes)
      else {
        self = .unknown
        return
      }
      self = .missing(fault: "AWS has no service of that name", fix: "write `\(meant):\(pattern.name)`")
      return
    }
    let actions = service.names.all
    guard !actions.contains(where: { matches($0, pattern: pattern.name) }) else {
      self = .exists
      return
    }
    let meant = suggestion(for: pattern.name, among: actions).map { "write `\(pattern.service):\($0)`" }
    self = .missing(
      fault: "AWS has no action of that name",
      fix: meant ?? "look it up in the Service Authorization Reference, and correct it")
  }
}
