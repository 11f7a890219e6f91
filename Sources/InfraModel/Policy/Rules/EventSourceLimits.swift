extension RuleID {
  public static let eventSourceLimits: RuleID = "event-source-limits"
}

struct EventSourceLimits: Rule {
  static let description = RuleDescription(
    id: .eventSourceLimits,
    title: "A queue hides a message for as long as the function that reads it may take",
    rationale: """
      Lambda refuses a queue that hands a message to the next reader while the function may still work on it, and AWS \
      recommends six times the timeout. Terraform plans it.
      """,
    sources: ["https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html"],
    terraformFix: "set `visibility_timeout_seconds` of the queue to six times the function's `timeout`",
    subjects: [EventSourceMapping.self],
    good: [
      Example("Ten messages need no window, and the queue waits six times as long as the function runs") { stack in
        let ingest = stack.add(LambdaFunction.example(timeout: .seconds(30)))
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400), visibilityTimeout: .seconds(180)))
        stack.add(EventSourceMapping("jobs", from: .queue(jobs.arn, .init(10)), to: ingest.arn, failures: .items))
      },
      Example("A hundred records within five seconds") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(
          EventSourceMapping(
            "items", from: .tableStream("arn:aws:dynamodb:…", .init(100, within: .seconds(5)), from: .latest),
            to: ingest.arn, failures: .items))
      },
    ],
    bad: [
      Counterexample("The queue does not wait for the function") { stack in
        let ingest = stack.add(LambdaFunction.example(timeout: .seconds(60)))
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
    finding(
      on: queue,
      """
      queue '\(queue.name)' hides a message for \(hidden), and function '\(function.name)' may work on \
      it for \(timeout.words)
      """,
      fix: "set `visibilityTimeout: .seconds(\((timeout * 6).wholeSeconds))` on '\(queue.name)'",
      notes: [Finding.Note(at: mapping.location, "function '\(function.name)' reads it here")])
  }
}
