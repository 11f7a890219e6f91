public import TerraformModel

/// Where people look at things in AWS's console, for outputs and dashboards.
public enum ConsoleURL {
  /// The map of all services that have traced something.
  public static func traceMap(in region: Input<Region>) -> Text {
    cloudWatch(region, "xray:service-map/map")
  }

  /// Traces, to be searched by filter expression or by group.
  public static func traces(in region: Input<Region>) -> Text {
    cloudWatch(region, "xray:traces/query")
  }

  public static func dashboard(_ dashboard: Declared<Dashboard>) -> Text {
    cloudWatch(dashboard.resource.region, "dashboards:name=\(dashboard.physicalName)")
  }

  /// Queries over logs, the saved ones included.
  public static func logQueries(in region: Input<Region>) -> Text {
    cloudWatch(region, "logsV2:logs-insights")
  }

  private static func cloudWatch(_ region: Input<Region>, _ place: String) -> Text {
    "https://\(region).console.aws.amazon.com/cloudwatch/home?region=\(region)#\(place)"
  }
}
