import InfraModel

extension CommerceBackend {
  /// Containers on Fargate.
  func declareService(in stack: inout StackBuilder, _ network: Network, _ front: Front, _ watch: Watch) {
    let cluster = stack.add(RawResource("aws_ecs_cluster", "shop", ["name": "shop"]))
    let service = stack.add(
      RawResource(
        "aws_ecs_service", "web",
        [
          "name": "web", "cluster": .text(cluster.attribute("id")), "desired_count": 2, "launch_type": "FARGATE",
          "network_configuration": .blocks([
            ["subnets": network.subnets, "security_groups": .list([.text(network.serviceGroup)])]
          ]),
          "load_balancer": .blocks([
            [
              "target_group_arn": .text(front.targets.attribute("arn")), "container_name": "web",
              "container_port": 8_080,
            ]
          ]),
        ]))
    watch.low(
      "too-few-tasks", "RunningTaskCount", in: "ECS/ContainerInsights",
      by: ["ClusterName": cluster.attribute("name"), "ServiceName": service.attribute("name")], below: 2, in: &stack)
  }

  /// The database, its cache, files and keys.
  func declareStores(in stack: inout StackBuilder, _ network: Network, _ watch: Watch) {
    let key = stack.add(
      RawResource("aws_kms_key", "shop", ["description": "The shop's data", "enable_key_rotation": true]))
    var cluster: Block = [
      "cluster_identifier": "orders", "engine": "aurora-postgresql", "master_username": "shop",
      "storage_encrypted": true, "kms_key_id": .text(key.attribute("arn")), "backup_retention_period": 14,
      "final_snapshot_identifier": "orders-last", "vpc_security_group_ids": .list([.text(network.databaseGroup)]),
    ]
    if has(.passwordInConfiguration) {
      cluster["master_password"] = "swordfish"
    } else {
      cluster["manage_master_user_password"] = true
    }
    if !has(.databaseWithoutProtection) { cluster["deletion_protection"] = true }
    if has(.databaseWithoutBackups) { cluster["skip_final_snapshot"] = true }
    let orders = stack.add(RawResource("aws_rds_cluster", "orders", cluster))
    let writer = stack.add(
      RawResource(
        "aws_rds_cluster_instance", "writer",
        [
          "identifier": "orders-writer", "cluster_identifier": .text(orders.attribute("id")),
          "engine": "aurora-postgresql", "instance_class": "db.r7g.large",
          "publicly_accessible": .bool(has(.publicDatabase)),
        ]))
    watch.high(
      "database-load", "CPUUtilization", in: "AWS/RDS", by: ["DBInstanceIdentifier": writer.attribute("identifier")],
      .average, above: 80, meaning: .noActivity, in: &stack)
    let sessions = stack.add(
      RawResource(
        "aws_elasticache_replication_group", "sessions",
        [
          "replication_group_id": "sessions", "description": "Sessions", "engine": "redis",
          "node_type": "cache.t4g.small", "num_cache_clusters": 2, "at_rest_encryption_enabled": true,
        ]))
    for node in ["001", "002"] {
      watch.high(
        "evictions-\(node)", "Evictions", in: "AWS/ElastiCache",
        by: ["CacheClusterId": "\(sessions.attribute("id"))-\(node)"], .sum, above: 0, in: &stack)
    }
    stack.add(
      RawResource(
        "aws_efs_file_system", "media",
        ["creation_token": "media", "encrypted": .bool(!has(.unencryptedFiles)), "throughput_mode": "elastic"]))
    stack.add(
      RawResource("aws_secretsmanager_secret", "payment", ["name": "commerce/payment", "recovery_window_in_days": 30]))
  }

  /// The stream of orders and what reads it.
  func declareOrders(in stack: inout StackBuilder, _ alerts: ARN<Topic>, _ watch: Watch) {
    let stream = stack.add(
      RawResource(
        "aws_kinesis_stream", "orders",
        ["name": "orders", "shard_count": 2, "encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis"]))
    if !has(.streamWithoutAlarm) {
      watch.high(
        "readers-behind", "GetRecords.IteratorAgeMilliseconds", in: "AWS/Kinesis",
        by: ["StreamName": stream.attribute("name")], .maximum, above: 60_000, in: &stack)
    }
    stack.add(
      Table("carts", partitionKey: .string("user"), timeToLive: "expires", deletionProtection: environment.isProduction)
    )
    let letters = stack.add(DeadLetters(alerts: alerts))
    let confirmation = stack.add(
      MonitoredFunction(
        "confirmation", code: .zip(.file("confirmation.zip"), runtime: .python313, handler: "app.handler"),
        timeout: .seconds(30), p95: .seconds(5), deadLetters: letters.arn, logRetention: .oneMonth, alerts: alerts))
    stack.add(
      ScheduledInvocation(of: confirmation, every: .minutes(5), deadLetters: letters.arn, alerts: alerts))
  }
}
