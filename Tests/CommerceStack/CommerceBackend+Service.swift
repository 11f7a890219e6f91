import InfraModel

extension CommerceBackend {
  /// Containers on Fargate, with a collector of traces beside them.
  func declareService(
    in stack: inout StackBuilder, _ network: Network, _ front: Front, _ stores: Stores, _ watch: Watch
  ) {
    let cluster = stack.add(
      AWSECSCluster(
        "shop", name: stack.conventionalName(for: "shop"),
        setting: [.init(name: "containerInsights", value: "enabled")]))
    let execution = stack.add(Role("web-execution", assumedBy: "ecs-tasks.amazonaws.com"))
    let role = stack.add(Role("web", assumedBy: "ecs-tasks.amazonaws.com"))
    stack.add(RolePolicyAttachment("web-tracing", .xrayDaemonWriteAccess, to: role.roleName))
    stack.add(
      RolePolicy(
        "web", for: role.roleName,
        [
          Statement(id: "Orders", ["kinesis:PutRecord", "kinesis:PutRecords"], on: [stores.stream.arn]),
          Statement(id: "Payment", ["secretsmanager:GetSecretValue"], on: [stores.payment.arn]),
        ]))
    let containers: Value = .list([
      .map([
        "name": "web", "image": "public.ecr.aws/nginx/nginx:1.27", "essential": true,
        "portMappings": .list([.map(["containerPort": 8_080])]),
        "environment": .list([
          .map(["name": "DATABASE", "value": .text(stores.orders.endpoint)]),
          .map(["name": "SESSIONS", "value": .text(stores.sessions.primaryEndpointAddress)]),
          .map(["name": "ORDERS", "value": .text(stores.stream.name)]),
        ]),
      ]),
      .map([
        "name": "collector", "image": "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.0",
        "essential": false,
      ]),
    ])
    let task = stack.add(
      AWSECSTaskDefinition(
        "web", containerDefinitions: Text(.call("jsonencode", [.literal(containers)])),
        family: stack.conventionalName(for: "web"), cpu: "512",
        executionRoleARN: execution.arn.text, memory: "1024", networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"], taskRoleARN: role.arn.text))
    let service = stack.add(
      AWSECSService(
        "web", name: stack.conventionalName(for: "web"), cluster: cluster.id, desiredCount: 2, launchType: "FARGATE",
        loadBalancer: [.init(containerName: "web", containerPort: 8_080, targetGroupARN: front.targets.arn)],
        networkConfiguration: .init(subnets: network.subnets, securityGroups: [network.serviceGroup.text]),
        taskDefinition: task.arn))
    stack.add(
      MonitoredService(
        "web", clusterName: cluster.name, serviceName: service.name, minRunningTaskCount: 2, alerts: watch.alerts))
  }
}
