/// A query over logs that CloudWatch Logs Insights offers by name (`aws_cloudwatch_query_definition`), such as for the
/// lines of one trace.
public struct QueryDefinition: ResourceModel {
  public static let type = "aws_cloudwatch_query_definition"

  public let name: String
  public var physicalName: PhysicalName
  /// `query_string`, at most 10,000 characters.
  public var query: String
  /// `log_group_names`: at most fifty, which are chosen when somebody opens it.
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
  /// The newest errors in JSON logs, with the traces they belong to, so that one leads to the other (AC9):
  /// `xray_trace_id` is what the logger of Powertools calls them.
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

extension QueryDefinition: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, try block.string("query_string"), over: try block.texts("log_group_names"))
  }
}
