import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let dlqAlarmMetric: RuleID = "dlq-alarm-metric"
}

struct DLQAlarmMetric: Rule {
  static let description = RuleDescription(
    id: .dlqAlarmMetric,
    title: "An alarm on a dead-letter queue reads a metric that counts the messages that SQS moves there",
    rationale: """
      The metric `NumberOfMessagesSent` counts calls of SendMessage. SQS makes no such call when it moves a message \
      whose processing failed, and a queue without a consumer has no calls of ReceiveMessage either, so an alarm on \
      such a metric stays quiet while the queue fills.
      """,
    sources: [
      "FR-045",
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    ],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self),
      .arguments("redrive_policy", of: Queue.self),
      .arguments("redrive_policy", of: "aws_sqs_queue_redrive_policy"),
    ],
    good: [
      Example("The number of messages that wait in the dead-letter queue") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        stack.add(Queue("jobs", retention: .seconds(86_400), redrive: .init(to: letters.arn, afterReceives: 3)))
        stack.add(
          MetricAlarm(
            when: letters.waitingMessages, .maximum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("The messages that others send to a queue") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        let jobs = stack.add(
          Queue("jobs", retention: .seconds(86_400), redrive: .init(to: letters.arn, afterReceives: 3)))
        let sent = Metric(
          "NumberOfMessagesSent", in: "AWS/SQS", dimensions: ["QueueName": jobs.queueName],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: sent, .sum, threshold: .above(1_000), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("SNS sends undeliverable messages, which the metric counts") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        let news = stack.add(Topic("news"))
        stack.add(
          TopicSubscription("hook", to: news.arn, .https("https://hook.example.com/"), deadLetters: letters.arn))
        let sent = Metric(
          "NumberOfMessagesSent", in: "AWS/SQS", dimensions: ["QueueName": letters.queueName],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: sent, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A metric that does not count the messages SQS moves to the dead-letter queue") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        stack.add(Queue("jobs", retention: .seconds(86_400), redrive: .init(to: letters.arn, afterReceives: 3)))
        let sent = Metric(
          "NumberOfMessagesSent", in: "AWS/SQS", dimensions: ["QueueName": letters.queueName],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: sent, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The redrive policy is a resource of its own") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
        stack.add(
          RawResource(
            "aws_sqs_queue_redrive_policy", "jobs",
            [
              "queue_url": .text(jobs.queueURL),
              "redrive_policy": .json(["deadLetterTargetArn": .text(letters.arn.text), "maxReceiveCount": 3]),
            ]))
        let sent = Metric(
          "NumberOfMessagesSent", in: "AWS/SQS", dimensions: ["QueueName": letters.queueName],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: sent, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Messages received from a queue that nothing reads") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(1_209_600)))
        stack.add(Queue("jobs", retention: .seconds(86_400), redrive: .init(to: letters.arn, afterReceives: 3)))
        let received = Metric(
          "NumberOfMessagesReceived", in: "AWS/SQS", dimensions: ["QueueName": letters.queueName],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: received, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let readings = stack.metricReadings.filter { $0.namespace == "AWS/SQS" && callMetrics.contains($0.name) }
    guard !readings.isEmpty else { return [] }
    let read = stack.queuesThatAreRead
    let resources = NamedResources(stack)
    let redriven = stack.redrivenQueues
    // What Lambda, SNS and EventBridge cannot deliver they send, and that is counted.
    let sentTo = stack.queuesOfUndelivered
    return readings.compactMap { reading in
      guard let queue = resources.declaration("QueueName", of: reading), let source = redriven[queue.address],
        !(reading.name == "NumberOfMessagesSent" ? sentTo : read).contains(queue.address)
      else { return nil }
      let name = queue.resource.name
      var finding = finding(
        on: reading.alarm,
        """
        \(reading.owner) reads '\(reading.name)' of dead-letter queue '\(name)', which does not count the messages \
        that SQS moves there
        """,
        fix: """
          read 'ApproximateNumberOfMessagesVisible' of '\(name)' with 'Maximum' in '\(reading.alarm.resource.name)'
          """,
        notes: [Finding.Note(at: source.location, "'\(source.resource.name)' has its messages moved to '\(name)'")])
      // What is outside the stack may receive from the queue; it hardly sends there.
      if reading.name != "NumberOfMessagesSent" { finding.severity = .warning }
      return finding
    }
  }
}

/// What SQS counts by call, and not by message that is there.
private let callMetrics: Set<String> = ["NumberOfMessagesDeleted", "NumberOfMessagesReceived", "NumberOfMessagesSent"]

extension DeclaredStack {
  /// The queues that something of the stack receives from.
  fileprivate var queuesThatAreRead: Set<Address> {
    let readers = [(EventSourceMapping.type, "event_source_arn"), ("aws_pipes_pipe", "source")]
    return Set(
      readers.flatMap { type, argument in
        managed(type).flatMap { reader in reader.block[argument].map { queues(namedBy: $0, in: reader.region) } ?? [] }
      })
  }

  /// The queues that SQS moves messages to whose processing failed, each with one that has its messages moved.
  fileprivate var redrivenQueues: [Address: Declaration] {
    var sources: [Address: Declaration] = [:]
    for declaration in managed(anyOf: [Queue.type, "aws_sqs_queue_redrive_policy"]) {
      guard let policy = declaration.block["redrive_policy"] else { continue }
      for queue in queues(namedBy: policy, in: declaration.region) where queue != declaration.address {
        sources[queue] = sources[queue] ?? declaration
      }
    }
    return sources
  }

  /// The queues that other services send to what they could not deliver.
  fileprivate var queuesOfUndelivered: Set<Address> {
    let holders = [
      (TopicSubscription.type, "redrive_policy"), (LambdaFunction.type, "dead_letter_config"),
      (EventTarget.type, "dead_letter_config"), (Schedule.type, "target"),
      (EventInvokeConfig.type, "destination_config"), (EventSourceMapping.type, "destination_config"),
    ]
    return Set(
      holders.flatMap { type, argument in
        managed(type).flatMap { declaration in
          declaration.block[argument].map { queues(namedBy: $0, in: declaration.region) } ?? []
        }
      })
  }

  private func queues(namedBy value: Value, in region: Region) -> [Address] {
    var queues: [Address] = []
    value.forEachLeaf { leaf in
      if case .attribute(let reference) = leaf, reference.address.type == Queue.type {
        queues.append(reference.address)
      }
    }
    guard queues.isEmpty, let document = try? value.document, case .map(let members) = document,
      let arn = members["deadLetterTargetArn"]?.text(in: self), let name = arn.split(separator: ":").last
    else { return queues }
    return managed(Queue.type).filter { $0.region == region && $0.physicalName == String(name) }.map(\.address)
  }
}
