import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let confusedDeputy: RuleID = "confused-deputy"
}

struct ConfusedDeputy: Rule {
  static let description = RuleDescription(
    id: .confusedDeputy,
    title: "A policy for a service principal has `aws:SourceArn` or `aws:SourceAccount`",
    rationale: """
      A service acts on behalf of every account that uses it. Without a condition, its principal allows a topic, \
      rule or bucket of any account: the confused deputy problem.
      """,
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
      "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    ],
    terraformFix: "add a `condition` on `aws:SourceArn` or `aws:SourceAccount` to the statement",
    reads: [
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
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
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
