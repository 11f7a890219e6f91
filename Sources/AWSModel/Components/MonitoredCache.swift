public import TerraformModel

/// The alarms that the nodes of an ElastiCache cache need: on keys that are removed while they are in use.
public struct MonitoredCache: Component {
  public var name: String
  /// The IDs of its nodes: `cluster_id`, or `replication_group_id` with `-001` and so on.
  public var nodes: [Text]
  /// More keys than these in five minutes notify.
  public var maxEvictedItemCount: Int
  public var alerts: ARN<Topic>

  /// - Parameters:
  ///   - name: What the names of its alarms begin with.
  ///   - nodes: `cluster_id`, or `replication_group_id` with `-001` and so on.
  ///   - maxEvictedItemCount: More keys than these in five minutes notify.
  ///   - alerts: The topic that the alarms notify.
  public init(_ name: String, nodes: [Text], maxEvictedItemCount: Int = 0, alerts: ARN<Topic>) {
    self.name = name
    self.nodes = nodes
    self.maxEvictedItemCount = maxEvictedItemCount
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) {
    for (number, node) in zip(1..., nodes) {
      stack.add(
        MetricAlarm(
          "\(name)-evictions-\(number)",
          when: neededMetric("Evictions", of: "aws_elasticache_cluster", by: ["CacheClusterId": node]), .sum,
          threshold: .above(Double(maxEvictedItemCount)), evaluation: .once, missingData: .notBreaching,
          notify: [alerts], okActions: [alerts], description: "Cache \(name) removes keys that are in use"))
    }
  }
}
