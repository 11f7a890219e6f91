extension RuleID {
  public static let confusedDeputy: RuleID = "confused-deputy"
}

struct ConfusedDeputy: Rule {
  static let description = RuleDescription(
    id: .confusedDeputy,
    title: "A policy that lets a service in says for whom the service acts",
    rationale: """
      A service acts for every account that asks it to. Let in without a condition, it lets anybody's topic, rule or \
      bucket in: the confused deputy.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html",
    ],
    terraformFix: "add a `condition` on `aws:SourceArn` or `aws:SourceAccount` to the statement",
    good: [
      Example("For one rule, and for one account") { stack in
        let rule = stack.add(EventRule.example)
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
      Example("To refuse everybody is to refuse everybody's") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(.deny, to: .service("sns.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
        stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement])))
      },
      Example("SNS has no condition for EventBridge") { stack in
        stack.add(AlertTopic("alerts", takesEvents: true, subscribers: ["oncall": .email("oncall@example.com")]))
      },
    ],
    bad: [
      Counterexample("Anybody's alarm may publish") { stack in
        let topic = stack.add(Topic("alerts"))
        let statement = Statement(to: .service("cloudwatch.amazonaws.com"), ["sns:Publish"], on: [topic.arn.text])
        return [stack.add(TopicPolicy("alerts", of: topic.arn, PolicyDocument([statement]))).address]
      },
      Counterexample("A condition about something else, in a text") { stack in
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
      let excused = policy.isOfTopic ? publisherWithoutCondition : nil
      return Set(services).filter { $0 != excused }.sorted().map { service in
        let name = policy.declaration.resource.name
        return finding(
          on: policy.declaration, "`\(policy.place.path)` of '\(name)' lets '\(service)' in for whomever it acts",
          fix: """
            add the condition `["ArnEquals": ["aws:SourceArn": …]]` or `["StringEquals": ["aws:SourceAccount": …]]` to \
            the statement in '\(name)'
            """, subject: service)
      }
    }
  }
}

/// AWS documents that SNS supports no condition for what EventBridge rules publish, so a policy cannot have one.
private let publisherWithoutCondition = "events.amazonaws.com"

extension DeclaredPolicy {
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
