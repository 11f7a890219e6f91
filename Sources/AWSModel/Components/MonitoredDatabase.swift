public import TerraformModel

/// The alarms that a database instance of RDS or Aurora needs: on its processors, its connections and its free storage.
public struct MonitoredDatabase: Component {
  public var name: String
  /// `identifier` of the instance, which is one of a cluster or stands alone.
  public var identifier: Text
  /// The share of the processors, in percent, above which it notifies.
  public var maxCPUUsage: Double
  /// The number of connections above which it notifies; `nil` for no alarm.
  public var maxConnectionCount: Int?
  /// The bytes of storage below which it notifies; `nil` for Aurora, whose storage grows by itself.
  public var minFreeStorage: Double?
  public var alerts: ARN<Topic>

  /// - Parameters:
  ///   - name: What the names of its alarms begin with.
  ///   - identifier: `identifier` of the instance.
  ///   - maxCPUUsage: In percent, 0 to 100.
  ///   - maxConnectionCount: `nil` for no alarm.
  ///   - minFreeStorage: In bytes; `nil` for Aurora.
  ///   - alerts: The topic that the alarms notify.
  public init(
    _ name: String, identifier: Text, maxCPUUsage: Double = 80, maxConnectionCount: Int? = nil,
    minFreeStorage: Double?, alerts: ARN<Topic>
  ) {
    self.name = name
    self.identifier = identifier
    self.maxCPUUsage = maxCPUUsage
    self.maxConnectionCount = maxConnectionCount
    self.minFreeStorage = minFreeStorage
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) {
    func add(_ label: String, _ metric: String, _ statistic: Statistic, _ threshold: Threshold, _ description: String) {
      stack.add(
        MetricAlarm(
          "\(name)-\(label)",
          when: neededMetric(metric, of: "aws_db_instance", by: ["DBInstanceIdentifier": identifier]), statistic,
          threshold: threshold, evaluation: .datapoints(3, of: 5), missingData: .notBreaching, notify: [alerts],
          okActions: [alerts], description: description))
    }
    add(
      "cpu", "CPUUtilization", .average, .above(maxCPUUsage),
      "Database \(name) uses more than \(Int(nearest: maxCPUUsage)) % of its processors")
    if let maxConnectionCount {
      add(
        "connections", "DatabaseConnections", .maximum, .above(Double(maxConnectionCount)),
        "Database \(name) has more than \(maxConnectionCount) connections")
    }
    if let minFreeStorage {
      add(
        "free-storage", "FreeStorageSpace", .minimum, .below(minFreeStorage),
        "Database \(name) is about to stop accepting writes for lack of storage")
    }
  }
}
