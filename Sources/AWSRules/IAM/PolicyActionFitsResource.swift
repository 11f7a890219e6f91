import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let policyActionFitsResource: RuleID = "policy-action-fits-resource"
}

struct PolicyActionFitsResource: Rule {
  static let description = RuleDescription(
    id: .policyActionFitsResource,
    title: "Each action supports the resource type it is allowed on",
    rationale: """
      IAM accepts `sns:Publish` on a queue, but it allows nothing. The same holds for `s3:GetObject` on a bucket, \
      whose objects have ARNs of their own, and for `logs:PutLogEvents` on a log group without `:*`.
      """,
    sources: [
      "S0-8",
      "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    ],
    terraformFix: """
      put the ARNs that the actions apply to into `resources`: for S3 objects the bucket's with `/*`, for log \
      streams the group's with `:*`
      """,
    reads: [
      .arguments("policy", of: RolePolicy.self)
    ],
    good: [
      Example("Objects of a bucket, streams of a group, indexes of a table") { stack in
        let bucket = stack.add(Bucket("recordings", forceDestroy: false))
        let logs = stack.add(LogGroup("ingest", retention: .oneMonth))
        let items = stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
        stack.add(
          RolePolicy(
            "ingest", for: RoleName("ingest"),
            [.readObjects(of: bucket.arn), .listObjects(of: bucket.arn), .writeLogs(to: logs.arn), .read(items.arn)]))
      },
      Example("Each action supports one of the resources") { stack in
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
        let alerts = stack.add(Topic("alerts"))
        stack.add(
          RolePolicy(
            "ingest", for: RoleName("ingest"),
            [Statement(["sqs:SendMessage", "sns:Publish"], on: [jobs.arn.text, alerts.arn.text])]))
      },
    ],
    bad: [
      Counterexample("A topic action on a queue") { stack in
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
        let statement = Statement(["sns:Publish"], on: [jobs.arn.text])
        return [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement])).address]
      },
      Counterexample("An object action on a bucket, and a bucket action on objects") { stack in
        let bucket = stack.add(Bucket("recordings", forceDestroy: false))
        let objects = stack.add(
          RolePolicy("read", for: RoleName("ingest"), [Statement(["s3:GetObject"], on: [bucket.arn.text])]))
        let list = stack.add(
          RolePolicy("list", for: RoleName("ingest"), [Statement(["s3:ListBucket"], on: ["\(bucket.arn)/*"])]))
        return [objects.address, list.address]
      },
      Counterexample("A log stream action on a log group") { stack in
        let logs = stack.add(LogGroup("ingest", retention: .oneMonth))
        let statement = Statement(["logs:PutLogEvents"], on: [logs.arn.text])
        return [stack.add(RolePolicy("ingest", for: RoleName("ingest"), [statement])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.policies.filter { $0.place.kind == .identity }.flatMap { policy in
      policy.statements.flatMap { statement -> [Finding] in
        guard statement.isAllowing, !statement.exceptsActions, !statement.exceptsResources else { return [] }
        let resources = statement.resources.map { NamedResource($0, in: stack) }
        guard !resources.isEmpty, !resources.contains(where: { $0 == nil }) else { return [] }
        let known = resources.compactMap { $0 }
        let idle = statement.actions.compactMap(stack.resolved).filter { action in
          !known.contains { $0.mayKnow(action) }
        }
        guard !idle.isEmpty else { return [] }
        let name = policy.declaration.resource.name
        return [
          finding(
            on: policy.declaration,
            """
            `\(policy.place.path)` of '\(name)' allows \(quoted(idle)) on \(quoted(known.map(\.title))), which \
            \(known.count == 1 ? "does not support it" : "do not support it")
            """,
            fix: fix(for: idle[0], in: name), terraformFix: terraformFix(for: idle[0]),
            subject: idle.joined(separator: " "))
        ]
      }
    }
  }

  private func fix(for action: String, in policy: String) -> String {
    switch ActionPattern(action)?.service {
    case "s3"? where isAboutObjects(action): "write `\"\\(bucket.arn)/*\"` for the objects in '\(policy)'"
    case "s3"?: "write `bucket.arn.text` for the bucket itself in '\(policy)'"
    case "logs"?: "write `\"\\(group.arn):*\"` for the group's streams in '\(policy)'"
    default: "use an ARN that the action supports in '\(policy)'"
    }
  }

  private func terraformFix(for action: String) -> String {
    switch ActionPattern(action)?.service {
    case "s3"? where isAboutObjects(action): "append `/*` to the ARN of the bucket in `resources`"
    case "s3"?: "use the ARN of the bucket itself in `resources`"
    case "logs"?: "append `:*` to the ARN of the log group in `resources`"
    default: "use ARNs that the action supports in `resources`"
    }
  }
}

/// What a statement is about, as far as its ARN tells.
private struct NamedResource {
  let title: String
  /// The ARN's third field. A role's is `iam`, whose `sts` actions are about it.
  let service: String
  /// What stands behind the name of a bucket or a log group, and whether that is known.
  let ending: String?

  init?(_ text: Text, in stack: DeclaredStack) {
    if case .expression(.attribute(let reference))? = text.parts.first {
      guard reference.attribute == "arn", let target = stack.declaration(at: reference.address),
        let service = ResourceCatalog.aws.facts[target.resourceType]?.iamPrefix
      else { return nil }
      self.service = service
      title = target.resource.name
      ending = stack.resolved(text.withoutFirstPart)
    } else {
      guard case .literal(let start)? = text.parts.first else { return nil }
      let fields = start.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      guard fields.count == 6, fields[0] == "arn", ServiceActions.byService[String(fields[2])] != nil else {
        return nil
      }
      service = String(fields[2])
      title = start
      ending = nil
    }
  }

  func mayKnow(_ action: String) -> Bool {
    guard let pattern = ActionPattern(action) else { return true }
    guard pattern.service == service || (service == "iam" && pattern.service == "sts") else { return false }
    guard let ending, !pattern.name.contains("*") else { return true }
    switch service {
    case "s3": return isAboutObjects(action) == ending.hasPrefix("/") || isAboutNeither(action)
    case "logs":
      return !["createlogstream", "putlogevents"].contains(pattern.name.lowercased()) || ending.hasPrefix(":")
    default: return true
    }
  }
}

private func isAboutObjects(_ action: String) -> Bool {
  let name = action.lowercased().dropFirst("s3:".count)
  return name.contains("object") && !["getbucket", "putbucket", "deletebucket"].contains { name.hasPrefix($0) }
    || ["abortmultipartupload", "listmultipartuploadparts"].contains(name)
}

/// Access points, jobs and the like, which are neither buckets nor objects.
private func isAboutNeither(_ action: String) -> Bool {
  let name = action.lowercased()
  return !isAboutObjects(action) && !name.contains("bucket")
}

extension Text {
  fileprivate var withoutFirstPart: Text {
    parts.dropFirst().reduce(Text("")) { sum, part in
      switch part {
      case .literal(let literal): sum + Text(literal)
      case .expression(let expression): sum + Text(expression)
      }
    }
  }
}
