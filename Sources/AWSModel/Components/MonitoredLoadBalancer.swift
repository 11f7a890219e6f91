public import TerraformModel

/// The alarms that an application load balancer and its targets need: on responses that are faults, and on unhealthy
/// targets.
public struct MonitoredLoadBalancer: Component {
  public var name: String
  /// `arn_suffix` of the load balancer.
  public var loadBalancer: Text
  /// `arn_suffix` of each target group, by name.
  public var targetGroups: KeyValuePairs<String, Text>
  /// More responses with 5xx than these in five minutes notify.
  public var maxFaultCount: Int
  public var alerts: ARN<Topic>

  /// - Parameters:
  ///   - name: What the names of its alarms begin with.
  ///   - loadBalancer: `arn_suffix` of the load balancer.
  ///   - targetGroups: `arn_suffix` of each target group, by name.
  ///   - maxFaultCount: More responses with 5xx than these in five minutes notify.
  ///   - alerts: The topic that the alarms notify.
  public init(
    _ name: String, loadBalancer: Text, targetGroups: KeyValuePairs<String, Text>, maxFaultCount: Int,
    alerts: ARN<Topic>
  ) {
    self.name = name
    self.loadBalancer = loadBalancer
    self.targetGroups = targetGroups
    self.maxFaultCount = maxFaultCount
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) {
    for (label, metric) in [("faults", "HTTPCode_Target_5XX_Count"), ("own-faults", "HTTPCode_ELB_5XX_Count")] {
      stack.add(
        MetricAlarm(
          "\(name)-\(label)", when: neededMetric(metric, of: "aws_lb", by: ["LoadBalancer": loadBalancer]), .sum,
          threshold: .above(Double(maxFaultCount)), evaluation: .once, missingData: .notBreaching, notify: [alerts],
          okActions: [alerts], description: "More than \(maxFaultCount) requests to \(name) failed within five minutes")
      )
    }
    for (group, suffix) in targetGroups {
      stack.add(
        MetricAlarm(
          "\(name)-\(group)-unhealthy",
          when: neededMetric(
            "UnHealthyHostCount", of: "aws_lb_target_group",
            by: ["LoadBalancer": loadBalancer, "TargetGroup": suffix]), .maximum, threshold: .above(0),
          evaluation: .consecutive(2), missingData: .notBreaching, notify: [alerts], okActions: [alerts],
          description: "A target of \(group) behind \(name) is unhealthy"))
    }
  }
}
