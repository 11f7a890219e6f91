package import TerraformModel

/// What one AWS service publishes to CloudWatch.
public struct MetricNamespace: Sendable {
  package let name: String
  /// Whether the service publishes nothing else, as of the catalogue's day. Otherwise only a name that is nearly one of
  /// these is taken for a slip.
  package let isComplete: Bool
  /// The only region that has the metrics; `nil` where every region has its own.
  package let region: Region?
  /// Whether CloudWatch leaves an alarm as it was without data, whatever the alarm says.
  package let ignoresMissingData: Bool
  package let metrics: [String: PublishedMetric]
  /// Names that alarms read although the service never had a metric of that name, with the metric that is meant.
  package let slips: [String: String]
  /// The metrics that show a concern: all of one of the sets are needed, as an alarm on throttled reads says nothing of
  /// writes.
  let concerns: [MetricConcern: [Set<String>]]

  /// - Parameter dimensionSets: Those of the groups that say nothing of their own.
  init(
    _ name: String, by dimensionSets: [Set<String>]?, isComplete: Bool = true, only region: Region? = nil,
    ignoresMissingData: Bool = false, _ groups: [MetricGroup], slips: [String: String] = [:],
    concerns: [MetricConcern: [Set<String>]] = [:]
  ) {
    self.concerns = concerns
    self.slips = slips
    self.name = name
    self.isComplete = isComplete
    self.region = region
    self.ignoresMissingData = ignoresMissingData
    var metrics: [String: PublishedMetric] = [:]
    for group in groups {
      let sets: [Set<String>]? =
        switch group.dimensions {
        case .ofNamespace: dimensionSets
        case .unsure: nil
        case .these(let sets): sets
        }
      for metric in group.names {
        metrics[metric] = PublishedMetric(
          name: metric, namespace: name, kind: group.kind, dimensionSets: sets,
          missingDataMeaning: group.missingDataMeaning,
          interval: group.interval)
      }
    }
    self.metrics = metrics
  }
}

/// Metrics of one namespace that differ in nothing but their names.
package struct MetricGroup: Sendable {
  let kind: PublishedMetric.Kind
  let missingDataMeaning: MissingDataMeaning
  let names: [String]
  let interval: Duration
  let dimensions: Dimensions

  enum Dimensions: Sendable {
    case ofNamespace
    case unsure
    case these([Set<String>])
  }

  init(
    _ kind: PublishedMetric.Kind, _ missingDataMeaning: MissingDataMeaning, every interval: Duration = .seconds(60),
    by dimensions: Dimensions = .ofNamespace, _ names: [String]
  ) {
    self.kind = kind
    self.missingDataMeaning = missingDataMeaning
    self.names = names
    self.interval = interval
    self.dimensions = dimensions
  }

  /// - Parameter names: Separated by spaces or line ends.
  init(
    _ kind: PublishedMetric.Kind, _ missingDataMeaning: MissingDataMeaning, every interval: Duration = .seconds(60),
    by dimensions: Dimensions = .ofNamespace, of names: String
  ) {
    self.init(
      kind, missingDataMeaning, every: interval, by: dimensions,
      names.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
