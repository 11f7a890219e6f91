import InfraModel
import Testing

/// In an audit, what AWS accepts and only advises against is no error, though it is one in Swift.
@Suite struct AuditSeverityTests {
  @Test("The policy of a key names a service without a condition, as that of a queue does")
  func keyPolicy() {
    let policy: Value = .json([
      "Version": "2012-10-17",
      "Statement": [
        [
          "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"], "Action": "kms:Decrypt", "Resource": "*",
        ]
      ],
    ])
    #expect(severities(.crossServiceConfusedDeputy, "aws_kms_key", ["policy": policy]) == Severities(.error, .warning))
    #expect(
      severities(.crossServiceConfusedDeputy, "aws_sqs_queue_policy", ["queue_url": "q", "policy": policy])
        == Severities(.error, .error))
  }

  @Test("EventBridge publishes to an encrypted topic without a condition, which its key cannot have")
  func keyOfEventBridge() {
    let policy: Value = .json([
      "Version": "2012-10-17",
      "Statement": [
        [
          "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Action": "kms:Decrypt",
          "Resource": "*",
        ]
      ],
    ])
    #expect(severities(.crossServiceConfusedDeputy, "aws_kms_key", ["policy": policy]) == Severities(nil, nil))
  }

  @Test("A bucket's permission without its account") func bucketPermission() {
    let permission: Block = [
      "action": "lambda:InvokeFunction", "function_name": "resize", "principal": "s3.amazonaws.com",
      "source_arn": "arn:aws:s3:::uploads",
    ]
    #expect(
      severities(.crossServiceConfusedDeputy, "aws_lambda_permission", permission) == Severities(.error, .warning))
  }

  @Test(
    "AWS refuses a visibility timeout below the function's timeout, and recommends six times",
    arguments: [(59, Severity.error), (60, .warning), (359, .warning), (360, nil)])
  func visibilityTimeout(_ seconds: Int, _ audited: Severity?) {
    let found = severities(.queueVisibilityTimeout) { stack in
      let queue = stack.raw(
        "aws_sqs_queue", "jobs", ["name": "jobs", "visibility_timeout_seconds": .integer(seconds)])
      let worker = stack.function("worker", ["timeout": 60])
      stack.raw(
        "aws_lambda_event_source_mapping", "jobs",
        [
          "event_source_arn": .text(queue.attribute("arn")), "function_name": .text(worker.attribute("arn")),
        ])
    }
    #expect(found == Severities(audited == nil ? nil : .error, audited))
  }

  @Test("A level that is given wins over the severity in an audit") func levels() {
    var stack = StackBuilder()
    stack.function("worker")
    var policy = Policy(today: "2026-11-21", levels: [.lambdaP95Alarm: .error])
    #expect(severity(.lambdaP95Alarm, in: DeclaredStack(stack).planned, by: policy) == .error)
    policy.levels = [:]
    #expect(severity(.lambdaP95Alarm, in: DeclaredStack(stack).planned, by: policy) == .warning)
  }

  private struct Severities: Equatable {
    let declared: Severity?
    let audited: Severity?

    init(_ declared: Severity?, _ audited: Severity?) {
      self.declared = declared
      self.audited = audited
    }
  }

  private func severities(_ rule: RuleID, _ type: String, _ block: Block) -> Severities {
    severities(rule) { $0.raw(type, "subject", block) }
  }

  private func severities(_ rule: RuleID, _ declare: (inout StackBuilder) -> Void) -> Severities {
    var builder = StackBuilder()
    declare(&builder)
    let (stack, policy) = (DeclaredStack(builder), Policy(today: "2026-11-21"))
    return Severities(severity(rule, in: stack, by: policy), severity(rule, in: stack.planned, by: policy))
  }

  private func severity(_ rule: RuleID, in stack: DeclaredStack, by policy: Policy) -> Severity? {
    policy.report(on: stack).findings.first { $0.rule == rule }?.severity
  }
}
