public import TerraformModel

/// The alarms that a service of ECS needs: on tasks that stop, and on processors that are busy.
public struct MonitoredService: Component {
  public var name: String
  /// The names of the cluster and of the service in it.
  public var clusterName: Text
  public var serviceName: Text
  /// Fewer tasks than these notify. It needs Container Insights on the cluster.
  public var minRunningTaskCount: Int
  /// The share of the processors, in percent, above which it notifies.
  public var maxCPUUsage: Double
  public var alerts: ARN<Topic>

  /// - Parameters:
  ///   - name: What the names of its alarms begin with.
  ///   - clusterName: `name` of the cluster.
  ///   - serviceName: `name` of the service.
  ///   - minRunningTaskCount: Fewer tasks than these notify.
  ///   - maxCPUUsage: In percent, 0 to 100.
  ///   - alerts: The topic that the alarms notify.
  public init(
    _ name: String, clusterName: Text, serviceName: Text, minRunningTaskCount: Int, maxCPUUsage: Double = 80,
    alerts: ARN<Topic>
  ) {
    self.name = name
    self.clusterName = clusterName
    self.serviceName = serviceName
    self.minRunningTaskCount = minRunningTaskCount
    self.maxCPUUsage = maxCPUUsage
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) {
    let dimensions = ["ClusterName": clusterName, "ServiceName": serviceName]
    func metric(_ name: String) -> Metric { neededMetric(name, of: "aws_ecs_service", by: dimensions) }
    stack.add(
      MetricAlarm(
        "\(name)-running-tasks", when: metric("RunningTaskCount"), .minimum,
        threshold: .below(Double(minRunningTaskCount)), evaluation: .consecutive(3), missingData: .breaching,
        notify: [alerts], okActions: [alerts], description: "Fewer than \(minRunningTaskCount) tasks of \(name) run"))
    stack.add(
      MetricAlarm(
        "\(name)-cpu", when: metric("CPUUtilization"), .average, threshold: .above(maxCPUUsage),
        evaluation: .datapoints(3, of: 5), missingData: .notBreaching, notify: [alerts], okActions: [alerts],
        description: "The tasks of \(name) use more than \(Int(nearest: maxCPUUsage)) % of their processors"))
  }
}
