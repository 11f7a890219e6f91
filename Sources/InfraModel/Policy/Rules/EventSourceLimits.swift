extension RuleID {
  public static let eventSourceLimits: RuleID = "event-source-limits"
}

struct EventSourceLimits: Rule {
  static let description = RuleDescription(
    id: .eventSourceLimits,
    title: "Every event source is read as Lambda reads, and its queue waits for the function",
    rationale: """
      Lambda refuses a batch that is too large, and a queue that gives a message to the next reader while the function \
      still works on it; Terraform plans both.
      """,
    sources: ["aws-facts 1.4"],
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
      Counterexample("Eleven messages without a window") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let jobs: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        let mapping = EventSourceMapping("jobs", from: .queue(jobs, .init(11)), to: ingest.arn, failures: .items)
        return [stack.add(mapping).address]
      },
      Counterexample("More than Lambda puts into a batch, and a longer wait") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let mapping = EventSourceMapping(
          "items", from: .tableStream("arn:aws:dynamodb:…", .init(20_000, within: .seconds(301)), from: .latest),
          to: ingest.arn, failures: .wholeBatch)
        let address = stack.add(mapping).address
        return [address, address]
      },
      Counterexample("One call at a time") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let jobs: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        let mapping = EventSourceMapping(
          "jobs", from: .queue(jobs, .init(1), maximumConcurrency: 1), to: ingest.arn, failures: .items)
        return [stack.add(mapping).address]
      },
      Counterexample("The queue does not wait for the function") { stack in
        let ingest = stack.add(LambdaFunction.example(timeout: .seconds(60)))
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400), visibilityTimeout: .seconds(30)))
        stack.add(EventSourceMapping("jobs", from: .queue(jobs.arn, .init(10)), to: ingest.arn, failures: .items))
        return [jobs.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for mapping in stack.declared(EventSourceMapping.self) {
      evaluation.findings += limits(of: mapping)
      guard case .queue(let arn, _, _) = mapping.source, let queue = stack.target(of: arn.text, as: Queue.self),
        let function = stack.target(of: mapping.function.text, as: LambdaFunction.self)
      else { continue }
      evaluation.judge(queue.declaration) { () throws(Unreadable) in
        let (hidden, timeout) = (try queue[\.visibilityTimeout], try function[\.timeout].known)
        guard hidden < timeout * 6 else { return [] }
        return [impatience(of: queue, hiding: hidden, from: function, working: timeout, mapping)]
      }
    }
    return evaluation
  }

  private func limits(of mapping: Declared<EventSourceMapping>) -> [Finding] {
    let (size, window) = (mapping.source.batch.size, mapping.source.batch.window.wholeSeconds)
    var faults: [(String, String)] = []
    if !(1...10_000).contains(size) {
      faults.append(("hands over \(size) at a time, and Lambda 1 to 10000", "set the batch's size within these"))
    }
    if !(0...300).contains(window) {
      faults.append(("waits \(window) s for a batch, and Lambda up to 300 s", "set the batch's window within these"))
    } else if size > 10, window == 0 {
      faults.append(
        ("hands over \(size) at a time without a wait", "write the batch as `.init(\(size), within: .seconds(1))`"))
    }
    if case .queue(_, _, let calls?) = mapping.source, !(2...1_000).contains(calls) {
      faults.append(("makes \(calls) calls at a time, and Lambda 2 to 1000", "set `maximumConcurrency:` within these"))
    }
    return faults.map { fault, fix in
      finding(on: mapping, "event source '\(mapping.name)' \(fault)", fix: "\(fix) in '\(mapping.name)'")
    }
  }

  /// AWS asks for six times the timeout, and refuses less than one.
  private func impatience(
    of queue: Subject<Queue>, hiding hidden: Duration, from function: Subject<LambdaFunction>,
    working timeout: Duration, _ mapping: Declared<EventSourceMapping>
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
