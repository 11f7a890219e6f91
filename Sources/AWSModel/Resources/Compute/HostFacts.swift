extension ResourceCatalog {
  /// What runs code that may have an X-Ray SDK, and APIs that X-Ray traces, without a model.
  static let hosts: [ResourceFacts] = [
    ResourceFacts(
      "aws_apprunner_service", documentation: "https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_autoscaling_group", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      dimension: NamedDimension("AutoScalingGroupName", attributes: ["name", "id"]),
      metrics: InstanceMetrics.autoScaling, otherMetrics: [InstanceMetrics.ec2], sampling: .byCode,
      part: RequestPart(.host, from: ["target_group_arns"])),
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
      ], rates: tasks,
      part: RequestPart(
        .containers, from: ["load_balancer.target_group_arn"], to: ["task_definition"],
        role: "task_definition>task_role_arn")),
    ResourceFacts(
      "aws_ecs_task_definition", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html",
      sampling: .byCode, part: RequestPart(nil, to: ["container_definitions"])),
    ResourceFacts(
      "aws_eks_cluster", documentation: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
      data: StatefulData("objects", in: "Kubernetes cluster"), sampling: .byCode, rates: [BaseRate(.cluster)]),
    ResourceFacts(
      "aws_eks_node_group",
      documentation: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html", iamPrefix: "eks",
      rates: [
        BaseRate(
          .instance,
          size: [
            BaseRate.SizeWord("capacity_type", or: "ON_DEMAND"), BaseRate.SizeWord("instance_types", or: "t3.medium"),
          ], times: [.number("scaling_config.desired_size", default: nil)])
      ]),
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
      ],
      rates: [
        BaseRate(
          .instance,
          size: [
            BaseRate.SizeWord("instance_market_options.market_type", or: "ON_DEMAND"),
            BaseRate.SizeWord("instance_type"),
          ])
      ], part: RequestPart(.host)),
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

  /// What Fargate charges for the tasks of a service, be it asked for by launch type or by capacity provider.
  private static let tasks: [BaseRate] = [
    ("launch_type" as ArgumentWay, BaseRate.Condition.word("launch_type", of: ["FARGATE"])),
    (
      "capacity_provider_strategy.capacity_provider" as ArgumentWay,
      .word("capacity_provider_strategy.capacity_provider", of: ["FARGATE", "FARGATE_SPOT"])
    ),
  ].flatMap { way, condition in
    let size = [
      BaseRate.SizeWord(way), BaseRate.SizeWord("task_definition>runtime_platform.cpu_architecture", or: "X86_64"),
      BaseRate.SizeWord("task_definition>runtime_platform.operating_system_family", or: "LINUX"),
    ]
    let count = BaseRate.Quantity.number("desired_count", default: nil)
    return [
      BaseRate(
        .taskCPU, size: size, times: [count, .number("task_definition>cpu", default: nil, times: 1 / 1_024)],
        when: [condition]),
      BaseRate(
        .taskMemory, size: size, times: [count, .number("task_definition>memory", default: nil, times: 1 / 1_024)],
        when: [condition]),
    ]
  }
}
