import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let argumentConflicts: RuleID = "argument-conflicts"
}

struct ArgumentConflicts: Rule {
  static let description = RuleDescription(
    id: .argumentConflicts,
    title: "No resource has arguments that AWS does not accept together",
    rationale: """
      Terraform checks each argument on its own, so it plans an alarm without a threshold, and an image with \
      a runtime.
      """,
    sources: [
      "T15", "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    ],
    good: [
      Example("A consistent model with extra arguments") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          with: ["unit": "Count"])
      },
      Example("Encryption with a key") { stack in
        let key: Value = "arn:aws:kms:us-east-1:123456789012:key/1"
        stack.add(RawResource("aws_xray_encryption_config", "traces", ["type": "KMS", "key_id": key]))
      },
    ],
    bad: [
      Counterexample("Few samples of a sum, as an extra argument: only percentiles need many") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          with: ["evaluate_low_sample_count_percentiles": "ignore"])
        return [alarm.address]
      },
      Counterexample("Credentials from any origin") { stack in
        let cors = FunctionURL.CORS(origins: ["*"], methods: [.get], allowHeaders: [], allowCredentials: true)
        return [stack.add(FunctionURL("chat", of: "chat", authorization: .iam, cors: cors)).address]
      },
      Counterexample("An invalid email address") { stack in
        let alerts = stack.add(Topic("alerts"))
        return [stack.add(TopicSubscription("on-call", to: alerts.arn, .email("on-call"))).address]
      },
      Counterexample("An alarm without a threshold, and on no metric") { stack in
        let alarm = stack.add(RawResource("aws_cloudwatch_metric_alarm", "errors", ["alarm_name": "errors"]))
        return [alarm.address, alarm.address]
      },
      Counterexample("A batch of eleven messages without a batching window") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let jobs: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        let mapping = EventSourceMapping("jobs", from: .queue(jobs, .init(11)), to: ingest.arn, failures: .items)
        return [stack.add(mapping).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed(by: ArgumentRequirements.of).flatMap { requirements, declarations in
      declarations.flatMap { findings(on: $0, requirements.constraints, in: stack) }
    }
  }

  private func findings(
    on declaration: Declaration, _ constraints: [ArgumentConstraint], in stack: DeclaredStack
  ) -> [Finding] {
    let arguments = KnownArguments(block: declaration.block, stack: stack)
    return constraints.filter { !$0.holds(arguments) }.map { constraint in
      let name = declaration.resource.name
      var finding = finding(on: declaration, "'\(name)' \(constraint.fault)", fix: "\(constraint.fix) on '\(name)'")
      finding.severityInAudit = constraint.severityInAudit
      return finding
    }
  }
}
