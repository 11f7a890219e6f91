import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let crossServiceConfusedDeputy: RuleID = "cross-service-confused-deputy"
}

struct CrossServiceConfusedDeputy: Rule {
  static let description = RuleDescription(
    id: .crossServiceConfusedDeputy,
    title: "Every resource policy and function permission for an AWS service is limited to a source ARN or account",
    rationale: """
      A service acts on behalf of every account that uses it. A resource policy that allows its service principal \
      without `aws:SourceArn` or `aws:SourceAccount`, or an `aws_lambda_permission` without `source_arn`, allows a \
      topic, rule or bucket of any account: the cross-service confused deputy problem.
      """,
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
      "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    ],
    terraformFix: "add a `condition` on `aws:SourceArn` or `aws:SourceAccount` to the statement",
    reads: [
      .arguments("principal", of: LambdaPermission.self),
      .arguments("policy", of: BucketPolicy.self),
      .arguments("policy", of: TopicPolicy.self),
    ],
    good: [
      Example("For one rule, and for one account") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let queue = stack.add(Queue("jobs", retention: .seconds(86_400)))
        let account = Statement(
          to: .service("s3.amazonaws.com"), ["sqs:SendMessage"], on: [queue.arn.text],
          where: ["StringEquals": ["aws:SourceAccount": "123456789012"]])
        stack.add(
          QueuePolicy(
            "jobs", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .eventRule(rule.arn)), account])))
      },
      Example("Roles are assumed by services of the account alone") { stack in
        stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
      },
      Example("A statement that denies") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(.deny, to: .service("sns.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
        stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement])))
      },
      Example("SNS has no condition for EventBridge") { stack in
        stack.add(AlertTopic("alerts", takesEvents: true, subscribers: ["oncall": .email("oncall@example.com")]))
      },
      Example("A function permission for a service with its source") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let group: Text = "arn:aws:logs:us-east-1:123456789012:log-group:shop:*"
        stack.add(LambdaPermission("logs", of: ingest.functionName, to: .service("logs.amazonaws.com", source: group)))
      },
    ],
    bad: [
      Counterexample("Alarms of any account may publish") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(to: .service("cloudwatch.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
        return [stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement]))).address]
      },
      Counterexample("Another condition, in a JSON text") { stack in
        let text: Text = """
          {"Statement": {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"},
            "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*",
            "Condition": {"Bool": {"aws:SecureTransport": "true"}}}}
          """
        let arguments: Block = ["bucket": "shop", "policy": .text(text)]
        return [stack.add(RawResource("aws_s3_bucket_policy", "shop", arguments)).address]
      },
      Counterexample("A function permission for a bucket, whose ARN names no account") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let bucket: Text = "arn:aws:s3:::uploads"
        let permission = LambdaPermission(
          "uploads", of: ingest.functionName, to: .service("s3.amazonaws.com", source: bucket))
        return [stack.add(permission).address]
      },
      Counterexample("A function permission for a service without a source") { stack in
        let permission: Block = [
          "function_name": "ingest", "action": "lambda:InvokeFunction", "principal": "sns.amazonaws.com",
        ]
        return [stack.add(RawResource("aws_lambda_permission", "topics", permission)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    policyFindings(in: stack) + stack.managed(LambdaPermission.type).compactMap { finding(about: $0, in: stack) }
  }

  private func finding(about permission: Declaration, in stack: DeclaredStack) -> Finding? {
    let arguments = KnownArguments(block: permission.block, stack: stack)
    guard let service = arguments.text("principal"), service.isServicePrincipal else { return nil }
    let name = permission.resource.name
    if arguments.has("source_account") || arguments.has("principal_org_id") { return nil }
    guard arguments.has("source_arn") else {
      return finding(
        on: permission, "permission '\(name)' allows '\(service)' on behalf of any account",
        fix: "set `source_arn` or `source_account` of '\(name)'",
        terraformFix: "set `source_arn` or `source_account` of '\(name)'", subject: service)
    }
    guard service == "s3.amazonaws.com" else { return nil }
    var finding = finding(
      on: permission,
      """
      permission '\(name)' allows a bucket by its ARN only, which another account may own after the bucket is deleted
      """,
      fix: "use `.bucket(…, account: …)` in '\(name)'",
      terraformFix: "set `source_account` of '\(name)' besides `source_arn`", subject: service)
    // AWS accepts it, and only recommends the account.
    finding.severityInAudit = .warning
    return finding
  }

  private func policyFindings(in stack: DeclaredStack) -> [Finding] {
    stack.policies.filter { $0.place.kind == .resource }.flatMap { policy -> [Finding] in
      let services = policy.statements.filter { $0.isAllowing && !$0.saysForWhom }.flatMap(\.principals)
        .compactMap { if case .service(let service) = $0 { service } else { nil } }
      let excused = policy.isOfTopic || policy.isOfKey ? publisherWithoutCondition : nil
      return Set(services).filter { $0 != excused }.sorted().map { service in
        let name = policy.declaration.resource.name
        var finding = finding(
          on: policy.declaration, "`\(policy.place.path)` of '\(name)' allows '\(service)' on behalf of any account",
          fix: """
            add the condition `["ArnEquals": ["aws:SourceArn": …]]` or `["StringEquals": ["aws:SourceAccount": …]]` to \
            the statement in '\(name)'
            """, subject: service)
        // A key alone opens nothing: what it encrypts has a policy of its own.
        if policy.isOfKey { finding.severityInAudit = .warning }
        return finding
      }
    }
  }
}

/// AWS documents that SNS supports no condition for what EventBridge rules publish, so neither the topic's policy nor that
/// of its key can have one. https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
private let publisherWithoutCondition = "events.amazonaws.com"

extension DeclaredPolicy {
  fileprivate var isOfKey: Bool { ["aws_kms_key", "aws_kms_key_policy"].contains(declaration.resourceType) }
  fileprivate var isOfTopic: Bool { ["aws_sns_topic", "aws_sns_topic_policy"].contains(declaration.resourceType) }
}

extension PolicyStatement {
  /// Whether a condition narrows whom a service acts for.
  fileprivate var saysForWhom: Bool {
    conditions.contains { condition in
      ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"].contains(condition.key)
        // What KMS and CloudWatch Logs say for the same, and what Amazon's older documents do.
        || condition.key.hasPrefix("kms:encryptioncontext") || condition.key == "kms:calleraccount"
        || condition.key == "kms:viaservice" || condition.key == "aws:sourceowner"
        || condition.key.hasPrefix("aws:principalorg")
    }
  }
}

extension String {
  fileprivate var isServicePrincipal: Bool { hasSuffix(".amazonaws.com") || hasSuffix(".amazonaws.com.cn") }
}
