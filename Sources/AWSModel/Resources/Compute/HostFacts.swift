extension ResourceCatalog {
  /// What runs code that may have an X-Ray SDK, and APIs that X-Ray traces, without a model.
  static let hosts: [ResourceFacts] = [
    ResourceFacts(
      "aws_apprunner_service", documentation: "https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_autoscaling_group", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      dimension: NamedDimension("AutoScalingGroupName", attributes: ["name", "id"]),
      metrics: InstanceMetrics.autoScaling, otherMetrics: [InstanceMetrics.ec2], sampling: .byCode),
    ResourceFacts(
      "aws_ecs_cluster",
      documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html",
      dimension: NamedDimension("ClusterName", attributes: ["name"]), metrics: ContainerMetrics.ecs,
      otherMetrics: [ContainerMetrics.insights]),
    ResourceFacts(
      "aws_ecs_service", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html",
      dimension: NamedDimension("ServiceName", attributes: ["name"]), metrics: ContainerMetrics.ecs,
      otherMetrics: [ContainerMetrics.insights], sampling: .byCode,
      alarms: [
        NeededAlarm(
          "its running tasks or its load", in: "ECS/ContainerInsights",
          high: "PendingTaskCount CpuUtilized MemoryUtilized TaskCpuUtilization TaskMemoryUtilization "
            + "UnHealthyContainerHealthStatus RestartCount", low: "RunningTaskCount TaskCount",
          because:
            "a service whose tasks stop or are starved is still declared as it was, and ECS notifies no subscriber"
        ).or(in: "AWS/ECS", high: "CPUUtilization MemoryUtilization")
      ]),
    ResourceFacts(
      "aws_ecs_task_definition", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_eks_cluster", documentation: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
      data: StatefulData("objects", in: "Kubernetes cluster"), sampling: .byCode),
    ResourceFacts(
      "aws_elastic_beanstalk_environment",
      documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-beanstalk.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_instance", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      dimension: NamedDimension("InstanceId", attributes: ["id"]), metrics: InstanceMetrics.ec2, sampling: .byCode,
      alarms: [
        NeededAlarm(
          "its status checks", in: "AWS/EC2",
          high: "StatusCheckFailed StatusCheckFailed_Instance StatusCheckFailed_System",
          because: "an instance that stopped answering stays in the state `running`")
      ]),
    ResourceFacts(
      "aws_launch_template", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_appsync_graphql_api",
      documentation: "https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html",
      dimension: NamedDimension("GraphQLAPIId", attributes: ["id"]), metrics: GraphQLMetrics.namespace,
      sampling: .whereTrue("xray_enabled"),
      alarms: [
        NeededAlarm(
          "its failed requests", in: "AWS/AppSync", high: "5XXError",
          because: "clients meet errors of an API first, and its resolvers log them only where logging is on")
      ]),
  ]
}
