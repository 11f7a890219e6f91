import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let metricMathParses: RuleID = "metric-math-parses"
}

struct MetricMathParses: Rule {
  static let description = RuleDescription(
    id: .metricMathParses,
    title: "Every metric math expression is valid in an alarm",
    rationale: """
      Terraform accepts any text as an expression. CloudWatch rejects an invalid one during apply, so there is no \
      alarm.
      """,
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("metric_query", of: MetricAlarm.self)
    ],
    good: [
      Example("A rate") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "IF(requests > 10, 100 * errors / requests, 0)", label: "Error rate",
          of: ["errors": (errors, .sum), "requests": (requests, .sum)], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("Gaps are filled") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "RATE(FILL(errors, 0)) + MAX([errors, requests])", label: "Error rate",
          of: ["errors": (errors, .sum), "requests": (requests, .sum)], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("An id that no query has") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "errors / (requests + failures)", label: "Error rate",
          of: ["errors": (errors, .sum), "requests": (requests, .sum)], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A function that CloudWatch does not have") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "AVERAGE(errors) / requests", label: "Error rate",
          of: ["errors": (errors, .sum), "requests": (requests, .sum)], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A missing operand") { stack in
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          "errors / requests *", label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A SEARCH expression") { stack in
        let sum = "SUM(SEARCH('{AWS/Lambda} Errors', 'Sum', 300)) + errors - requests"
        let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
        let requests = Metric("Requests", in: "Shop", missingDataMeaning: .noEvents)
        let rate = MetricMath(
          sum, label: "Error rate", of: ["errors": (errors, .sum), "requests": (requests, .sum)],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("An alarm as a raw resource") { stack in
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "rate",
            ["metric_query": .blocks([["id": "rate", "expression": "m1 / m2", "return_data": true]])]))
        return [alarm.address, alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricQueries.flatMap { alarm, queries in
      let ids = Set(queries.map(\.id))
      return queries.flatMap { query in
        faults(of: query, among: ids, in: alarm).map { fault, fix in
          finding(
            on: alarm, "expression '\(query.id)' of alarm '\(alarm.resource.name)' \(fault)", fix: fix,
            subject: query.id)
        }
      }
    }
  }

  private func faults(
    of query: MetricQuery, among ids: Set<String>, in alarm: Declaration
  ) -> [(fault: String, fix: String)] {
    guard let text = query.expression else { return [] }
    let place = "in '\(query.id)' of '\(alarm.resource.name)'"
    let argument = RenderedArgument(declaration: alarm, text: text)
    if let error = argument.error(reading: MetricExpression.init(parsing:)) {
      return [(error.description, "\(error.fix) \(place)")]
    }
    guard let expression = try? MetricExpression(parsing: text) else { return [] }
    var faults: [(fault: String, fix: String)] = []
    if expression.functions.contains("SEARCH") {
      faults.append(("calls 'SEARCH', which alarms do not support", "name the metrics \(place)"))
    }
    if expression.ids.contains(query.id) {
      faults.append(("reads itself", "read its source metrics \(place)"))
    }
    for id in Set(expression.ids).subtracting(ids).sorted() {
      let near = suggestion(for: id, among: ids.subtracting([query.id]))
      faults.append(
        (
          "reads '\(id)', but the alarm has no query with that id",
          near.map { "write '\($0)' instead of '\(id)' \(place)" } ?? "add a query '\(id)' to '\(alarm.resource.name)'"
        ))
    }
    return faults
  }
}
