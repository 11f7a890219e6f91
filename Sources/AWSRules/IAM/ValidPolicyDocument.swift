import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let validPolicyDocument: RuleID = "valid-policy-document"
}

struct ValidPolicyDocument: Rule {
  static let description = RuleDescription(
    id: .validPolicyDocument,
    title: "Every policy document is valid in IAM",
    rationale: """
      Terraform accepts any JSON as a policy. During apply, IAM rejects a policy that is empty, that names no \
      principal where one is required, that is too long, or that has unknown elements.
      """,
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"],
    subjects: [
      ManagedPolicy.self, RolePolicy.self, Role.self, TopicPolicy.self, QueuePolicy.self, Queue.self, BucketPolicy.self,
      TracingPolicy.self, RawResource.self,
    ],
    reads: [
      .arguments("role", of: RolePolicy.self)
    ],
    good: [
      Example("A role with a trust policy and an inline policy") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
      },
      Example("A policy that Terraform composes is not checked") { stack in
        let made = stack.add(RawResource("aws_iam_policy_document", "made")).attribute("json")
        stack.add(RawResource("aws_iam_role_policy", "ingest", ["role": "ingest", "policy": .text(made)]))
      },
    ],
    bad: [
      Counterexample("A trust policy without a statement") { stack in
        [stack.add(Role("ingest", trust: PolicyDocument([]))).address]
      },
      Counterexample("A trust policy without a principal") { stack in
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
      Counterexample("Text that ends too early") { stack in
        let text: Text = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\"}"
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        return [stack.add(RawResource("aws_iam_role_policy", "ingest", arguments)).address]
      },
      Counterexample("Text with a reference in it, and a word in the wrong case") { stack in
        let queue = stack.add(Queue("jobs", retention: .seconds(86_400)))
        let text: Text = """
          {"Statement": {"Effect": "allow", "Action": "sqs:SendMessage", "Resource": "\(queue.arn)"}}
          """
        let arguments: Block = ["role": "ingest", "policy": .text(text)]
        return [stack.add(RawResource("aws_iam_role_policy", "ingest", arguments)).address]
      },
      Counterexample("A member and a condition operator that IAM does not know") { stack in
        let document: Value = .json([
          "Version": "2012-10-17",
          "Statement": [["Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Resources": "*"]],
        ])
        let policy = stack.add(RolePolicy("ingest", for: RoleName("ingest"), []), with: ["policy": document])
        let test = Statement(
          to: .service("events.amazonaws.com"), ["sqs:SendMessage"], on: ["*"],
          where: ["StringsEqual": ["aws:SourceAccount": "123456789012"]])
        let queue = stack.add(Queue("jobs", retention: .seconds(86_400), policy: PolicyDocument([test])))
        return [policy.address, queue.address]
      },
      Counterexample("A managed policy that is too long") { stack in
        let queues = (1...200).map { Text("arn:aws:sqs:us-east-1:123456789012:queue-\($0)") }
        return [stack.add(ManagedPolicy("all", [Statement(["sqs:SendMessage"], on: queues)])).address]
      },
      Counterexample("Two inline policies that are together too long for a role") { stack in
        func policy(_ name: String) -> RolePolicy {
          let queues = (1...130).map { Text("arn:aws:sqs:us-east-1:123456789012:\(name)-\($0)") }
          return RolePolicy(name, for: RoleName("ingest"), [Statement(["sqs:SendMessage"], on: queues)])
        }
        stack.add(policy("orders"))
        return [stack.add(policy("invoices")).address]
      },
      Counterexample("A role policy with a principal") { stack in
        let statement = Statement(to: .anyone, ["sqs:SendMessage"], on: ["*"])
        return [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement])).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let undetermined = stack.policies.compactMap { policy -> Undetermined? in
      if case .broken = policy.document { return nil }
      guard !policy.isKnown else { return nil }
      return Undetermined(
        on: policy.declaration, "`\(policy.place.path)` is composed by Terraform", isDecidedByApply: true)
    }
    return RuleEvaluation(findings: documents(in: stack) + inlinePolicies(in: stack), undetermined: undetermined)
  }

  /// The inline policies of one role are counted together; `documents(in:)` reports one that is too long by itself.
  private func inlinePolicies(in stack: DeclaredStack) -> [Finding] {
    let policies = stack.policies.compactMap { policy -> (declaration: Declaration, role: Text, document: Value)? in
      guard policy.declaration.resourceType == RolePolicy.type, policy.isKnown,
        case .document(let document) = policy.document,
        case .text(let role) = policy.declaration.block["role"]
      else { return nil }
      return (policy.declaration, stack.simplified(role), document)
    }
    return Dictionary(grouping: policies, by: \.role).values.filter { $0.count > 1 }.flatMap { policies in
      var total = 0
      return policies.compactMap { declaration, _, document -> Finding? in
        let length = document.compactLength(in: stack)
        guard length <= inlineSize else { return nil }
        total += length
        guard total > inlineSize else { return nil }
        let name = declaration.resource.name
        return finding(
          on: declaration, "with `policy` of '\(name)' its role has \(total) characters; AWS accepts \(inlineSize)",
          fix: "turn '\(name)' into a managed policy, or write fewer statements", subject: "role")
      }
    }
  }

  private func documents(in stack: DeclaredStack) -> [Finding] {
    stack.policies.flatMap { policy -> [Finding] in
      let faults: [(fault: String, fix: String)] =
        switch policy.document {
        case .unknown: []
        case .broken(let error): [("is not valid JSON: it \(error)", error.fix)]
        case .document(let document): policy.place.faults(of: document, in: stack)
        }
      let (declaration, argument) = (policy.declaration, policy.place.path)
      return faults.map { fault, fix in
        finding(
          on: declaration, "`\(argument)` of '\(declaration.resource.name)' \(fault)",
          fix: "\(fix) in `\(argument)` of '\(declaration.resource.name)'")
      }
    }
  }
}

/// The characters that the inline policies of one role may have together.
private let inlineSize = 10_240

extension PolicyDocumentLocation {
  func faults(of document: Value, in stack: DeclaredStack) -> [(fault: String, fix: String)] {
    let entries = document.policyEntries
    guard !entries.isEmpty else { return [("has no statement", "write a statement")] }
    let statements = entries.filter { !$0.isUndecided }
    var faults = statements.flatMap { self.faults(ofStatement: $0, in: stack) }
    if let version = document.member("Version")?.text(in: stack), !["2008-10-17", "2012-10-17"].contains(version) {
      faults.append(("has the version '\(version)', which IAM does not know", "write `\"Version\": \"2012-10-17\"`"))
    }
    let length = document.compactLength(in: stack)
    if length > size, statements.count == entries.count {
      faults.append(("has \(length) characters; AWS accepts \(size)", "write fewer statements, or several policies"))
    }
    return faults
  }

  private func faults(ofStatement statement: Value, in stack: DeclaredStack) -> [(fault: String, fix: String)] {
    var faults = strangeWords(in: statement)
    let effect = statement.member("Effect")?.text(in: stack) ?? ""
    if effect != "Allow", effect != "Deny" {
      faults.append(("has the effect '\(effect)'; AWS accepts 'Allow' and 'Deny'", "write 'Allow' or 'Deny'"))
    }
    let actions = (statement.member("Action") ?? statement.member("NotAction"))?.entries ?? []
    if actions.isEmpty { faults.append(("has a statement without an action", "write an action")) }
    for action in actions.compactMap({ $0.text(in: stack) }) where !isAction(action) {
      faults.append(
        ("has the action '\(action)', but actions have the form 'sqs:SendMessage'", "write service and action"))
    }
    let hasPrincipal = statement.member("Principal") != nil || statement.member("NotPrincipal") != nil
    if hasPrincipal != namesPrincipals {
      faults.append(
        namesPrincipals
          ? ("has a statement without a principal", "name the principal")
          : ("has a statement with a principal, which an identity policy cannot have", "remove the principal"))
    }
    let hasResource = statement.member("Resource") != nil || statement.member("NotResource") != nil
    if hasResource != namesResources {
      faults.append(
        namesResources
          ? ("has a statement without a resource", "name the resource")
          : ("has a statement with a resource, which a trust policy cannot have", "remove the resource"))
    }
    return faults
  }

  /// Members and condition operators that IAM does not know.
  private func strangeWords(in statement: Value) -> [(fault: String, fix: String)] {
    guard case .map(let members) = statement else {
      return [("has a statement that is not an object", "write an object")]
    }
    let strange = members.keys.filter { !statementMembers.contains($0) }.sorted().map { ($0, statementMembers) }
    var tests: [String] = []
    if case .map(let conditions) = members["Condition"] { tests = conditions.keys.sorted() }
    let unknown = tests.filter { !conditionTests.contains(plain($0)) }.map { ($0, conditionTests) }
    return (strange + unknown).map { word, words in
      (
        "has a statement with '\(word)', which IAM does not know",
        suggestion(for: word, among: words).map { "write '\($0)'" } ?? "remove it"
      )
    }
  }

  /// `StringLike` of `ForAnyValue:StringLikeIfExists`.
  private func plain(_ test: String) -> String {
    var plain = test
    for start in ["ForAllValues:", "ForAnyValue:"] where plain.hasPrefix(start) { plain.removeFirst(start.count) }
    return plain != "Null" && plain.hasSuffix("IfExists") ? String(plain.dropLast("IfExists".count)) : plain
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

private let statementMembers: Set<String> = [
  "Action", "Condition", "Effect", "NotAction", "NotPrincipal", "NotResource", "Principal", "Resource", "Sid",
]

private let conditionTests: Set<String> = [
  "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "BinaryEquals", "Bool", "DateEquals", "DateGreaterThan",
  "DateGreaterThanEquals", "DateLessThan", "DateLessThanEquals", "DateNotEquals", "IpAddress", "NotIpAddress", "Null",
  "NumericEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "NumericLessThan", "NumericLessThanEquals",
  "NumericNotEquals", "StringEquals", "StringEqualsIgnoreCase", "StringLike", "StringNotEquals",
  "StringNotEqualsIgnoreCase", "StringNotLike",
]
