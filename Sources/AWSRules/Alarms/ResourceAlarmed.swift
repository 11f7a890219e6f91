import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let resourceAlarmed: RuleID = "resource-alarmed"
}

struct ResourceAlarmed: Rule {
  // A warning: the alarm may be in another stack, or a synthetic check may see the failure from outside.
  static let description = RuleDescription(
    id: .resourceAlarmed,
    title: "Every load balancer, service, database, cache, stream and gateway has an alarm on what shows its failures",
    rationale: """
      What runs beside functions fails in its own metrics: a database that is full, a target group without healthy targets, \
      a stream whose readers are behind. The functions' alarms report it late, as time-outs, or not at all.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html",
    ],
    severity: .warning,
    subjects: [Table.self, RawResource.self],
    reads: [.arguments("threshold", "comparison_operator", of: MetricAlarm.self)],
    good: [
      Example("A load balancer and its targets") { stack in
        let front = stack.add(RawResource("aws_lb", "front", ["name": "front", "subnets": ["subnet-1", "subnet-2"]]))
        let targets = stack.add(
          RawResource(
            "aws_lb_target_group", "service", ["name": "service", "port": 80, "protocol": "HTTP", "vpc_id": "vpc-1"]))
        let errors = Metric(
          "HTTPCode_Target_5XX_Count", in: "AWS/ApplicationELB",
          dimensions: ["LoadBalancer": front.attribute("arn_suffix")], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(5), evaluation: .once, missingData: .notBreaching, notify: []))
        let unhealthy = Metric(
          "UnHealthyHostCount", in: "AWS/ApplicationELB",
          dimensions: ["LoadBalancer": front.attribute("arn_suffix"), "TargetGroup": targets.attribute("arn_suffix")],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: unhealthy, .maximum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("The nodes of a cache, by their names") { stack in
        let sessions = stack.add(
          RawResource(
            "aws_elasticache_replication_group", "sessions",
            [
              "replication_group_id": "sessions", "description": "Sessions", "node_type": "cache.t4g.small",
              "num_cache_clusters": 2,
            ]))
        let evictions = Metric(
          "Evictions", in: "AWS/ElastiCache", dimensions: ["CacheClusterId": "\(sessions.attribute("id"))-001"],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: evictions, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A cluster, by one of its instances") { stack in
        let orders = stack.add(
          RawResource(
            "aws_rds_cluster", "orders",
            [
              "cluster_identifier": "orders", "engine": "aurora-postgresql", "master_username": "shop",
              "manage_master_user_password": true, "final_snapshot_identifier": "orders-last",
            ]))
        let writer = stack.add(
          RawResource(
            "aws_rds_cluster_instance", "writer",
            [
              "identifier": "writer", "cluster_identifier": .text(orders.attribute("id")),
              "engine": "aurora-postgresql", "instance_class": "db.t4g.medium",
            ]))
        let load = Metric(
          "CPUUtilization", in: "AWS/RDS", dimensions: ["DBInstanceIdentifier": writer.attribute("identifier")],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: load, .average, threshold: .above(80), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A stream whose readers may be behind") { stack in
        let clicks = stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks", "shard_count": 1]))
        return [clicks.address]
      },
      Counterexample("An alarm that fires when there is much free storage") { stack in
        let orders = stack.add(
          RawResource(
            "aws_db_instance", "orders",
            [
              "identifier": "orders", "engine": "postgres", "instance_class": "db.t4g.medium", "allocated_storage": 20,
              "username": "shop", "manage_master_user_password": true, "final_snapshot_identifier": "orders-last",
            ]))
        for (name, metric) in [("storage", "FreeStorageSpace"), ("load", "CPUUtilization")] {
          let measured = Metric(
            metric, in: "AWS/RDS", dimensions: ["DBInstanceIdentifier": "orders"], missingDataMeaning: .noActivity)
          stack.add(
            MetricAlarm(
              name, when: measured, .average, threshold: .above(80), evaluation: .once, missingData: .notBreaching,
              notify: []))
        }
        return [orders.address]
      },
      Counterexample("An alarm on another service") { stack in
        let web = stack.add(RawResource("aws_ecs_service", "web", ["name": "web", "cluster": "shop"]))
        let load = Metric(
          "CPUUtilization", in: "AWS/ECS", dimensions: ["ClusterName": "shop", "ServiceName": "worker"],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: load, .average, threshold: .above(80), evaluation: .once, missingData: .notBreaching, notify: []))
        return [web.address]
      },
      Counterexample("A gateway without a free port, and a check of an address") { stack in
        let gateway = stack.add(
          RawResource("aws_nat_gateway", "out", ["subnet_id": "subnet-1", "allocation_id": "eipalloc-1"]))
        let check = stack.add(
          RawResource(
            "aws_route53_health_check", "shop",
            ["fqdn": "shop.example.com", "port": 443, "type": "HTTPS", "failure_threshold": 3, "request_interval": 30]))
        return [gateway.address, check.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    let alarms = NeededAlarms(stack)
    for (facts, declarations) in stack.managed(by: { ResourceCatalog.aws.facts[$0] }) where !facts.alarms.isEmpty {
      for declaration in declarations {
        for needed in facts.alarms {
          evaluation.judge(declaration) { () throws(DecodingFailure) in
            try alarms.isMissing(needed, of: declaration, facts) ? [finding(on: declaration, needed)] : []
          }
        }
      }
    }
    return evaluation
  }

  private func finding(on declaration: Declaration, _ needed: NeededAlarm) -> Finding {
    let best = needed.metrics[0]
    return finding(
      on: declaration, "'\(declaration.address)' has no alarm on \(needed.subject), and \(needed.why)",
      fix: """
        add an alarm on `\(best.name)` of `\(best.namespace)` that fires on \(best.side == .high ? "high" : "low") values of \
        '\(declaration.resource.name)'
        """,
      terraformFix: """
        add an `aws_cloudwatch_metric_alarm` on `\(best.name)` of `\(best.namespace)` with `comparison_operator` \
        `\(best.side == .high ? "GreaterThanThreshold" : "LessThanThreshold")` and the dimensions of this resource
        """, subject: needed.subject)
  }
}
