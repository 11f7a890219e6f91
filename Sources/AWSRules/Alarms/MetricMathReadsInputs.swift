import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let metricMathReadsInputs: RuleID = "metric-math-reads-inputs"
}

struct MetricMathReadsInputs: Rule {
  static let description = RuleDescription(
    id: .metricMathReadsInputs,
    title: "An alarm's metric math reads every metric of the alarm",
    rationale: "An alarm with a metric that its expression does not read appears to monitor that metric.",
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"],
    severity: .warning,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_query", of: MetricAlarm.self)
    ],
    good: [
      Example("Both metrics are in the expression") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "100 * errors / requests", label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("All metrics at once") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "SUM(METRICS())", label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("Metrics whose ids have a part in common") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          #"MAX(METRICS("e"))"#, label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A band, which the alarm compares with") { stack in
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "odd",
            [
              "threshold_metric_id": "band",
              "metric_query": .blocks([
                ["id": "requests", "return_data": true],
                ["id": "band", "expression": "ANOMALY_DETECTION_BAND(requests, 2)"],
              ]),
            ]))
      },
    ],
    bad: [
      Counterexample("The requests are not read") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "100 * errors", label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricQueries.flatMap { alarm, queries -> [Finding] in
      // The band that an anomaly alarm compares with is read by the alarm.
      var read = Set(alarm.block["threshold_metric_id"].flatMap { stack.spelled($0) }.map { [$0] } ?? [])
      var parts: [String] = []
      for text in queries.compactMap(\.expression) {
        // One that cannot be read is another rule's, and may read anything.
        guard let expression = try? MetricExpression(parsing: text) else { return [] }
        read.formUnion(expression.ids)
        parts += expression.groups
      }
      return queries.filter { query in
        !query.returnsData && !read.contains(query.id) && !parts.contains { query.id.contains($0) || $0.isEmpty }
      }.map { query in
        finding(
          on: alarm, "alarm '\(alarm.resource.name)' has '\(query.id)', but none of its expressions reads it",
          fix: "use '\(query.id)' in the expression of '\(alarm.resource.name)', or remove it", subject: query.id)
      }
    }
  }
}

extension MetricExpression {
  /// What ids have in common that it reads together: nothing where it reads them all.
  fileprivate var groups: [String] {
    switch self {
    case .call("METRICS", let arguments):
      arguments.isEmpty ? [""] : arguments.map { if case .text(let part) = $0 { part } else { "" } }
    case .call(_, let values), .list(let values): values.flatMap(\.groups)
    case .negative(let value): value.groups
    case .operation(let left, _, let right): left.groups + right.groups
    case .id, .number, .text, .word, .query: []
    }
  }
}
