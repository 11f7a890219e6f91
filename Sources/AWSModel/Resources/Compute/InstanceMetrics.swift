/// What EC2 and its groups publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html
/// - https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
enum InstanceMetrics {
  static let ec2 = MetricNamespace(
    "AWS/EC2", by: [["InstanceId"], ["AutoScalingGroupName"], ["ImageId"], ["InstanceType"], []], isComplete: false,
    [
      MetricGroup(.percentage, .undeclared, of: "CPUUtilization"),
      MetricGroup(
        .unexamined, .undeclared, by: .these([["InstanceId"]]), of: "StatusCheckFailed StatusCheckFailed_Instance"),
      MetricGroup(
        .unexamined, .undeclared, by: .these([["InstanceId"]]),
        of: "StatusCheckFailed_System StatusCheckFailed_AttachedEBS"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          CPUCreditBalance CPUCreditUsage CPUSurplusCreditBalance CPUSurplusCreditsCharged DedicatedHostCPUUtilization \
          DiskReadBytes DiskReadOps DiskWriteBytes DiskWriteOps EBSByteBalance% EBSIOBalance% EBSReadBytes EBSReadOps \
          EBSWriteBytes EBSWriteOps GPUPowerUtilization InstanceEBSIOPSExceededCheck \
          InstanceEBSThroughputExceededCheck MetadataNoToken MetadataNoTokenRejected NetworkAddressUsage \
          NetworkAddressUsagePeered NetworkIn NetworkMirrorIn NetworkMirrorOut NetworkOut NetworkPacketsIn \
          NetworkPacketsMirrorIn NetworkPacketsMirrorOut NetworkPacketsOut NetworkPacketsSkipMirrorIn \
          NetworkPacketsSkipMirrorOut NetworkSkipMirrorIn NetworkSkipMirrorOut
          """),
    ])

  static let autoScaling = MetricNamespace(
    "AWS/AutoScaling", by: [["AutoScalingGroupName"]], isComplete: false,
    [
      MetricGroup(
        .level, .undeclared,
        of: """
          GroupAndWarmPoolDesiredCapacity GroupAndWarmPoolTotalCapacity GroupDesiredCapacity GroupInServiceCapacity \
          GroupInServiceInstances GroupMaxSize GroupMinSize GroupPendingCapacity GroupPendingInstances \
          GroupStandbyCapacity GroupStandbyInstances GroupTerminatingCapacity GroupTerminatingInstances \
          GroupTotalCapacity GroupTotalInstances WarmPoolDesiredCapacity WarmPoolMinSize WarmPoolPendingCapacity \
          WarmPoolTerminatingCapacity WarmPoolTotalCapacity WarmPoolWarmedCapacity
          """),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          PredictiveScalingCapacityForecast PredictiveScalingLoadForecast PredictiveScalingMetricPairCorrelation
          """),
    ], slips: ["CPUUtilization": "GroupInServiceInstances"])
}
