import AWSModel
import InfraModel
import ProviderSchemas
import Testing

/// What is charged while resources exist.
@Suite struct BaseCostTests {
  @Test("A NAT gateway and its address are charged by the hour")
  func hours() {
    let cost = cost { stack in
      let address = stack.add(RawResource("aws_eip", "out", ["domain": "vpc"]))
      stack.add(
        RawResource(
          "aws_nat_gateway", "out", ["subnet_id": "subnet-1", "allocation_id": .text(address.attribute("id"))]))
    }
    #expect(words(cost) == ["public IPv4 address $3.60", "NAT gateway $32.40"])
    #expect(cost.total.description == "$36.00")
    #expect(cost.lines.allSatisfy { $0.isHourly && $0.source == "https://aws.amazon.com/vpc/pricing/" })
  }

  @Test("The size of an instance, its engine and a second zone select the price")
  func sizes() {
    let cost = cost { stack in
      stack.add(
        RawResource(
          "aws_db_instance", "orders",
          [
            "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20, "storage_type": "gp3",
            "multi_az": true,
          ]))
    }
    // 2 × 720 × 0.065, and 2 × 20 × 0.115.
    #expect(words(cost) == ["RDS instance $93.60", "RDS storage, GB $4.60"])
    #expect(cost.lines[0].size == "postgres db.t4g.medium")
  }

  @Test("Tasks of Fargate have the sizes of their definition")
  func tasks() {
    let cost = cost { stack in
      let task = stack.add(
        RawResource("aws_ecs_task_definition", "web", ["family": "web", "cpu": "512", "memory": "1024"]))
      stack.add(
        RawResource(
          "aws_ecs_service", "web",
          [
            "name": "web", "desired_count": 2, "launch_type": "FARGATE",
            "task_definition": .text(task.attribute("arn")),
          ]))
    }
    // 2 × 0.5 × 720 × 0.04048, and 2 × 720 × 0.004445.
    #expect(words(cost) == ["Fargate vCPU $29.15", "Fargate memory, GB $6.40"])
  }

  @Test("An instance of a serverless cluster is charged for at least its smallest capacity")
  func serverless() {
    let cost = cost { stack in
      let orders = stack.add(
        RawResource(
          "aws_rds_cluster", "orders",
          ["serverlessv2_scaling_configuration": .blocks([["min_capacity": 0.5, "max_capacity": 4]])]))
      stack.add(
        RawResource(
          "aws_rds_cluster_instance", "writer",
          ["cluster_identifier": .text(orders.attribute("id")), "instance_class": "db.serverless"]))
    }
    #expect(words(cost) == ["Aurora capacity unit $43.20"])
  }

  @Test("Each instance of a count is charged, each rule of a firewall, each node and each shard")
  func counts() {
    let cost = cost { stack in
      stack.add(count: 3) { _ in RawResource("aws_kms_key", "keys", [:]) }
      stack.add(RawResource("aws_wafv2_web_acl", "shop", ["rule": .blocks([["name": "a"], ["name": "b"]])]))
      stack.add(
        RawResource(
          "aws_elasticache_replication_group", "sessions",
          ["node_type": "cache.t4g.small", "num_node_groups": 2, "replicas_per_node_group": 1]))
      stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks", "shard_count": 2]))
      stack.add(
        RawResource("aws_synthetics_canary", "shop", ["schedule": .blocks([["expression": "rate(5 minutes)"]])]))
    }
    #expect(
      words(cost).sorted() == [
        // 4 × 720 × 0.032
        "ElastiCache node $92.16", "KMS key $3.00", "Kinesis shard $21.60", "canary run $10.37", "web ACL $5.00",
        "web ACL rule $2.00",
      ])
  }

  @Test("What has no price, or an argument that is not known, is listed with the reason")
  func unpriced() {
    let cost = cost { stack in
      stack.add(RawResource("aws_instance", "big", ["instance_type": "u-24tb1.metal"]))
      stack.add(RawResource("aws_instance", "unknown", [:]))
      stack.add(RawResource("aws_fsx_lustre_file_system", "files", [:]))
      stack.add(RawResource("aws_s3_bucket", "media", [:]))
      stack.add(RawResource("aws_vpc", "shop", [:]))
    }
    #expect(cost.lines.isEmpty)
    #expect(
      cost.unpriced.map { "\($0.address): \($0.reason)" } == [
        "aws_instance.big: the price list has no 'ON_DEMAND u-24tb1.metal'",
        "aws_instance.unknown: `instance_type` is not set",
      ])
    #expect(cost.unknown.map(\.type) == ["aws_fsx_lustre_file_system"])
    #expect(cost.byUse.map(\.type) == ["aws_s3_bucket"])
  }

  @Test("A table on demand, an endpoint of a gateway and tasks on instances cost nothing by themselves")
  func conditions() {
    let cost = cost { stack in
      stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
      stack.add(RawResource("aws_vpc_endpoint", "s3", ["service_name": "com.amazonaws.eu-west-1.s3"]))
      stack.add(RawResource("aws_ecs_service", "web", ["name": "web", "launch_type": "EC2", "desired_count": 2]))
    }
    #expect(cost.lines.isEmpty && cost.unpriced.isEmpty)
  }

  @Test("A type is free, charged by use, or has a rate, and every type in the lists exists")
  func lists() {
    let types = Set(ProviderSchema.aws.flatMap { $0.types() })
    let free = types.filter { ResourceCatalog.isFree($0) }
    let byUse = types.filter { ResourceCatalog.isChargedByUse($0) }
    #expect(free.isDisjoint(with: byUse))
    let rated = ResourceCatalog.aws.facts.filter { !$0.value.rates.isEmpty }.keys
    #expect(free.isDisjoint(with: rated))
    #expect(types.isSuperset(of: rated))
    for pattern in ResourceCatalog.unratedPatterns {
      #expect(types.contains { matches($0, pattern: pattern) }, "no type is called \(pattern)")
    }
  }

  @Test("The prices have a day and AWS's own pages")
  func prices() {
    #expect(Day(Prices.baseDay) != nil)
    for product in BaseProduct.allCases {
      #expect(Prices.source(of: product).hasPrefix("https://aws.amazon.com/"), "\(product)")
    }
  }

  private func cost(_ declare: (inout StackBuilder) -> Void) -> BaseCost {
    var stack = StackBuilder()
    declare(&stack)
    return BaseCost(of: DeclaredStack(stack))
  }

  private func words(_ cost: BaseCost) -> [String] { cost.lines.map { "\($0.product) \($0.cost)" } }
}
