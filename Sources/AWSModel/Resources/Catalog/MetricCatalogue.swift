import TerraformModel

/// The metrics that AWS publishes to CloudWatch, from the services' own documentation. The data is in the files of the
/// services beside this folder: add new metrics there.
package enum MetricCatalogue {
  /// The day it was last checked against AWS's documentation.
  package static let date = "2026-11-29"

  package static let namespaces: [String: MetricNamespace] = {
    // Types of one service share its namespace.
    Dictionary(ResourceCatalog.aws.namespaces.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  package static func metric(_ name: String, in namespace: String) -> PublishedMetric? {
    namespaces[namespace]?.metrics[name]
  }

  /// Whether the namespace belongs to an AWS service or agent rather than to custom metrics.
  package static func isOfAWS(_ namespace: String) -> Bool {
    namespace.hasPrefix("AWS/") || namespaces[namespace] != nil || agents.contains(namespace)
  }

  /// The likely intended namespace for one that the catalog does not have; `nil` for that of another service, and for
  /// custom namespaces.
  package static func likelyNamespace(for namespace: String) -> String? {
    if let known = aliases[folded(namespace)] { return known }
    guard namespace.hasPrefix("AWS/") else { return nil }
    let service = String(namespace.dropFirst(4))
    guard service.utf8.count > 4 else { return nil }  // Many services have names of a few letters.
    let services = namespaces.keys.filter { $0.hasPrefix("AWS/") }.map { String($0.dropFirst(4)) }
    return suggestion(for: service, among: services, within: 1).map { "AWS/\($0)" }
  }

  private static func folded(_ namespace: String) -> String {
    namespace.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The namespaces by common misspellings that follow the service's name.
  private static let aliases: [String: String] = {
    let names = [
      "awsstepfunctions": "AWS/States", "awseventbridge": "AWS/Events", "awscloudwatchevents": "AWS/Events",
      "awscloudwatchsynthetics": "CloudWatchSynthetics", "awssynthetics": "CloudWatchSynthetics",
      "awseventbridgescheduler": "AWS/Scheduler", "awsapigatewayv2": "AWS/ApiGateway", "awshttpapi": "AWS/ApiGateway",
      "awscloudwatchlogs": "AWS/Logs", "awscloudwatchrum": "AWS/RUM", "awsalb": "AWS/ApplicationELB",
      "awsnlb": "AWS/NetworkELB", "awsacm": "AWS/CertificateManager", "awsopensearch": "AWS/ES",
      "awsopensearchservice": "AWS/ES", "awselasticsearch": "AWS/ES", "awsaurora": "AWS/RDS",
      "awscontainerinsights": "ECS/ContainerInsights", "awsecscontainerinsights": "ECS/ContainerInsights",
    ]
    return namespaces.keys.reduce(into: names) { $0[folded($1)] = $1 }
  }()

  /// Namespaces of AWS's own agents, whose metrics depend on their configuration.
  private static let agents: Set = ["CWAgent", "LambdaInsights", "ECS/ContainerInsights", "ApplicationSignals"]
}

extension MetricConcern {
  /// The metrics that indicate it: all of one set are needed, as an alarm on throttled reads does not cover writes.
  package func metrics(in namespace: String) -> [Set<String>] {
    MetricCatalogue.namespaces[namespace]?.concerns[self] ?? []
  }
}

extension Metric {
  /// `ms` or `s` where AWS publishes it as a time; `nil` for other metrics, and for custom metrics.
  public var timeSymbol: String? {
    switch MetricCatalogue.metric(name, in: namespace)?.kind {
    case .time(let unit), .briefTime(let unit), .age(let unit): unit.symbol
    default: nil
    }
  }
}
