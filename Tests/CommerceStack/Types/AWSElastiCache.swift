// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_elasticache_replication_group`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_replication_group
public struct AWSElastiCacheReplicationGroup: GeneratedResource {
  public static let type = "aws_elasticache_replication_group"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - applyImmediately: set by the provider where left out.
  ///   - atRESTEncryptionEnabled: set by the provider where left out.
  ///   - authToken: sensitive.
  ///   - autoMinorVersionUpgrade: set by the provider where left out.
  ///   - clusterMode: set by the provider where left out.
  ///   - dataTieringEnabled: set by the provider where left out.
  ///   - engineVersion: set by the provider where left out.
  ///   - globalReplicationGroupID: set by the provider where left out.
  ///   - ipDiscovery: set by the provider where left out.
  ///   - logDeliveryConfiguration: at most 2.
  ///   - maintenanceWindow: set by the provider where left out.
  ///   - networkType: set by the provider where left out.
  ///   - nodeType: set by the provider where left out.
  ///   - numCacheClusters: set by the provider where left out.
  ///   - numNodeGroups: set by the provider where left out.
  ///   - parameterGroupName: set by the provider where left out.
  ///   - replicasPerNodeGroup: set by the provider where left out.
  ///   - securityGroupIDs: set by the provider where left out.
  ///   - securityGroupNames: set by the provider where left out.
  ///   - snapshotWindow: set by the provider where left out.
  ///   - subnetGroupName: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - transitEncryptionEnabled: set by the provider where left out.
  ///   - transitEncryptionMode: set by the provider where left out.
  public init(
    _ label: String,
    description: Text,
    replicationGroupID: Text,
    applyImmediately: Flag? = nil,
    atRESTEncryptionEnabled: Text? = nil,
    authToken: Text? = nil,
    authTokenUpdateStrategy: Text? = nil,
    autoMinorVersionUpgrade: Text? = nil,
    automaticFailoverEnabled: Flag? = nil,
    clusterMode: Text? = nil,
    dataTieringEnabled: Flag? = nil,
    engine: Text? = nil,
    engineVersion: Text? = nil,
    finalSnapshotIdentifier: Text? = nil,
    globalReplicationGroupID: Text? = nil,
    ipDiscovery: Text? = nil,
    kmsKeyID: Text? = nil,
    logDeliveryConfiguration: [LogDeliveryConfiguration]? = nil,
    maintenanceWindow: Text? = nil,
    multiAZEnabled: Flag? = nil,
    networkType: Text? = nil,
    nodeType: Text? = nil,
    notificationTopicARN: Text? = nil,
    numCacheClusters: Number? = nil,
    numNodeGroups: Number? = nil,
    parameterGroupName: Text? = nil,
    port: Number? = nil,
    preferredCacheClusterAZs: List<Text>? = nil,
    replicasPerNodeGroup: Number? = nil,
    securityGroupIDs: List<Text>? = nil,
    securityGroupNames: List<Text>? = nil,
    snapshotARNs: List<Text>? = nil,
    snapshotName: Text? = nil,
    snapshotRetentionLimit: Number? = nil,
    snapshotWindow: Text? = nil,
    subnetGroupName: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    transitEncryptionEnabled: Flag? = nil,
    transitEncryptionMode: Text? = nil,
    userGroupIDs: List<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("description", description)
    block.set("replication_group_id", replicationGroupID)
    block.set("apply_immediately", applyImmediately)
    block.set("at_rest_encryption_enabled", atRESTEncryptionEnabled)
    block.set("auth_token", authToken)
    block.set("auth_token_update_strategy", authTokenUpdateStrategy)
    block.set("auto_minor_version_upgrade", autoMinorVersionUpgrade)
    block.set("automatic_failover_enabled", automaticFailoverEnabled)
    block.set("cluster_mode", clusterMode)
    block.set("data_tiering_enabled", dataTieringEnabled)
    block.set("engine", engine)
    block.set("engine_version", engineVersion)
    block.set("final_snapshot_identifier", finalSnapshotIdentifier)
    block.set("global_replication_group_id", globalReplicationGroupID)
    block.set("ip_discovery", ipDiscovery)
    block.set("kms_key_id", kmsKeyID)
    block.nest("log_delivery_configuration", logDeliveryConfiguration)
    block.set("maintenance_window", maintenanceWindow)
    block.set("multi_az_enabled", multiAZEnabled)
    block.set("network_type", networkType)
    block.set("node_type", nodeType)
    block.set("notification_topic_arn", notificationTopicARN)
    block.set("num_cache_clusters", numCacheClusters)
    block.set("num_node_groups", numNodeGroups)
    block.set("parameter_group_name", parameterGroupName)
    block.set("port", port)
    block.set("preferred_cache_cluster_azs", preferredCacheClusterAZs)
    block.set("replicas_per_node_group", replicasPerNodeGroup)
    block.set("security_group_ids", securityGroupIDs)
    block.set("security_group_names", securityGroupNames)
    block.set("snapshot_arns", snapshotARNs)
    block.set("snapshot_name", snapshotName)
    block.set("snapshot_retention_limit", snapshotRetentionLimit)
    block.set("snapshot_window", snapshotWindow)
    block.set("subnet_group_name", subnetGroupName)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("transit_encryption_enabled", transitEncryptionEnabled)
    block.set("transit_encryption_mode", transitEncryptionMode)
    block.set("user_group_ids", userGroupIDs)
    self.arguments = block
  }

  public struct LogDeliveryConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(destination: Text, destinationType: Text, logFormat: Text, logType: Text) {
      var block = Block()
      block.set("destination", destination)
      block.set("destination_type", destinationType)
      block.set("log_format", logFormat)
      block.set("log_type", logType)
      self.arguments = block
    }
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil, delete: Text? = nil, update: Text? = nil) {
      var block = Block()
      block.set("create", create)
      block.set("delete", delete)
      block.set("update", update)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var applyImmediately: Flag { declaredBlock.flag("apply_immediately") }
    public var arn: Text { declaredBlock.text("arn") }
    public var atRESTEncryptionEnabled: Text { declaredBlock.text("at_rest_encryption_enabled") }
    public var authToken: Text { declaredBlock.text("auth_token") }
    public var authTokenUpdateStrategy: Text { declaredBlock.text("auth_token_update_strategy") }
    public var autoMinorVersionUpgrade: Text { declaredBlock.text("auto_minor_version_upgrade") }
    public var automaticFailoverEnabled: Flag { declaredBlock.flag("automatic_failover_enabled") }
    public var clusterEnabled: Flag { declaredBlock.flag("cluster_enabled") }
    public var clusterMode: Text { declaredBlock.text("cluster_mode") }
    public var configurationEndpointAddress: Text { declaredBlock.text("configuration_endpoint_address") }
    public var dataTieringEnabled: Flag { declaredBlock.flag("data_tiering_enabled") }
    public var description: Text { declaredBlock.text("description") }
    public var engine: Text { declaredBlock.text("engine") }
    public var engineVersion: Text { declaredBlock.text("engine_version") }
    public var engineVersionActual: Text { declaredBlock.text("engine_version_actual") }
    public var finalSnapshotIdentifier: Text { declaredBlock.text("final_snapshot_identifier") }
    public var globalReplicationGroupID: Text { declaredBlock.text("global_replication_group_id") }
    public var id: Text { declaredBlock.text("id") }
    public var ipDiscovery: Text { declaredBlock.text("ip_discovery") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var logDeliveryConfiguration: Expression { declaredBlock.expression("log_delivery_configuration") }
    public var maintenanceWindow: Text { declaredBlock.text("maintenance_window") }
    public var memberClusters: List<Text> { declaredBlock.list("member_clusters") }
    public var multiAZEnabled: Flag { declaredBlock.flag("multi_az_enabled") }
    public var networkType: Text { declaredBlock.text("network_type") }
    public var nodeType: Text { declaredBlock.text("node_type") }
    public var notificationTopicARN: Text { declaredBlock.text("notification_topic_arn") }
    public var numCacheClusters: Number { declaredBlock.number("num_cache_clusters") }
    public var numNodeGroups: Number { declaredBlock.number("num_node_groups") }
    public var parameterGroupName: Text { declaredBlock.text("parameter_group_name") }
    public var port: Number { declaredBlock.number("port") }
    public var preferredCacheClusterAZs: List<Text> { declaredBlock.list("preferred_cache_cluster_azs") }
    public var primaryEndpointAddress: Text { declaredBlock.text("primary_endpoint_address") }
    public var readerEndpointAddress: Text { declaredBlock.text("reader_endpoint_address") }
    public var replicasPerNodeGroup: Number { declaredBlock.number("replicas_per_node_group") }
    public var replicationGroupID: Text { declaredBlock.text("replication_group_id") }
    public var securityGroupIDs: List<Text> { declaredBlock.list("security_group_ids") }
    public var securityGroupNames: List<Text> { declaredBlock.list("security_group_names") }
    public var snapshotARNs: List<Text> { declaredBlock.list("snapshot_arns") }
    public var snapshotName: Text { declaredBlock.text("snapshot_name") }
    public var snapshotRetentionLimit: Number { declaredBlock.number("snapshot_retention_limit") }
    public var snapshotWindow: Text { declaredBlock.text("snapshot_window") }
    public var subnetGroupName: Text { declaredBlock.text("subnet_group_name") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var transitEncryptionEnabled: Flag { declaredBlock.flag("transit_encryption_enabled") }
    public var transitEncryptionMode: Text { declaredBlock.text("transit_encryption_mode") }
    public var userGroupIDs: List<Text> { declaredBlock.list("user_group_ids") }
  }
}

/// `aws_elasticache_subnet_group`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/elasticache_subnet_group
public struct AWSElastiCacheSubnetGroup: GeneratedResource {
  public static let type = "aws_elasticache_subnet_group"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    subnetIDs: List<Text>,
    description: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("subnet_ids", subnetIDs)
    block.set("description", description)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var description: Text { declaredBlock.text("description") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var subnetIDs: List<Text> { declaredBlock.list("subnet_ids") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}
