import AWSModel
package import TerraformModel

/// One `metric_query` of an alarm, by what other queries call it.
package struct MetricQuery {
  package let id: String
  /// What it computes from other queries; `nil` where it reads a metric.
  package let expression: String?
  package let returnsData: Bool
}

extension DeclaredStack {
  /// The queries of every metric alarm that has any, be it declared by type or not.
  package var metricQueries: [(alarm: Declaration, queries: [MetricQuery])] {
    managed(MetricAlarm.type).compactMap { declaration in
      guard let value = declaration.block["metric_query"] else { return nil }
      let queries = value.nestedArguments.map { arguments in
        MetricQuery(
          id: arguments["id"].flatMap { spelled($0) } ?? "",
          expression: arguments["expression"].flatMap { spelled($0) },
          returnsData: arguments["return_data"] == true || arguments["return_data"] == "true")
      }
      return queries.isEmpty ? nil : (declaration, queries)
    }
  }
}

extension Value {
  /// The arguments of nested blocks, however they are written.
  package var nestedArguments: [[String: Value]] {
    switch self {
    case .blocks(let blocks): blocks.map(\.asMap)
    case .list(let values): values.flatMap(\.nestedArguments)
    case .map(let arguments): [arguments]
    case .bool, .integer, .number, .text, .literal, .address, .literalMap, .json: []
    }
  }
}
