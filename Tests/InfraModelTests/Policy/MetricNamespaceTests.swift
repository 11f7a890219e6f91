import InfraModel
import Testing

@testable import AWSRules

/// Alarms on the metrics of services without a model: one that exists is left alone, and one that does not is found.
@Suite struct MetricNamespaceTests {
  @Test("A metric that AWS publishes with these dimensions is left alone", arguments: published)
  func publishedMetric(_ reading: Reading) {
    let evaluation = AWSMetricExists().evaluate(in: stack(reading))
    #expect(evaluation.findings.isEmpty)
    #expect(evaluation.undetermined.isEmpty)
  }

  @Test("A metric that AWS does not publish, or not with these dimensions, is found", arguments: stray)
  func strayMetric(_ reading: Reading) {
    #expect(AWSMetricExists().findings(in: stack(reading)).count == 1)
  }

  @Test("Every namespace of a service without a model has a metric that exists and one that does not")
  func everyNamespaceIsTried() {
    let modeled = Set(ResourceCatalog.aws.models.values.flatMap { $0.facts.namespaces.map(\.name) })
    let others = Set(MetricCatalogue.namespaces.keys).subtracting(modeled).subtracting([
      // The tests of their rules read them.
      "AWS/Billing", "CloudWatchSynthetics",
    ])
    #expect(Set(published.map(\.namespace)).symmetricDifference(others).sorted() == [])
    #expect(Set(stray.map(\.namespace)).symmetricDifference(others).sorted() == [])
  }

  @Test("A name that a service never had is reported with the metric that is meant")
  func slipIsExplained() throws {
    let finding = try #require(
      AWSMetricExists().findings(
        in: stack(Reading("AWS/ElastiCache", "MemoryUtilization", ["CacheClusterId"]))
      ).first)
    #expect(finding.fix == "write 'DatabaseMemoryUsagePercentage' instead of 'MemoryUtilization' in 'watched'")
  }

  @Test("A dimension is that of its namespace: a bill's service is no service of ECS")
  func dimensionsAreOfTheirNamespace() {
    #expect(NamedDimension.named("ServiceName", in: "AWS/ECS").map(\.type) == ["aws_ecs_service"])
    #expect(NamedDimension.named("ServiceName", in: "AWS/Billing").isEmpty)
    #expect(
      NamedDimension.named("DBInstanceIdentifier", in: "AWS/RDS").map(\.type) == [
        "aws_db_instance", "aws_rds_cluster_instance",
      ])
  }

  @Test(
    "An attribute that CloudWatch does not know is found, and one that it knows is not",
    arguments: [
      ("aws_lb", "arn", "LoadBalancer", "AWS/ApplicationELB", true),
      ("aws_lb", "arn_suffix", "LoadBalancer", "AWS/ApplicationELB", false),
      ("aws_lb", "arn_suffix", "LoadBalancer", "AWS/NetworkELB", false),
      ("aws_db_instance", "id", "DBInstanceIdentifier", "AWS/RDS", true),
      ("aws_db_instance", "identifier", "DBInstanceIdentifier", "AWS/RDS", false),
      ("aws_rds_cluster_instance", "id", "DBInstanceIdentifier", "AWS/RDS", false),
      ("aws_lb", "name", "DBInstanceIdentifier", "AWS/RDS", true),
    ])
  func attributeOfDimension(
    _ type: String, _ attribute: String, _ dimension: String, _ namespace: String, isFound: Bool
  ) {
    var stack = StackBuilder()
    let thing = stack.add(RawResource(type, "thing", [:]))
    stack.add(
      MetricAlarm.example(
        when: Metric(
          "CPUUtilization", in: namespace, dimensions: [dimension: thing.attribute(attribute)],
          missingDataMeaning: .noActivity), threshold: .above(0)))
    #expect(DimensionReferenceFits().findings(in: DeclaredStack(stack)).isEmpty == !isFound)
  }

  @Test("The name of an instance is looked for among all types that have the dimension")
  func nameAmongSeveralTypes() {
    func findings(_ name: String, declaring types: [String]) -> Int {
      var stack = StackBuilder()
      for type in types { stack.add(RawResource(type, "orders", ["identifier": "orders"])) }
      stack.add(
        MetricAlarm.example(
          when: Metric(
            "CPUUtilization", in: "AWS/RDS", dimensions: ["DBInstanceIdentifier": Text(name)],
            missingDataMeaning: .noActivity), threshold: .above(0)))
      return DimensionValueDeclared().findings(in: DeclaredStack(stack)).count
    }
    #expect(findings("orders", declaring: ["aws_db_instance"]) == 0)
    #expect(findings("orders", declaring: ["aws_rds_cluster_instance"]) == 0)
    #expect(findings("odrers", declaring: ["aws_db_instance"]) == 1)
    #expect(findings("odrers", declaring: ["aws_db_instance", "aws_rds_cluster_instance"]) == 1)
    #expect(findings("odrers", declaring: []) == 0)
  }

  private func stack(_ reading: Reading) -> DeclaredStack {
    var stack = StackBuilder()
    stack.add(
      MetricAlarm(
        "watched",
        when: Metric(
          reading.name, in: reading.namespace,
          dimensions: Dictionary(uniqueKeysWithValues: reading.dimensions.map { ($0, "x") }),
          missingDataMeaning: .noEvents), .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
        notify: []))
    return DeclaredStack(stack)
  }
}

struct Reading: Sendable, CustomTestStringConvertible {
  let namespace: String
  let name: String
  let dimensions: [String]

  init(_ namespace: String, _ name: String, _ dimensions: [String]) {
    self.namespace = namespace
    self.name = name
    self.dimensions = dimensions
  }

  var testDescription: String { "\(namespace) \(name) \(dimensions)" }
}

private let published: [Reading] = [
  Reading("AWS/ApplicationELB", "UnHealthyHostCount", ["LoadBalancer", "TargetGroup"]),
  Reading("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", ["LoadBalancer"]),
  Reading("AWS/NetworkELB", "HealthyHostCount", ["LoadBalancer", "TargetGroup"]),
  Reading("AWS/ELB", "HTTPCode_Backend_5XX", ["LoadBalancerName"]),
  Reading("AWS/ECS", "CPUUtilization", ["ClusterName", "ServiceName"]),
  Reading("ECS/ContainerInsights", "RunningTaskCount", ["ClusterName", "ServiceName"]),
  Reading("AWS/EC2", "StatusCheckFailed", ["InstanceId"]),
  Reading("AWS/AutoScaling", "GroupInServiceInstances", ["AutoScalingGroupName"]),
  Reading("AWS/RDS", "FreeStorageSpace", ["DBInstanceIdentifier"]),
  Reading("AWS/RDS", "DatabaseConnections", ["DBClusterIdentifier", "Role"]),
  Reading("AWS/DocDB", "CPUUtilization", ["DBClusterIdentifier"]),
  Reading("AWS/Redshift", "PercentageDiskSpaceUsed", ["ClusterIdentifier"]),
  Reading("AWS/ElastiCache", "Evictions", ["CacheClusterId"]),
  Reading("AWS/MemoryDB", "Evictions", ["ClusterName"]),
  Reading("AWS/Kinesis", "GetRecords.IteratorAgeMilliseconds", ["StreamName"]),
  Reading("AWS/Firehose", "DeliveryToS3.DataFreshness", ["DeliveryStreamName"]),
  Reading("AWS/CloudFront", "5xxErrorRate", ["DistributionId", "Region"]),
  Reading("AWS/WAFV2", "BlockedRequests", ["WebACL", "Rule", "Region"]),
  Reading("AWS/Route53", "HealthCheckStatus", ["HealthCheckId"]),
  Reading("AWS/CertificateManager", "DaysToExpiry", ["CertificateArn"]),
  Reading("AWS/NATGateway", "ErrorPortAllocation", ["NatGatewayId"]),
  Reading("AWS/VPN", "TunnelState", ["VpnId"]),
  Reading("AWS/TransitGateway", "PacketDropCountNoRoute", ["TransitGateway"]),
  Reading("AWS/Cognito", "SignInThrottles", ["UserPool", "UserPoolClient"]),
  Reading("AWS/ES", "ClusterStatus.red", ["DomainName", "ClientId"]),
  Reading("AWS/EFS", "BurstCreditBalance", ["FileSystemId"]),
  Reading("AWS/Backup", "NumberOfBackupJobsFailed", ["BackupVaultName"]),
  Reading("AWS/SES", "Reputation.BounceRate", []),
  Reading("AWS/KMS", "SecondsUntilKeyMaterialExpiration", ["KeyId"]),
  Reading("AWS/AppSync", "5XXError", ["GraphQLAPIId"]),
]

private let stray: [Reading] = [
  // Targets are healthy or not within their group.
  Reading("AWS/ApplicationELB", "UnHealthyHostCount", ["LoadBalancer"]),
  Reading("AWS/ApplicationELB", "5XXError", ["LoadBalancer"]),
  Reading("AWS/NetworkELB", "UnHealthyHostCount", ["TargetGroup"]),
  Reading("AWS/ELB", "HTTPCode_ELB_5XX_Count", ["LoadBalancerName"]),
  // A service's name is of its cluster.
  Reading("AWS/ECS", "CPUUtilization", ["ServiceName"]),
  // Only Container Insights counts tasks.
  Reading("AWS/ECS", "RunningTaskCount", ["ClusterName", "ServiceName"]),
  Reading("ECS/ContainerInsights", "RunningTaskCount", ["ServiceName"]),
  Reading("AWS/EC2", "StatusCheckFailed", ["AutoScalingGroupName"]),
  Reading("AWS/AutoScaling", "GroupInServiceInstance", ["AutoScalingGroupName"]),
  Reading("AWS/RDS", "FreeStorageSpace", ["DBInstanceId"]),
  Reading("AWS/RDS", "MemoryUtilization", ["DBInstanceIdentifier"]),
  Reading("AWS/DocDB", "CPUUtilisation", ["DBClusterIdentifier"]),
  Reading("AWS/Redshift", "HealthStatus", ["ClusterName"]),
  Reading("AWS/ElastiCache", "Evictions", ["ReplicationGroupId"]),
  Reading("AWS/ElastiCache", "CacheEvictions", ["CacheClusterId"]),
  Reading("AWS/MemoryDB", "Evictions", ["ClusterId"]),
  Reading("AWS/Kinesis", "IteratorAge", ["StreamName"]),
  Reading("AWS/Firehose", "DeliveryToS3.DataFreshness", ["StreamName"]),
  Reading("AWS/CloudFront", "5xxErrorRate", ["DistributionId"]),
  Reading("AWS/WAFV2", "BlockedRequest", ["WebACL", "Rule", "Region"]),
  Reading("AWS/Route53", "HealthCheckStatus", ["HealthCheckName"]),
  Reading("AWS/CertificateManager", "DaysToExpiration", ["CertificateArn"]),
  Reading("AWS/NATGateway", "ErrorPortAllocationCount", ["NatGatewayId"]),
  Reading("AWS/VPN", "TunnelState", ["VpnConnectionId"]),
  Reading("AWS/TransitGateway", "BytesIn", ["VpcId"]),
  Reading("AWS/Cognito", "SignInThrottles", ["UserPoolId"]),
  // The account is a part of a domain's name.
  Reading("AWS/ES", "ClusterStatus.red", ["DomainName"]),
  Reading("AWS/EFS", "BurstCreditBalance", ["FileSystem"]),
  Reading("AWS/Backup", "NumberOfBackupJobsFailed", ["VaultName"]),
  Reading("AWS/SES", "Reputation.BounceRates", []),
  Reading("AWS/KMS", "SecondsUntilKeyMaterialExpiration", ["KeyArn"]),
  Reading("AWS/AppSync", "5XXError", ["ApiId"]),
]
