import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let thresholdInReach: RuleID = "threshold-in-reach"
}

struct ThresholdInReach: Rule {
  static let description = RuleDescription(
    id: .thresholdInReach,
    title: "Every alarm's threshold is one that its metric can cross",
    rationale: """
      A function is stopped at its timeout, an API stops waiting, a queue deletes old messages, and a ratio ends at \
      1. An alarm at or beyond such a limit never fires, and one below the possible range always fires.
      """,
    sources: ["FR-041", "T14", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html"],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("event_source_arn", "function_name", "maximum_record_age_in_seconds", of: EventSourceMapping.self),
      .arguments("rest_api_id", of: Integration.self),
      .arguments(
        "comparison_operator", "dimensions", "extended_statistic", "metric_name", "namespace", "period", "statistic",
        "threshold", of: MetricAlarm.self),
      .arguments("reserved_concurrent_executions", "timeout", of: LambdaFunction.self),
      .arguments("schedule_expression", "state", "target", of: Schedule.self),
      .arguments("definition", of: StateMachine.self),
      .arguments("message_retention_seconds", of: Queue.self), .arguments("retention_period", of: "aws_kinesis_stream"),
    ],
    good: [
      Example("The threshold lies below the timeout") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            when: ingest.duration, .percentile(.p95), threshold: .above(.seconds(10)), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("The threshold is below the retention period") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        stack.add(
          MetricAlarm(
            when: orders.oldestMessageAge, .maximum, threshold: .above(3_600), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("No error is one too many") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "above-zero", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        stack.add(
          MetricAlarm(
            "at-least-one", when: ingest.errors, .sum, threshold: .atLeast(1), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("As many executions at once as are reserved") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["reserved_concurrent_executions": 10])
        let concurrency = Metric(
          "ConcurrentExecutions", in: "AWS/Lambda", dimensions: ["FunctionName": ingest.functionName],
          missingDataMeaning: .noEvents)
        let alarm = MetricAlarm(
          when: concurrency, .maximum, threshold: .atLeast(10), evaluation: .once, missingData: .notBreaching,
          notify: [])
        stack.add(alarm)
      },
      Example("Each failed run of a schedule is an error") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/report")))
        stack.add(Schedule("report", .every(.hours(1)), calls: .function(report.arn), as: role))
        stack.add(
          MetricAlarm(
            when: report.errors, .sum, threshold: .atLeast(3), period: .minutes(5), evaluation: .once,
            missingData: .notBreaching, notify: []))
      },
      Example("A Kinesis stream that keeps records for a week") { stack in
        let clicks = stack.add(
          RawResource("aws_kinesis_stream", "clicks", ["name": "clicks", "retention_period": 168, "shard_count": 1]))
        let index = stack.add(
          LambdaFunction(
            "index", code: .zip(.file("index.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/index")))
        stack.add(
          EventSourceMapping(
            "clicks", from: .kinesisStream(clicks.attribute("arn"), .init(10), from: .oldest), to: index.arn,
            failures: .items))
        let age = Metric(
          "IteratorAge", in: "AWS/Lambda", dimensions: ["FunctionName": index.functionName],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: age, .maximum, threshold: .above(.seconds(90_000)), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
    ],
    bad: [
      Counterexample("The timeout ends every invocation before the threshold") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = MetricAlarm(
          when: ingest.duration, .percentile(.p95), threshold: .above(.seconds(30)), evaluation: .once,
          missingData: .notBreaching, notify: [])
        return [stack.add(alarm).address]
      },
      Counterexample("The API does not wait as long") { stack in
        let api = stack.add(RestAPI("shop"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(29),
            logging: .json(to: "/aws/lambda/ingest")))
        let method = stack.add(Method("shop", .any, on: api.root, authorization: .iam))
        stack.add(Integration("shop", of: method.operation, .function(invokeARN: ingest.invokeARN)))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let alarm = MetricAlarm(
          when: stage.integrationLatency, .percentile(.p95), threshold: .above(.seconds(30)), evaluation: .once,
          missingData: .notBreaching, notify: [])
        return [stack.add(alarm).address]
      },
      Counterexample("SQS deletes the message before the threshold") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(3_600)))
        let alarm = stack.add(
          MetricAlarm(
            when: orders.oldestMessageAge, .maximum, threshold: .above(3_600), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("An execution ends before the threshold") { stack in
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
        let alarm = stack.add(
          MetricAlarm(
            when: machine.executionTime, .maximum, threshold: .above(.seconds(60)), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Five failures in an average of zeros and ones") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let stage = stack.add(HTTPStage("shop", of: api.apiID, throttling: .accountLimits))
        let alarm = stack.add(
          MetricAlarm(
            when: stage.serverErrors, .average, threshold: .above(5), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A count of errors is always at least zero") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.errors, .sum, threshold: .atLeast(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("More executions at once than are reserved") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["reserved_concurrent_executions": 10])
        let concurrency = Metric(
          "ConcurrentExecutions", in: "AWS/Lambda", dimensions: ["FunctionName": ingest.functionName],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: concurrency, .maximum, threshold: .above(50), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("More errors in five minutes than an hourly schedule can make") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/report")))
        stack.add(Schedule("report", .every(.hours(1)), calls: .function(report.arn), as: role))
        let alarm = stack.add(
          MetricAlarm(
            when: report.errors, .sum, threshold: .above(5), period: .minutes(5), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Lambda discards an event after six hours") { stack in
        let report = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let age = Metric(
          "AsyncEventAge", in: "AWS/Lambda", dimensions: ["FunctionName": report.functionName],
          missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            when: age, .maximum, threshold: .above(.seconds(28_800)), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A table's stream keeps records for a day") { stack in
        let items = stack.add(
          Table("items", partitionKey: .string("id"), deletionProtection: false, stream: .newImage))
        let index = stack.add(
          LambdaFunction(
            "index", code: .zip(.file("index.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/index")))
        stack.add(
          EventSourceMapping(
            "items", from: .tableStream(items.streamARN, .init(10), from: .oldest), to: index.arn, failures: .items))
        let age = Metric(
          "IteratorAge", in: "AWS/Lambda", dimensions: ["FunctionName": index.functionName],
          missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            when: age, .maximum, threshold: .above(.seconds(90_000)), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let bounds = MetricBounds(stack)
    return stack.metricReadings.compactMap { reading in
      guard let threshold = reading.threshold, let metric = reading.published,
        let statistic = reading.statistic.flatMap({ StatisticFamily($0) })
      else { return nil }
      if let bound = bounds.bound(of: reading, metric), threshold.isBeyond(bound) {
        return beyond(bound, threshold, reading)
      }
      switch threshold.reach(in: metric.range(of: statistic)) {
      case .sometimes: return nil
      case .never: return outOfRange(reading, threshold, "so it never fires")
      case .always: return outOfRange(reading, threshold, "so it always fires")
      }
    }
  }

  private func beyond(_ bound: MetricBounds.Bound, _ threshold: Threshold, _ reading: MetricReading) -> Finding {
    let name = bound.owner.resource.name
    let alarm = reading.alarm.resource.name
    let notes = [Finding.Note(at: bound.owner.location, "'\(name)' is declared here")]
    switch bound.reason {
    case .ends(let end, let unit):
      return finding(
        on: reading.alarm,
        """
        \(reading.owner) fires above \(threshold.limit.words) \(unit.symbol), but '\(name)' \(end) after \
        \(bound.limit.words) \(unit.symbol), so it never fires
        """,
        fix: """
          set the threshold of '\(alarm)' to \((bound.limit * 4 / 5).rounded().words) \(unit.symbol) or less, \
          80 % of the limit to leave a margin, or raise the limit of '\(name)'
          """, notes: notes)
    case .holds(let end):
      return finding(
        on: reading.alarm,
        "\(reading.owner) fires above \(threshold.limit.words), but '\(name)' \(end), so it never fires",
        fix: "set the threshold of '\(alarm)' below \(bound.limit.words)", notes: notes)
    case .isCalled(let times, let period):
      var finding = finding(
        on: reading.alarm,
        """
        \(reading.owner) fires above \(threshold.limit.words), but the schedules of '\(name)' call it \(times) times at \
        most in \(period.words) s, retries included, so it never fires
        """,
        fix: "set the threshold of '\(alarm)' below \(bound.limit.words), or use a longer period", notes: notes)
      // Someone may call it from outside.
      finding.severity = .warning
      return finding
    }
  }

  private func outOfRange(_ reading: MetricReading, _ threshold: Threshold, _ consequence: String) -> Finding {
    finding(
      on: reading.alarm,
      """
      \(reading.owner) compares '\(reading.statistic ?? "")' of '\(reading.name)' with \(threshold.limit.words), \
      \(consequence)
      """,
      fix: "set the threshold of '\(reading.alarm.resource.name)' to a value that '\(reading.name)' can cross")
  }
}
