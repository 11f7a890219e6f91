extension RuleID {
  public static let policyDocumentFits: RuleID = "policy-document-fits"
}

struct PolicyDocumentFits: Rule {
  static let description = RuleDescription(
    id: .policyDocumentFits,
    title: "Every policy document is one that IAM takes",
    rationale: """
      Terraform takes any JSON for a policy. IAM refuses one that says nothing, that trusts nobody, that is too long or \
      whose words it does not know, in the middle of an apply.
      """,
    sources: ["aws-facts 1.6"],
    good: [
      Example("Somebody may do something with something") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
      },
      Example("A policy that Terraform puts together is taken on trust") { stack in
        let made = stack.add(RawResource("aws_iam_policy_document", "made")).attribute("json")
        stack.add(RawResource("aws_iam_role_policy", "ingest", ["role": "ingest", "policy": .text(made)]))
      },
    ],
    bad: [
      Counterexample("A role that trusts nobody in no words") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([]))).address]
      },
      Counterexample("A role that trusts, and does not say whom") { stack in
        let trust = PolicyDocument([Statement(["sts:AssumeRole"], on: [])])
        return [stack.add(Role("ingest", trust: trust)).address]
      },
      Counterexample("An action without its service") { stack in
        [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [Statement(["PutItem"], on: ["*"])])).address]
      },
      Counterexample("A word in the wrong case") { stack in
        let document: Value = .json([
          "Version": "2012-10-17",
          "Statement": [["Effect": "allow", "Action": "sqs:SendMessage", "Resource": "*"]],
        ])
        let policy = RolePolicy("ingest", for: RoleName("ingest"), [.writeTraces])
        return [stack.add(policy, with: ["policy": document]).address]
      },
      Counterexample("More than a managed policy holds") { stack in
        let queues = (1...200).map { Text("arn:aws:sqs:us-east-1:123456789012:queue-\($0)") }
        return [stack.add(ManagedPolicy("all", [Statement(["sqs:SendMessage"], on: queues)])).address]
      },
      Counterexample("What a role may do has no principal") { stack in
        let statement = Statement(to: .anyone, ["sqs:SendMessage"], on: ["*"])
        return [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.flatMap { declaration -> [Finding] in
      guard declaration.address.mode == .managed, let place = policyPlaces[declaration.resourceType],
        case .json(let document) = declaration.block[place.argument]
      else { return [] }
      return place.faults(of: document, in: stack).map { fault, fix in
        finding(
          on: declaration, "`\(place.argument)` of '\(declaration.resource.name)' \(fault)",
          fix: "\(fix) in `\(place.argument)` of '\(declaration.resource.name)'")
      }
    }
  }
}

/// An argument that holds a policy document, and what AWS asks of documents there.
private struct PolicyPlace: Sendable {
  let argument: String
  /// How many characters it may have, white space aside.
  let size: Int
  /// Whether statements have to say whom they are about; otherwise they must not.
  let namesPrincipals: Bool
  /// Whether statements have to say what they are about.
  let namesResources: Bool

  init(_ argument: String, upTo size: Int, principals: Bool, resources: Bool = true) {
    self.argument = argument
    self.size = size
    namesPrincipals = principals
    namesResources = resources
  }
}

private let policyPlaces: [String: PolicyPlace] = [
  "aws_iam_policy": PolicyPlace("policy", upTo: 6_144, principals: false),
  "aws_iam_role_policy": PolicyPlace("policy", upTo: 10_240, principals: false),
  "aws_iam_role": PolicyPlace("assume_role_policy", upTo: 4_096, principals: true, resources: false),
  "aws_sns_topic_policy": PolicyPlace("policy", upTo: 30_720, principals: true),
  "aws_sqs_queue_policy": PolicyPlace("policy", upTo: 10_240, principals: true),
  "aws_sqs_queue": PolicyPlace("policy", upTo: 10_240, principals: true),
  "aws_sns_topic": PolicyPlace("policy", upTo: 30_720, principals: true),
  "aws_kms_key": PolicyPlace("policy", upTo: 32_768, principals: true),
  "aws_s3_bucket_policy": PolicyPlace("policy", upTo: 20_480, principals: true),
  "aws_xray_resource_policy": PolicyPlace("policy_document", upTo: 5_120, principals: true),
]

extension PolicyPlace {
  func faults(of document: Value, in stack: DeclaredStack) -> [(fault: String, fix: String)] {
    let statements = document.member("Statement").map(\.entries) ?? []
    guard !statements.isEmpty else { return [("has no statement, and AWS asks for one", "write a statement")] }
    var faults = statements.flatMap { self.faults(ofStatement: $0, in: stack) }
    let length = document.compactLength(in: stack)
    if length > size {
      faults.append(("has \(length) characters, and AWS takes \(size)", "write fewer statements, or several policies"))
    }
    return faults
  }

  private func faults(ofStatement statement: Value, in stack: DeclaredStack) -> [(fault: String, fix: String)] {
    var faults: [(fault: String, fix: String)] = []
    let effect = statement.member("Effect")?.text(in: stack) ?? ""
    if effect != "Allow", effect != "Deny" {
      faults.append(("has the effect '\(effect)', and AWS knows 'Allow' and 'Deny'", "write one of these"))
    }
    let actions = (statement.member("Action") ?? statement.member("NotAction"))?.entries ?? []
    if actions.isEmpty { faults.append(("has a statement without an action", "write an action")) }
    for action in actions.compactMap({ $0.text(in: stack) }) where !isAction(action) {
      faults.append(("has the action '\(action)', and actions are like 'sqs:SendMessage'", "write service and action"))
    }
    let hasPrincipal = statement.member("Principal") != nil || statement.member("NotPrincipal") != nil
    if hasPrincipal != namesPrincipals {
      faults.append(
        namesPrincipals
          ? ("has a statement without a principal", "say who is meant")
          : ("has a statement with a principal, and it is about whoever has it", "leave out the principal"))
    }
    let hasResource = statement.member("Resource") != nil || statement.member("NotResource") != nil
    if hasResource != namesResources {
      faults.append(
        namesResources
          ? ("has a statement without a resource", "say what it is about")
          : ("has a statement with a resource, and it is about the role", "leave out the resource"))
    }
    return faults
  }

  /// `*`, or `service:Action` with `*` and `?` in the action.
  private func isAction(_ action: String) -> Bool {
    guard action != "*" else { return true }
    let parts = action.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && Substring(parts[0]).unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "-" }
      && Substring(parts[1]).unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "*" || $0 == "?" }
  }
}

extension Value {
  fileprivate func member(_ name: String) -> Value? {
    if case .map(let members) = self { members[name] } else { nil }
  }

  /// A list's entries; anything else is a list of itself, as in IAM.
  fileprivate var entries: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// How long the value is as JSON, at least: what waits for Terraform counts as nothing.
  fileprivate func compactLength(in stack: DeclaredStack) -> Int {
    switch self {
    case .text(let text): 2 + text.parts.reduce(0) { $0 + (stack.resolved(Text($1))?.unicodeScalars.count ?? 0) }
    case .literal(let literal): 2 + literal.unicodeScalars.count
    case .bool, .integer, .number: text(in: stack)?.count ?? 0
    case .list(let values): 1 + max(1, values.reduce(0) { $0 + $1.compactLength(in: stack) + 1 })
    case .map(let values), .literalMap(let values):
      1 + max(1, values.reduce(0) { $0 + $1.key.unicodeScalars.count + 4 + $1.value.compactLength(in: stack) })
    case .json(let document): document.compactLength(in: stack)
    case .address, .blocks: 0
    }
  }
}

extension Text {
  fileprivate init(_ part: Part) {
    switch part {
    case .literal(let literal): self.init(literal)
    case .expression(let expression): self.init(expression)
    }
  }
}
