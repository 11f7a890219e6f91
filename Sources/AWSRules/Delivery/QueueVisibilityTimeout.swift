import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let queueVisibilityTimeout: RuleID = "queue-visibility-timeout"
}

struct QueueVisibilityTimeout: Rule {
  static let description = RuleDescription(
    id: .queueVisibilityTimeout,
    title: "A queue's visibility timeout is at least six times the timeout of the function that reads it",
    rationale: """
      Lambda rejects an event source mapping if the queue's visibility timeout is shorter than the function's \
      timeout. AWS recommends six times the timeout, so that Lambda can retry throttled batches. Terraform plans \
      either.
      """,
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html"],
    terraformFix: "set `visibility_timeout_seconds` of the queue to at least six times the function's `timeout`",
    subjects: [EventSourceMapping.self],
    good: [
      Example("A visibility timeout of six times the function's timeout") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400), visibilityTimeout: .seconds(180)))
        stack.add(EventSourceMapping("jobs", from: .queue(jobs.arn, .init(10)), to: ingest.arn, failures: .items))
      },
      Example("A hundred records within five seconds") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          EventSourceMapping(
            "items", from: .tableStream("arn:aws:dynamodb:…", .init(100, within: .seconds(5)), from: .latest),
            to: ingest.arn, failures: .items))
      },
    ],
    bad: [
      Counterexample("A visibility timeout that is too short") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(60),
            logging: .json(to: "/aws/lambda/ingest")))
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400), visibilityTimeout: .seconds(30)))
        stack.add(EventSourceMapping("jobs", from: .queue(jobs.arn, .init(10)), to: ingest.arn, failures: .items))
        return [jobs.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for mapping in stack.subjects(EventSourceMapping.self) {
      // Only a mapping whose own arguments are unknown is unknown itself; otherwise the question is about the queue.
      var found: (Subject<Queue>, Subject<LambdaFunction>)?
      evaluation.judge(mapping.declaration) { () throws(DecodingFailure) in
        guard let source = try stack.target(of: mapping[\.source.arn], in: "event_source_arn"),
          let queue = Subject<Queue>(source, in: stack),
          let target = try stack.target(of: mapping[\.function].text, in: "function_name"),
          let function = Subject<LambdaFunction>(target, in: stack)
        else { return [] }
        found = (queue, function)
        return []
      }
      guard let (queue, function) = found else { continue }
      evaluation.judge(queue.declaration) { () throws(DecodingFailure) in
        let (hidden, timeout) = (try queue[\.visibilityTimeout], try function[\.timeout].known)
        guard hidden < timeout * 6 else { return [] }
        return [impatience(of: queue, hiding: hidden, from: function, working: timeout, mapping)]
      }
    }
    return evaluation
  }

  /// AWS asks for six times the timeout, and refuses less than one.
  private func impatience(
    of queue: Subject<Queue>, hiding hidden: Duration, from function: Subject<LambdaFunction>,
    working timeout: Duration, _ mapping: Subject<EventSourceMapping>
  ) -> Finding {
    var finding = finding(
      on: queue,
      """
      queue '\(queue.name)' has a visibility timeout of \(hidden.words), but function '\(function.name)' may run for \
      \(timeout.words)
      """,
      fix: "set `visibilityTimeout: .seconds(\((timeout * 6).wholeSeconds))` on '\(queue.name)'",
      terraformFix: "set `visibility_timeout_seconds` of '\(queue.name)' to at least \((timeout * 6).wholeSeconds)",
      notes: [Finding.Note(at: mapping.location, "function '\(function.name)' reads it here")])
    // Six times the timeout is what AWS recommends; less than once it refuses.
    if hidden >= timeout { finding.severityInAudit = .warning }
    return finding
  }
}
