import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let queueAlarm: RuleID = "queue-alarm"
}

struct QueueAlarm: Rule {
  // A warning: a queue may be a buffer that people empty by hand, and its alarm may be in another stack.
  static let description = RuleDescription(
    id: .queueAlarm,
    title:
      "Every queue with a consumer, and every dead-letter queue, has an alarm on the age or number of its messages",
    rationale: """
      When a queue's consumer stops receiving messages, no error metric rises: the function is not invoked and has \
      zero errors. Only the number and age of the messages show it, and SQS deletes them after the retention \
      period. In a dead-letter queue, the first message is work that was lost.
      """,
    sources: [
      "FR-045",
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
    ],
    severity: .warning,
    terraformFix: """
      add an `aws_cloudwatch_metric_alarm` on `ApproximateAgeOfOldestMessage` of `AWS/SQS`, or for a dead-letter \
      queue on `ApproximateNumberOfMessagesVisible`, with the queue's `name` as the dimension `QueueName`
      """,
    subjects: [Queue.self],
    good: [
      Example("The age of the oldest message") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let work = stack.add(
          LambdaFunction(
            "work", code: .zip(.file("work.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/work")))
        stack.add(
          EventSourceMapping("orders", from: .queue(orders.arn, .init(10)), to: work.arn, failures: .wholeBatch))
        stack.add(
          MetricAlarm(
            when: orders.oldestMessageAge, .maximum, threshold: .above(600), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("The number of messages in the dead-letter queue") { stack in
        let alerts = stack.add(Topic("alerts"))
        let dead = stack.add(DeadLetters(alerts: alerts.arn))
        stack.add(
          Queue("orders", retention: .seconds(86_400), redrive: .init(to: dead.arn, afterReceives: 3)))
      },
    ],
    bad: [
      Counterexample("No alarm on the backlog of a queue") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let work = stack.add(
          LambdaFunction(
            "work", code: .zip(.file("work.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/work")))
        stack.add(
          EventSourceMapping("orders", from: .queue(orders.arn, .init(10)), to: work.arn, failures: .wholeBatch))
        stack.add(
          MetricAlarm(
            when: work.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [orders.address]
      },
      Counterexample("A dead-letter queue without an alarm") { stack in
        let dead = stack.add(Queue("dead", retention: .seconds(86_400)))
        stack.add(
          Queue("orders", retention: .seconds(86_400), redrive: .init(to: dead.arn, afterReceives: 3)))
        return [dead.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let sources = readQueues(in: stack)
    let deadLetters = stack.deadLetterQueues
    let watched = watchedQueues(in: stack)
    return stack.subjects(Queue.self).evaluateEach { queue throws(DecodingFailure) in
      guard let purpose = try purpose(of: queue, sources, deadLetters), try !watched.contains(queue.address) else {
        return nil
      }
      let name = queue.name
      return finding(
        on: queue, "queue '\(name)' \(purpose.words), but no alarm reads \(purpose.measure)",
        fix: """
          add `stack.add(MetricAlarm("\(name)-waiting", when: \(variable(for: name)).\(purpose.alarm), evaluation: .once, \
          missingData: .notBreaching, notify: [alerts.arn]))`
          """,
        terraformFix: """
          add an `aws_cloudwatch_metric_alarm` on `\(purpose.metric)` of `AWS/SQS`, with the queue's `name` as the \
          dimension `QueueName`
          """)
    }
  }

  private enum Purpose {
    case work, deadLetters

    var words: String { self == .work ? "is read by a function" : "is a dead-letter queue" }
    var measure: String { self == .work ? "the age of its messages" : "the number of its messages" }
    var metric: String {
      self == .work ? "ApproximateAgeOfOldestMessage" : "ApproximateNumberOfMessagesVisible"
    }
    var alarm: String {
      self == .work
        ? "oldestMessageAge, .maximum, threshold: .above(600)" : "waitingMessages, .maximum, threshold: .above(0)"
    }
  }

  /// What a queue is for, where an operator should know what waits in it.
  private func purpose(
    of queue: Subject<Queue>, _ sources: Evidence<Address, Void>, _ deadLetters: Evidence<Address, Void>
  ) throws(DecodingFailure) -> Purpose? {
    if !deadLetters[queue.address].isEmpty { return .deadLetters }
    if !sources[queue.address].isEmpty { return .work }
    if try deadLetters.contains(queue.address) { return .deadLetters }
    return try sources.contains(queue.address) ? .work : nil
  }

  /// The queues that functions read.
  private func readQueues(in stack: DeclaredStack) -> Evidence<Address, Void> {
    var queues = Evidence<Address, Void>()
    for mapping in stack.subjects(EventSourceMapping.self) {
      queues.record(mapping.declaration) { () throws(DecodingFailure) in
        let source = try mapping[\.source.arn]
        return try stack.target(of: source, in: "event_source_arn").map { [($0.address, ())] } ?? []
      }
    }
    return queues
  }

  /// The queues of which an alarm reads how much waits, or for how long.
  private func watchedQueues(in stack: DeclaredStack) -> Evidence<Address, Void> {
    let resources = NamedResources(stack)
    var watched = Evidence<Address, Void>()
    for reading in stack.metricReadings where reading.namespace == "AWS/SQS" {
      guard isAboutWaiting(reading.published), reading.threshold?.firesOnHighValues ?? true else { continue }
      if let queue = resources.declaration("QueueName", of: reading) {
        watched.add(queue.address)
      } else if reading.dimensions.map({ $0["QueueName"]?.isUndecided ?? false }) ?? true {
        let error = DecodingFailure(argument: "dimensions", reason: .knownAfterApply)
        watched.addUnclear(reading.alarm, error, mayConcern: isIn(reading.alarm.region, of: stack))
      }
    }
    for undecided in stack.undecidedAlarms where undecided.namespace ?? "AWS/SQS" == "AWS/SQS" {
      guard undecided.name.map({ isAboutWaiting(MetricCatalogue.metric($0, in: "AWS/SQS")) }) ?? true else { continue }
      let error = DecodingFailure(argument: "metric_name", reason: .knownAfterApply)
      watched.addUnclear(undecided.alarm, error, mayConcern: isIn(undecided.alarm.region, of: stack))
    }
    return watched
  }

  private func isAboutWaiting(_ metric: PublishedMetric?) -> Bool {
    metric?.kind == .level || metric?.kind == .age(.seconds)
  }

  private func isIn(_ region: Region, of stack: DeclaredStack) -> @Sendable (Address) -> Bool {
    { stack.declaration(at: $0)?.region == region }
  }
}
