// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_rds_cluster`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster
public struct AWSRDSCluster: GeneratedResource {
  public static let type = "aws_rds_cluster"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - allocatedStorage: set by the provider where left out.
  ///   - applyImmediately: set by the provider where left out.
  ///   - availabilityZones: set by the provider where left out.
  ///   - backupRetentionPeriod: set by the provider where left out.
  ///   - caCertificateIdentifier: set by the provider where left out.
  ///   - clusterIdentifier: set by the provider where left out.
  ///   - clusterIdentifierPrefix: set by the provider where left out.
  ///   - clusterMembers: set by the provider where left out.
  ///   - clusterScalabilityType: set by the provider where left out.
  ///   - databaseInsightsMode: set by the provider where left out.
  ///   - databaseName: set by the provider where left out.
  ///   - dbClusterParameterGroupName: set by the provider where left out.
  ///   - dbSubnetGroupName: set by the provider where left out.
  ///   - dbSystemID: set by the provider where left out.
  ///   - engineLifecycleSupport: set by the provider where left out.
  ///   - engineVersion: set by the provider where left out.
  ///   - iamRoles: set by the provider where left out.
  ///   - kmsKeyID: set by the provider where left out.
  ///   - masterPassword: sensitive.
  ///   - masterPasswordWo: sensitive, write-only.
  ///   - masterUserSecretKMSKeyID: set by the provider where left out.
  ///   - masterUsername: set by the provider where left out.
  ///   - monitoringInterval: set by the provider where left out.
  ///   - monitoringRoleARN: set by the provider where left out.
  ///   - networkType: set by the provider where left out.
  ///   - performanceInsightsKMSKeyID: set by the provider where left out.
  ///   - performanceInsightsRetentionPeriod: set by the provider where left out.
  ///   - port: set by the provider where left out.
  ///   - preferredBackupWindow: set by the provider where left out.
  ///   - preferredMaintenanceWindow: set by the provider where left out.
  ///   - storageEncrypted: set by the provider where left out.
  ///   - storageType: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - vpcSecurityGroupIDs: set by the provider where left out.
  public init(
    _ label: String,
    engine: Text,
    allocatedStorage: Number? = nil,
    allowMajorVersionUpgrade: Flag? = nil,
    applyImmediately: Flag? = nil,
    availabilityZones: List<Text>? = nil,
    backtrackWindow: Number? = nil,
    backupRetentionPeriod: Number? = nil,
    caCertificateIdentifier: Text? = nil,
    clusterIdentifier: Text? = nil,
    clusterIdentifierPrefix: Text? = nil,
    clusterMembers: List<Text>? = nil,
    clusterScalabilityType: Text? = nil,
    copyTagsToSnapshot: Flag? = nil,
    databaseInsightsMode: Text? = nil,
    databaseName: Text? = nil,
    dbClusterInstanceClass: Text? = nil,
    dbClusterParameterGroupName: Text? = nil,
    dbInstanceParameterGroupName: Text? = nil,
    dbSubnetGroupName: Text? = nil,
    dbSystemID: Text? = nil,
    deleteAutomatedBackups: Flag? = nil,
    deletionProtection: Flag? = nil,
    domain: Text? = nil,
    domainIAMRoleName: Text? = nil,
    enableGlobalWriteForwarding: Flag? = nil,
    enableHTTPEndpoint: Flag? = nil,
    enableLocalWriteForwarding: Flag? = nil,
    enabledCloudWatchLogsExports: List<Text>? = nil,
    engineLifecycleSupport: Text? = nil,
    engineMode: Text? = nil,
    engineVersion: Text? = nil,
    finalSnapshotIdentifier: Text? = nil,
    globalClusterIdentifier: Text? = nil,
    iamDatabaseAuthenticationEnabled: Flag? = nil,
    iamRoles: List<Text>? = nil,
    iops: Number? = nil,
    kmsKeyID: Text? = nil,
    manageMasterUserPassword: Flag? = nil,
    masterPassword: Text? = nil,
    masterPasswordWo: Text? = nil,
    masterPasswordWoVersion: Number? = nil,
    masterUserSecretKMSKeyID: Text? = nil,
    masterUsername: Text? = nil,
    monitoringInterval: Number? = nil,
    monitoringRoleARN: Text? = nil,
    networkType: Text? = nil,
    performanceInsightsEnabled: Flag? = nil,
    performanceInsightsKMSKeyID: Text? = nil,
    performanceInsightsRetentionPeriod: Number? = nil,
    port: Number? = nil,
    preferredBackupWindow: Text? = nil,
    preferredMaintenanceWindow: Text? = nil,
    replicationSourceIdentifier: Text? = nil,
    restoreToPointInTime: RestoreToPointInTime? = nil,
    s3Import: S3Import? = nil,
    scalingConfiguration: ScalingConfiguration? = nil,
    serverlessv2ScalingConfiguration: Serverlessv2ScalingConfiguration? = nil,
    skipFinalSnapshot: Flag? = nil,
    snapshotIdentifier: Text? = nil,
    sourceRegion: Text? = nil,
    storageEncrypted: Flag? = nil,
    storageType: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    vpcSecurityGroupIDs: List<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("engine", engine)
    block.set("allocated_storage", allocatedStorage)
    block.set("allow_major_version_upgrade", allowMajorVersionUpgrade)
    block.set("apply_immediately", applyImmediately)
    block.set("availability_zones", availabilityZones)
    block.set("backtrack_window", backtrackWindow)
    block.set("backup_retention_period", backupRetentionPeriod)
    block.set("ca_certificate_identifier", caCertificateIdentifier)
    block.set("cluster_identifier", clusterIdentifier)
    block.set("cluster_identifier_prefix", clusterIdentifierPrefix)
    block.set("cluster_members", clusterMembers)
    block.set("cluster_scalability_type", clusterScalabilityType)
    block.set("copy_tags_to_snapshot", copyTagsToSnapshot)
    block.set("database_insights_mode", databaseInsightsMode)
    block.set("database_name", databaseName)
    block.set("db_cluster_instance_class", dbClusterInstanceClass)
    block.set("db_cluster_parameter_group_name", dbClusterParameterGroupName)
    block.set("db_instance_parameter_group_name", dbInstanceParameterGroupName)
    block.set("db_subnet_group_name", dbSubnetGroupName)
    block.set("db_system_id", dbSystemID)
    block.set("delete_automated_backups", deleteAutomatedBackups)
    block.set("deletion_protection", deletionProtection)
    block.set("domain", domain)
    block.set("domain_iam_role_name", domainIAMRoleName)
    block.set("enable_global_write_forwarding", enableGlobalWriteForwarding)
    block.set("enable_http_endpoint", enableHTTPEndpoint)
    block.set("enable_local_write_forwarding", enableLocalWriteForwarding)
    block.set("enabled_cloudwatch_logs_exports", enabledCloudWatchLogsExports)
    block.set("engine_lifecycle_support", engineLifecycleSupport)
    block.set("engine_mode", engineMode)
    block.set("engine_version", engineVersion)
    block.set("final_snapshot_identifier", finalSnapshotIdentifier)
    block.set("global_cluster_identifier", globalClusterIdentifier)
    block.set("iam_database_authentication_enabled", iamDatabaseAuthenticationEnabled)
    block.set("iam_roles", iamRoles)
    block.set("iops", iops)
    block.set("kms_key_id", kmsKeyID)
    block.set("manage_master_user_password", manageMasterUserPassword)
    block.set("master_password", masterPassword)
    block.set("master_password_wo", masterPasswordWo)
    block.set("master_password_wo_version", masterPasswordWoVersion)
    block.set("master_user_secret_kms_key_id", masterUserSecretKMSKeyID)
    block.set("master_username", masterUsername)
    block.set("monitoring_interval", monitoringInterval)
    block.set("monitoring_role_arn", monitoringRoleARN)
    block.set("network_type", networkType)
    block.set("performance_insights_enabled", performanceInsightsEnabled)
    block.set("performance_insights_kms_key_id", performanceInsightsKMSKeyID)
    block.set("performance_insights_retention_period", performanceInsightsRetentionPeriod)
    block.set("port", port)
    block.set("preferred_backup_window", preferredBackupWindow)
    block.set("preferred_maintenance_window", preferredMaintenanceWindow)
    block.set("replication_source_identifier", replicationSourceIdentifier)
    block.nest("restore_to_point_in_time", restoreToPointInTime)
    block.nest("s3_import", s3Import)
    block.nest("scaling_configuration", scalingConfiguration)
    block.nest("serverlessv2_scaling_configuration", serverlessv2ScalingConfiguration)
    block.set("skip_final_snapshot", skipFinalSnapshot)
    block.set("snapshot_identifier", snapshotIdentifier)
    block.set("source_region", sourceRegion)
    block.set("storage_encrypted", storageEncrypted)
    block.set("storage_type", storageType)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("vpc_security_group_ids", vpcSecurityGroupIDs)
    self.arguments = block
  }

  public struct RestoreToPointInTime: GeneratedBlock {
    public let arguments: Block

    public init(
      restoreToTime: Text? = nil,
      restoreType: Text? = nil,
      sourceClusterIdentifier: Text? = nil,
      sourceClusterResourceID: Text? = nil,
      useLatestRestorableTime: Flag? = nil
    ) {
      var block = Block()
      block.set("restore_to_time", restoreToTime)
      block.set("restore_type", restoreType)
      block.set("source_cluster_identifier", sourceClusterIdentifier)
      block.set("source_cluster_resource_id", sourceClusterResourceID)
      block.set("use_latest_restorable_time", useLatestRestorableTime)
      self.arguments = block
    }
  }

  public struct S3Import: GeneratedBlock {
    public let arguments: Block

    public init(
      bucketName: Text,
      ingestionRole: Text,
      sourceEngine: Text,
      sourceEngineVersion: Text,
      bucketPrefix: Text? = nil
    ) {
      var block = Block()
      block.set("bucket_name", bucketName)
      block.set("ingestion_role", ingestionRole)
      block.set("source_engine", sourceEngine)
      block.set("source_engine_version", sourceEngineVersion)
      block.set("bucket_prefix", bucketPrefix)
      self.arguments = block
    }
  }

  public struct ScalingConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(
      autoPause: Flag? = nil,
      maxCapacity: Number? = nil,
      minCapacity: Number? = nil,
      secondsBeforeTimeout: Number? = nil,
      secondsUntilAutoPause: Number? = nil,
      timeoutAction: Text? = nil
    ) {
      var block = Block()
      block.set("auto_pause", autoPause)
      block.set("max_capacity", maxCapacity)
      block.set("min_capacity", minCapacity)
      block.set("seconds_before_timeout", secondsBeforeTimeout)
      block.set("seconds_until_auto_pause", secondsUntilAutoPause)
      block.set("timeout_action", timeoutAction)
      self.arguments = block
    }
  }

  public struct Serverlessv2ScalingConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - secondsUntilAutoPause: set by the provider where left out.
    public init(maxCapacity: Number, minCapacity: Number, secondsUntilAutoPause: Number? = nil) {
      var block = Block()
      block.set("max_capacity", maxCapacity)
      block.set("min_capacity", minCapacity)
      block.set("seconds_until_auto_pause", secondsUntilAutoPause)
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
    public var allocatedStorage: Number { declaredBlock.number("allocated_storage") }
    public var allowMajorVersionUpgrade: Flag { declaredBlock.flag("allow_major_version_upgrade") }
    public var applyImmediately: Flag { declaredBlock.flag("apply_immediately") }
    public var arn: Text { declaredBlock.text("arn") }
    public var availabilityZones: List<Text> { declaredBlock.list("availability_zones") }
    public var backtrackWindow: Number { declaredBlock.number("backtrack_window") }
    public var backupRetentionPeriod: Number { declaredBlock.number("backup_retention_period") }
    public var caCertificateIdentifier: Text { declaredBlock.text("ca_certificate_identifier") }
    public var caCertificateValidTill: Text { declaredBlock.text("ca_certificate_valid_till") }
    public var clusterIdentifier: Text { declaredBlock.text("cluster_identifier") }
    public var clusterIdentifierPrefix: Text { declaredBlock.text("cluster_identifier_prefix") }
    public var clusterMembers: List<Text> { declaredBlock.list("cluster_members") }
    public var clusterResourceID: Text { declaredBlock.text("cluster_resource_id") }
    public var clusterScalabilityType: Text { declaredBlock.text("cluster_scalability_type") }
    public var copyTagsToSnapshot: Flag { declaredBlock.flag("copy_tags_to_snapshot") }
    public var databaseInsightsMode: Text { declaredBlock.text("database_insights_mode") }
    public var databaseName: Text { declaredBlock.text("database_name") }
    public var dbClusterInstanceClass: Text { declaredBlock.text("db_cluster_instance_class") }
    public var dbClusterParameterGroupName: Text { declaredBlock.text("db_cluster_parameter_group_name") }
    public var dbInstanceParameterGroupName: Text { declaredBlock.text("db_instance_parameter_group_name") }
    public var dbSubnetGroupName: Text { declaredBlock.text("db_subnet_group_name") }
    public var dbSystemID: Text { declaredBlock.text("db_system_id") }
    public var deleteAutomatedBackups: Flag { declaredBlock.flag("delete_automated_backups") }
    public var deletionProtection: Flag { declaredBlock.flag("deletion_protection") }
    public var domain: Text { declaredBlock.text("domain") }
    public var domainIAMRoleName: Text { declaredBlock.text("domain_iam_role_name") }
    public var enableGlobalWriteForwarding: Flag { declaredBlock.flag("enable_global_write_forwarding") }
    public var enableHTTPEndpoint: Flag { declaredBlock.flag("enable_http_endpoint") }
    public var enableLocalWriteForwarding: Flag { declaredBlock.flag("enable_local_write_forwarding") }
    public var enabledCloudWatchLogsExports: List<Text> { declaredBlock.list("enabled_cloudwatch_logs_exports") }
    public var endpoint: Text { declaredBlock.text("endpoint") }
    public var engine: Text { declaredBlock.text("engine") }
    public var engineLifecycleSupport: Text { declaredBlock.text("engine_lifecycle_support") }
    public var engineMode: Text { declaredBlock.text("engine_mode") }
    public var engineVersion: Text { declaredBlock.text("engine_version") }
    public var engineVersionActual: Text { declaredBlock.text("engine_version_actual") }
    public var finalSnapshotIdentifier: Text { declaredBlock.text("final_snapshot_identifier") }
    public var globalClusterIdentifier: Text { declaredBlock.text("global_cluster_identifier") }
    public var hostedZoneID: Text { declaredBlock.text("hosted_zone_id") }
    public var iamDatabaseAuthenticationEnabled: Flag { declaredBlock.flag("iam_database_authentication_enabled") }
    public var iamRoles: List<Text> { declaredBlock.list("iam_roles") }
    public var id: Text { declaredBlock.text("id") }
    public var iops: Number { declaredBlock.number("iops") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var manageMasterUserPassword: Flag { declaredBlock.flag("manage_master_user_password") }
    public var masterPassword: Text { declaredBlock.text("master_password") }
    public var masterPasswordWo: Text { declaredBlock.text("master_password_wo") }
    public var masterPasswordWoVersion: Number { declaredBlock.number("master_password_wo_version") }
    public var masterUserSecret: Expression { declaredBlock.expression("master_user_secret") }
    public var masterUserSecretKMSKeyID: Text { declaredBlock.text("master_user_secret_kms_key_id") }
    public var masterUsername: Text { declaredBlock.text("master_username") }
    public var monitoringInterval: Number { declaredBlock.number("monitoring_interval") }
    public var monitoringRoleARN: Text { declaredBlock.text("monitoring_role_arn") }
    public var networkType: Text { declaredBlock.text("network_type") }
    public var performanceInsightsEnabled: Flag { declaredBlock.flag("performance_insights_enabled") }
    public var performanceInsightsKMSKeyID: Text { declaredBlock.text("performance_insights_kms_key_id") }
    public var performanceInsightsRetentionPeriod: Number { declaredBlock.number("performance_insights_retention_period") }
    public var port: Number { declaredBlock.number("port") }
    public var preferredBackupWindow: Text { declaredBlock.text("preferred_backup_window") }
    public var preferredMaintenanceWindow: Text { declaredBlock.text("preferred_maintenance_window") }
    public var readerEndpoint: Text { declaredBlock.text("reader_endpoint") }
    public var replicationSourceIdentifier: Text { declaredBlock.text("replication_source_identifier") }
    public var restoreToPointInTime: Expression { declaredBlock.expression("restore_to_point_in_time") }
    public var s3Import: Expression { declaredBlock.expression("s3_import") }
    public var scalingConfiguration: Expression { declaredBlock.expression("scaling_configuration") }
    public var serverlessv2ScalingConfiguration: Expression { declaredBlock.expression("serverlessv2_scaling_configuration") }
    public var skipFinalSnapshot: Flag { declaredBlock.flag("skip_final_snapshot") }
    public var snapshotIdentifier: Text { declaredBlock.text("snapshot_identifier") }
    public var sourceRegion: Text { declaredBlock.text("source_region") }
    public var storageEncrypted: Flag { declaredBlock.flag("storage_encrypted") }
    public var storageType: Text { declaredBlock.text("storage_type") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpcSecurityGroupIDs: List<Text> { declaredBlock.list("vpc_security_group_ids") }
  }
}

/// `aws_rds_cluster_instance`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_instance
public struct AWSRDSClusterInstance: GeneratedResource {
  public static let type = "aws_rds_cluster_instance"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - applyImmediately: set by the provider where left out.
  ///   - availabilityZone: set by the provider where left out.
  ///   - caCertIdentifier: set by the provider where left out.
  ///   - dbParameterGroupName: set by the provider where left out.
  ///   - dbSubnetGroupName: set by the provider where left out.
  ///   - engineVersion: set by the provider where left out.
  ///   - identifier: set by the provider where left out.
  ///   - identifierPrefix: set by the provider where left out.
  ///   - monitoringRoleARN: set by the provider where left out.
  ///   - performanceInsightsEnabled: set by the provider where left out.
  ///   - performanceInsightsKMSKeyID: set by the provider where left out.
  ///   - performanceInsightsRetentionPeriod: set by the provider where left out.
  ///   - preferredBackupWindow: set by the provider where left out.
  ///   - preferredMaintenanceWindow: set by the provider where left out.
  ///   - publiclyAccessible: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    clusterIdentifier: Text,
    engine: Text,
    instanceClass: Text,
    applyImmediately: Flag? = nil,
    autoMinorVersionUpgrade: Flag? = nil,
    availabilityZone: Text? = nil,
    caCertIdentifier: Text? = nil,
    copyTagsToSnapshot: Flag? = nil,
    customIAMInstanceProfile: Text? = nil,
    dbParameterGroupName: Text? = nil,
    dbSubnetGroupName: Text? = nil,
    engineVersion: Text? = nil,
    forceDestroy: Flag? = nil,
    identifier: Text? = nil,
    identifierPrefix: Text? = nil,
    monitoringInterval: Number? = nil,
    monitoringRoleARN: Text? = nil,
    performanceInsightsEnabled: Flag? = nil,
    performanceInsightsKMSKeyID: Text? = nil,
    performanceInsightsRetentionPeriod: Number? = nil,
    preferredBackupWindow: Text? = nil,
    preferredMaintenanceWindow: Text? = nil,
    promotionTier: Number? = nil,
    publiclyAccessible: Flag? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("cluster_identifier", clusterIdentifier)
    block.set("engine", engine)
    block.set("instance_class", instanceClass)
    block.set("apply_immediately", applyImmediately)
    block.set("auto_minor_version_upgrade", autoMinorVersionUpgrade)
    block.set("availability_zone", availabilityZone)
    block.set("ca_cert_identifier", caCertIdentifier)
    block.set("copy_tags_to_snapshot", copyTagsToSnapshot)
    block.set("custom_iam_instance_profile", customIAMInstanceProfile)
    block.set("db_parameter_group_name", dbParameterGroupName)
    block.set("db_subnet_group_name", dbSubnetGroupName)
    block.set("engine_version", engineVersion)
    block.set("force_destroy", forceDestroy)
    block.set("identifier", identifier)
    block.set("identifier_prefix", identifierPrefix)
    block.set("monitoring_interval", monitoringInterval)
    block.set("monitoring_role_arn", monitoringRoleARN)
    block.set("performance_insights_enabled", performanceInsightsEnabled)
    block.set("performance_insights_kms_key_id", performanceInsightsKMSKeyID)
    block.set("performance_insights_retention_period", performanceInsightsRetentionPeriod)
    block.set("preferred_backup_window", preferredBackupWindow)
    block.set("preferred_maintenance_window", preferredMaintenanceWindow)
    block.set("promotion_tier", promotionTier)
    block.set("publicly_accessible", publiclyAccessible)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    self.arguments = block
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
    public var autoMinorVersionUpgrade: Flag { declaredBlock.flag("auto_minor_version_upgrade") }
    public var availabilityZone: Text { declaredBlock.text("availability_zone") }
    public var caCertIdentifier: Text { declaredBlock.text("ca_cert_identifier") }
    public var clusterIdentifier: Text { declaredBlock.text("cluster_identifier") }
    public var copyTagsToSnapshot: Flag { declaredBlock.flag("copy_tags_to_snapshot") }
    public var customIAMInstanceProfile: Text { declaredBlock.text("custom_iam_instance_profile") }
    public var dbParameterGroupName: Text { declaredBlock.text("db_parameter_group_name") }
    public var dbSubnetGroupName: Text { declaredBlock.text("db_subnet_group_name") }
    public var dbiResourceID: Text { declaredBlock.text("dbi_resource_id") }
    public var endpoint: Text { declaredBlock.text("endpoint") }
    public var engine: Text { declaredBlock.text("engine") }
    public var engineVersion: Text { declaredBlock.text("engine_version") }
    public var engineVersionActual: Text { declaredBlock.text("engine_version_actual") }
    public var forceDestroy: Flag { declaredBlock.flag("force_destroy") }
    public var id: Text { declaredBlock.text("id") }
    public var identifier: Text { declaredBlock.text("identifier") }
    public var identifierPrefix: Text { declaredBlock.text("identifier_prefix") }
    public var instanceClass: Text { declaredBlock.text("instance_class") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var monitoringInterval: Number { declaredBlock.number("monitoring_interval") }
    public var monitoringRoleARN: Text { declaredBlock.text("monitoring_role_arn") }
    public var networkType: Text { declaredBlock.text("network_type") }
    public var performanceInsightsEnabled: Flag { declaredBlock.flag("performance_insights_enabled") }
    public var performanceInsightsKMSKeyID: Text { declaredBlock.text("performance_insights_kms_key_id") }
    public var performanceInsightsRetentionPeriod: Number { declaredBlock.number("performance_insights_retention_period") }
    public var port: Number { declaredBlock.number("port") }
    public var preferredBackupWindow: Text { declaredBlock.text("preferred_backup_window") }
    public var preferredMaintenanceWindow: Text { declaredBlock.text("preferred_maintenance_window") }
    public var promotionTier: Number { declaredBlock.number("promotion_tier") }
    public var publiclyAccessible: Flag { declaredBlock.flag("publicly_accessible") }
    public var storageEncrypted: Flag { declaredBlock.flag("storage_encrypted") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var writer: Flag { declaredBlock.flag("writer") }
  }
}
