import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let statisticFitsMetric: RuleID = "statistic-fits-metric"
}

struct StatisticFitsMetric: Rule {
  static let description = RuleDescription(
    id: .statisticFitsMetric,
    title: "Every alarm uses a statistic that fits its metric",
    rationale: """
      CloudWatch computes any statistic of any metric. The average of a counter does not grow with the count, the \
      sum of durations grows with traffic, and the sum of a queue's depth grows with the number of measurements, so \
      the alarm fires for no reason, or never.
      """,
    sources: [
      "FR-041",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
    ],
    terraformFix: """
      set `statistic` or `extended_statistic` to one that fits the metric, such as `Sum` for a counter and `p95` \
      for a duration
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments(
        "comparison_operator", "extended_statistic", "metric_name", "namespace", "statistic", "threshold",
        of: MetricAlarm.self)
    ],
    good: [
      Example("The sum of a counter, and a percentile of a duration") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        stack.add(
          MetricAlarm(
            "slow", when: ingest.duration, .percentile(.p99), threshold: .above(.seconds(10)), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("The average of an API's failures is their ratio") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(
          MetricAlarm(
            when: stage.serverErrors, .average, threshold: .above(0.01), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("Metric math may use any statistic") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let mean = MetricMath(
          "total / invocations", label: "Mean",
          of: [
            "total": (ingest.duration, .sum), "invocations": (ingest.invocations, .sum),
          ], missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            "mean", when: mean, threshold: .above(1_000), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("The maximum of a counter is above zero where the sum is") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            when: ingest.errors, .maximum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
    ],
    bad: [
      Counterexample("The average of a counter") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.errors, .average, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("The sum of all durations") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.duration, .sum, threshold: .above(.seconds(10)), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A percentile of a counter") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let sent = Metric(
          "NumberOfMessagesSent", in: "AWS/SQS", dimensions: ["QueueName": orders.queueName],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: sent, .percentile(.p95), threshold: .above(100), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A queue's depth, added up over its measurements") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let alarm = stack.add(
          MetricAlarm(
            when: orders.waitingMessages, .sum, threshold: .above(100), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("The sum of a running total") { stack in
        let alarm = stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .sum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard reading.threshold != nil, let word = reading.statistic, let statistic = StatisticFamily(word),
        let metric = reading.published, !metric.statistics.contains(statistic)
      else { return nil }
      // Measured once or ten times, something is above zero or it is not.
      if metric.kind == .level, statistic == .sum, reading.firesOnFirstEvent { return nil }
      let firesOnFirst = metric.kind == .count && reading.firesOnFirstEvent
      // The maximum of a counter is above zero where its sum is.
      if firesOnFirst, statistic == .maximum { return nil }
      var finding = finding(
        on: reading.alarm, "\(reading.owner) uses '\(word)' of '\(reading.name)', which is \(metric.kind.words)",
        fix: "use `\(metric.statistics[0].swiftName)` in '\(reading.alarm.resource.name)'",
        terraformFix: "set \(metric.statistics[0].terraformArgument)", subject: reading.name)
      // The average is too, and tells a share rather than a number.
      if firesOnFirst, statistic == .average { finding.severity = .warning }
      return finding
    }
  }
}

extension MetricReading {
  /// Whether one event in a period is enough for the alarm.
  fileprivate var firesOnFirstEvent: Bool {
    switch threshold {
    case .above(let limit): (0..<1).contains(limit)
    case .atLeast(let limit): limit > 0 && limit <= 1
    case .below, .atMost, nil: false
    }
  }
}

extension PublishedMetric.Kind {
  /// What the metric is, at the end of a sentence.
  fileprivate var words: String {
    switch self {
    case .count: "a count of events"
    case .outcome: "0 or 1 per request"
    case .time, .briefTime: "a time per call"
    case .level: "a level that is measured repeatedly"
    case .age: "an age that is measured repeatedly"
    case .percentage, .share: "a share"
    case .amount: "an amount"
    case .runningTotal: "a running total"
    case .unexamined: "of a kind that infra-gen does not know"
    }
  }
}
