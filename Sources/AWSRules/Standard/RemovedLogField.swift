import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let removedLogField: RuleID = "removed-log-field"
}

struct RemovedLogField: StandardRule {
  static let description = RuleDescription(
    id: .removedLogField,
    title: "No metric filter or saved query reads a log field that the repository declares as removed",
    rationale: """
      Code no longer writes the field, so the filter counts nothing and the query returns nothing. Neither is an error: an \
      alarm on the metric stays in OK.
      """,
    sources: ["FR-037", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [LogMetricFilter.self, QueryDefinition.self],
    reads: [
      .arguments("pattern", of: LogMetricFilter.self), .arguments("query_string", of: QueryDefinition.self),
    ],
    good: [
      Example("The trace's id instead") { stack in
        stack.add(
          RawResource(
            "aws_cloudwatch_query_definition", "errors",
            ["name": "errors", "query_string": "fields @timestamp, xray_trace_id | filter level = 'ERROR'"]))
      }
    ],
    bad: [
      Counterexample("A query of the correlation id") { stack in
        let query = RawResource(
          "aws_cloudwatch_query_definition", "errors",
          ["name": "errors", "query_string": "fields @timestamp, correlation_id | filter level = 'ERROR'"])
        return [stack.add(query).address]
      },
      Counterexample("A metric filter on the correlation id") { stack in
        let filter = RawResource(
          "aws_cloudwatch_log_metric_filter", "correlated",
          [
            "name": "correlated", "pattern": "{ $.correlation_id = * }", "log_group_name": "/aws/lambda/ingest",
            "metric_transformation": .blocks([["name": "Correlated", "namespace": "Shop", "value": "1"]]),
          ])
        return [stack.add(filter).address]
      },
    ])

  private let fields: [String]

  init() { fields = ["correlation_id"] }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    fields = standard[stack.stack].removedLogFields
    if fields.isEmpty { return nil }
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    findings(in: stack.managed(LogMetricFilter.type), reading: "pattern", of: stack)
      + findings(in: stack.managed(QueryDefinition.type), reading: "query_string", of: stack)
  }

  private func findings(
    in readers: [Declaration], reading argument: String, of stack: DeclaredStack
  ) -> [Finding] {
    readers.flatMap { reader -> [Finding] in
      guard let text = reader.block[argument]?.text(in: stack) else { return [] }
      let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      return fields.filter(words.contains).map { field in
        finding(
          on: reader, "'\(reader.resource.name)' reads the log field '\(field)', which the code no longer writes",
          fix: "read `xray_trace_id` instead of '\(field)' in '\(reader.resource.name)'", subject: field)
      }
    }
  }
}
