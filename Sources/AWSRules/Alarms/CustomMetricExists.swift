import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let customMetricExists: RuleID = "custom-metric-exists"
}

struct CustomMetricExists: Rule {
  static let description = RuleDescription(
    id: .customMetricExists,
    title: "Every custom metric that an alarm reads is published by the stack",
    rationale: "CloudWatch accepts any metric name. An alarm on a misspelled metric never fires.",
    sources: ["FR-042", "T28"],
    severity: .warning,
    asked: .ofStacksOnly(because: "Terraform does not know which metrics the code writes"),
    subjects: [MetricAlarm.self],
    good: [
      Example("A function emits what the alarm reads") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [failures]))
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("AWS's own metrics need no emitter") { stack in
        let depth = Metric(
          "ApproximateAgeOfOldestMessage", in: "AWS/SQS", dimensions: ["QueueName": "orders"],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: depth, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A metric filter reads it from the logs") { stack in
        let failures = stack.add(
          LogMetricFilter(
            "failures", in: "/aws/lambda/ingest", matching: "ERROR", as: "Failures", in: "Shop",
            .total(otherwise: 0), missingDataMeaning: .noEvents))
        stack.add(
          MetricAlarm(
            when: failures.metric, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
    ],
    bad: [
      Counterexample("The alarm spells the metric differently") { stack in
        let ratio = Metric("trace_data_loss_ratio", in: "Canary", missingDataMeaning: .stopped)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [ratio]))
        let loss = Metric("trace_data_loss", in: "Canary", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm(
            when: loss, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The function writes it with a dimension that the alarm does not have") { stack in
        let failures = Metric(
          "Failures", in: "Shop", dimensions: ["Environment": "prod"], missingDataMeaning: .noEvents)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), emits: [failures]))
        let total = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: total, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let emitters = EmitterIndex(stack)
    let filtered = filteredMetrics(in: stack)
    return stack.subjects(MetricAlarm.self).evaluate { alarm throws(DecodingFailure) in
      let custom = try alarm[\.measure].metrics.filter { !MetricCatalogue.isOfAWS($0.namespace) }
      var findings: [Finding] = []
      for metric in custom {
        if try filtered.contains([metric.namespace, metric.name]) { continue }
        if try emitters.emits(stack.series(metric, in: alarm.region)) { continue }
        findings.append(finding(on: alarm, reading: metric, besides: emitters.emitter(ofNameOf: metric)))
      }
      return findings
    }
  }

  private func finding(
    on alarm: Subject<MetricAlarm>, reading metric: Metric, besides emitter: Subject<LambdaFunction>?
  ) -> Finding {
    let alarmReads = "alarm '\(alarm.name)' reads '\(metric.name)' in '\(metric.namespace)'"
    guard let emitter else {
      return finding(
        on: alarm, "\(alarmReads), which no function of the stack emits",
        fix: "add the metric to `emits:` of the function that writes it, or use the name that the function writes")
    }
    return finding(
      on: alarm, "\(alarmReads), which '\(emitter.name)' emits with other dimensions or elsewhere",
      fix: "use one `let \(variable(for: metric.name)) = Metric(…)` for `emits:` of '\(emitter.name)' and the alarm",
      notes: [Finding.Note(at: emitter.location, "function '\(emitter.name)' emits it here")])
  }
}

/// What the stack's metric filters read from logs, each as namespace and name.
private func filteredMetrics(in stack: DeclaredStack) -> Evidence<[String], Void> {
  var metrics = Evidence<[String], Void>()
  for filter in stack.subjects(LogMetricFilter.self) {
    let (namespace, name) = (try? filter[\.namespace], try? filter[\.metricName])
    metrics.record(
      filter.declaration,
      mayConcern: { key in (namespace ?? key[0]) == key[0] && (name ?? key[1]) == key[1] },
      { () throws(DecodingFailure) in [([try filter[\.namespace], try filter[\.metricName]], ())] })
  }
  return metrics
}
