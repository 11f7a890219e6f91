package import AWSModel
package import TerraformModel

/// One CloudWatch time series as AWS tells them apart. Two metrics are the same series only in one region and with all
/// dimensions equal.
package struct MetricSeries: Hashable {
  let region: Region
  let namespace: String
  let name: String
  let dimensions: [String: Text]

  /// Most have one dimension, and then its value alone tells them apart: a dictionary hashes each entry by itself first.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    if let (_, value) = dimensions.first, dimensions.count == 1 {
      hasher.combine(value)
    } else {
      hasher.combine(dimensions)
    }
  }
}

extension DeclaredStack {
  /// The series a metric is, whether its dimensions were written as names or as references to them.
  package func series(_ metric: Metric, in region: Region) -> MetricSeries {
    series(metric.name, in: metric.namespace, metric.dimensions, of: region)
  }

  package func series(
    _ name: String, in namespace: String, _ dimensions: [String: Text], of region: Region
  ) -> MetricSeries {
    let isSimple = dimensions.values.allSatisfy { $0.literal != nil }
    return MetricSeries(
      region: region, namespace: namespace, name: name,
      dimensions: isSimple ? dimensions : dimensions.mapValues { simplified($0) })
  }
}
