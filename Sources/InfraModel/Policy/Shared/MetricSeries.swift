/// One CloudWatch time series as AWS tells them apart. Two metrics are the same series only in one region and with all
/// dimensions equal.
struct MetricSeries: Hashable {
  let region: Region
  let namespace: String
  let name: String
  let dimensions: [String: Text]
}

extension DeclaredStack {
  /// The series a metric is, whether its dimensions were written as names or as references to them.
  func series(_ metric: Metric, in region: Region) -> MetricSeries {
    MetricSeries(
      region: region, namespace: metric.namespace, name: metric.name,
      dimensions: metric.dimensions.mapValues { simplified($0) })
  }

  /// The text with everything known before Terraform runs put in, so that equal things compare equal.
  func simplified(_ text: Text) -> Text {
    text.literal == nil ? resolved(text).map { Text($0) } ?? text : text
  }
}
