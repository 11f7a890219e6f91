extension RuleID {
  public static let queueIsWatched: RuleID = "queue-is-watched"
}

struct QueueIsWatched: Rule {
  // A warning: a queue may be a buffer that somebody empties by hand, and its alarm may stand in another stack.
  static let description = RuleDescription(
    id: .queueIsWatched,
    title: "Every queue that is worked on, or holds dead letters, has an alarm on what waits in it",
    rationale: """
      When nobody takes messages out of a queue any more, nothing fails: the function that should is not called, and its \
      errors are nought. Only what waits, and for how long, tells; after the queue's retention it is gone. In a queue for \
      dead letters, the first message is work that was lost.
      """,
    sources: ["FR-045", "aws-facts 1.14"],
    severity: .warning,
    subjects: [Queue.self],
    good: [
      Example("The age of the oldest message") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let work = stack.add(LambdaFunction.example("work"))
        stack.add(
          EventSourceMapping("orders", from: .queue(orders.arn, .init(10)), to: work.arn, failures: .wholeBatch))
        stack.add(MetricAlarm.example(when: orders.oldestMessageAge, .maximum, is: .above(600)))
      },
      Example("The first dead letter") { stack in
        let alerts = stack.add(Topic("alerts"))
        let dead = stack.add(DeadLetters(alerts: alerts.arn))
        stack.add(
          Queue("orders", retention: .seconds(86_400), redrive: .init(to: dead.arn, afterReceives: 3)))
      },
    ],
    bad: [
      Counterexample("Nobody sees that it fills up") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let work = stack.add(LambdaFunction.example("work"))
        stack.add(
          EventSourceMapping("orders", from: .queue(orders.arn, .init(10)), to: work.arn, failures: .wholeBatch))
        stack.add(MetricAlarm.example(when: work.errors))
        return [orders.address]
      },
      Counterexample("Dead letters that nobody opens") { stack in
        let dead = stack.add(Queue("dead", retention: .seconds(86_400)))
        stack.add(
          Queue("orders", retention: .seconds(86_400), redrive: .init(to: dead.arn, afterReceives: 3)))
        return [dead.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let purposes = purposes(in: stack)
    guard !purposes.isEmpty else { return RuleEvaluation() }
    let resources = NamedResources(stack)
    var watched: Set<Address> = []
    for reading in stack.metricReadings where reading.namespace == "AWS/SQS" {
      guard let kind = reading.published?.kind, kind == .level || kind == .age(.seconds),
        reading.threshold?.firesOnHighValues ?? true, let queue = resources.declaration("QueueName", of: reading)
      else { continue }
      watched.insert(queue.address)
    }
    return stack.subjects(Queue.self).evaluateEach { queue throws(Unreadable) in
      guard let purpose = purposes[queue.address], !watched.contains(queue.address) else { return nil }
      let name = queue.name
      return finding(
        on: queue, "queue '\(name)' \(purpose.words), and no alarm tells what waits in it",
        fix: """
          add `stack.add(MetricAlarm("\(name)-waiting", when: \(variable(for: name)).\(purpose.alarm), for: .once, \
          missingData: .notBreaching, notify: [alerts.arn]))`
          """)
    }
  }

  private enum Purpose {
    case work, deadLetters

    var words: String { self == .work ? "is read by a function" : "holds dead letters" }
    var alarm: String {
      self == .work ? "oldestMessageAge, .maximum, is: .above(600)" : "waitingMessages, .maximum, is: .above(0)"
    }
  }

  /// What queues are for, where somebody should know what waits in them.
  private func purposes(in stack: DeclaredStack) -> [Address: Purpose] {
    var purposes: [Address: Purpose] = [:]
    for mapping in stack.declared(EventSourceMapping.self) {
      guard case .queue(let queue, _, _) = mapping.source, let address = stack.target(of: queue.text)?.address else {
        continue
      }
      purposes[address] = .work
    }
    for queue in stack.deadLetterQueues { purposes[queue] = .deadLetters }
    return purposes
  }
}
