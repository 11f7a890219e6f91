public import TerraformModel

/// A saved query of CloudWatch Logs Insights (`aws_cloudwatch_query_definition`), such as one for the log lines of a
/// trace.
public struct QueryDefinition: ResourceModel {
  public static let type = "aws_cloudwatch_query_definition"

  public let name: String
  public var physicalName: PhysicalName
  /// `query_string`, at most 10,000 characters.
  public var query: String
  /// `log_group_names`: at most fifty, which are preselected when the query is opened.
  public var groups: [Text]

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, _ query: String, over groups: [Text]
  ) {
    self.name = name
    self.physicalName = physicalName
    self.query = query
    self.groups = groups
  }

  public static let arguments = ArgumentTable<QueryDefinition> { table in
    table.add("query_string", \.query)
    table.add("log_group_names", \.groups)
  }

  public static let facts = ResourceFacts(
    type,
    documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html",
    // A `/` in it makes folders in the console.
    name: NamingRule(length: 1...255, characters: .printable), iamPrefix: "logs")
}

extension QueryDefinition {
  /// The newest errors in JSON logs, with their trace ids, so that each error leads to its trace (AC9):
  /// `xray_trace_id` is the field that the logger of Powertools writes.
  public static func errors(_ name: String = "errors", over groups: [Text]) -> QueryDefinition {
    QueryDefinition(
      name,
      """
      fields @timestamp, level, message, xray_trace_id, @logStream
      | filter level = "ERROR"
      | sort @timestamp desc
      | limit 100
      """, over: groups)
  }
}

extension QueryDefinition: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, try block.string("query_string"), over: try block.texts("log_group_names"))
  }
}
