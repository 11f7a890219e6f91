import AWSModel
import InfraModel
import Testing

/// The components that declare the alarms which resources without a model need.
@Suite struct MonitoredResourceTests {
  @Test("With its component, each resource has every alarm that its type needs")
  func alarms() {
    let report = Policy(today: "2026-11-29").report(on: declared(monitored: true))
    #expect(report.findings.filter { $0.severity >= .warning }.map { "\($0.rule) \($0.message)" } == [])
  }

  @Test("Without, each of them lacks one")
  func noAlarms() {
    let report = Policy(today: "2026-11-29").report(on: declared(monitored: false))
    let addresses = report.findings.filter { $0.rule == "resource-alarmed" }.map { "\($0.address)" }
    #expect(
      Set(addresses) == [
        "aws_db_instance.orders", "aws_ecs_service.web", "aws_elasticache_cluster.sessions",
        "aws_kinesis_stream.clicks",
        "aws_lb.front", "aws_lb_target_group.web",
      ])
  }

  @Test("Every metric of a component is one that the facts name")
  func metricsAreFacts() {
    let alarms = declared(monitored: true).declared(MetricAlarm.self)
    #expect(alarms.count == 10)
    for alarm in alarms {
      guard case .metric(let metric, _) = alarm.measure else { continue }
      #expect(!metric.namespace.isEmpty, "\(alarm.resource.name)")
    }
  }

  private func declared(monitored: Bool) -> DeclaredStack {
    var stack = StackBuilder()
    let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")])).arn
    let front = stack.add(RawResource("aws_lb", "front", ["name": "front"]))
    let targets = stack.add(
      RawResource("aws_lb_target_group", "web", ["name": "web", "port": 80, "protocol": "HTTP", "vpc_id": "vpc-1"]))
    stack.add(RawResource("aws_ecs_service", "web", ["name": "web", "cluster": "shop"]))
    stack.add(
      RawResource(
        "aws_db_instance", "orders",
        [
          "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
          "username": "shop", "manage_master_user_password": true, "final_snapshot_identifier": "orders-last",
          "storage_encrypted": true, "deletion_protection": true, "backup_retention_period": 7,
        ]))
    stack.add(
      RawResource(
        "aws_elasticache_cluster", "sessions",
        ["cluster_id": "sessions", "engine": "redis", "node_type": "cache.t4g.small", "num_cache_nodes": 1]))
    stack.add(
      RawResource(
        "aws_kinesis_stream", "clicks",
        ["name": "clicks", "shard_count": 1, "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis"]))
    guard monitored else { return DeclaredStack(stack) }
    stack.add(
      MonitoredLoadBalancer(
        "front", loadBalancer: front.attribute("arn_suffix"), targetGroups: ["web": targets.attribute("arn_suffix")],
        maxFaultCount: 5, alerts: alerts))
    stack.add(
      MonitoredService("web", clusterName: "shop", serviceName: "web", minRunningTaskCount: 2, alerts: alerts))
    stack.add(
      MonitoredDatabase(
        "orders", identifier: "orders", maxConnectionCount: 80, minFreeStorage: 2_000_000_000, alerts: alerts))
    stack.add(MonitoredCache("sessions", nodes: ["sessions"], alerts: alerts))
    stack.add(
      MonitoredStream("clicks", streamName: "clicks", maxIteratorAge: .seconds(600), alerts: alerts))
    stack.add(OperationsDashboard("operations"))
    return DeclaredStack(stack)
  }
}
