/// What DocumentDB and Redshift publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/documentdb/latest/developerguide/cloud_watch.html
/// - https://docs.aws.amazon.com/redshift/latest/mgmt/metrics-listing.html
enum WarehouseMetrics {
  static let documentDB = MetricNamespace(
    "AWS/DocDB",
    by: [["DBInstanceIdentifier"], ["DBClusterIdentifier"], ["DBClusterIdentifier", "Role"]], isComplete: false,
    [
      MetricGroup(.percentage, .undeclared, of: "CPUUtilization"),
      MetricGroup(.level, .undeclared, of: "FreeableMemory FreeLocalStorage"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          BackupRetentionPeriodStorageUsed BufferCacheHitRatio ChangeStreamLogSize CPUCreditBalance CPUCreditUsage \
          CPUSurplusCreditBalance CPUSurplusCreditsCharged DBClusterReplicaLagMaximum DBClusterReplicaLagMinimum \
          DBInstanceReplicaLag DatabaseConnections DatabaseConnectionsMax DatabaseConnectionsLimit DatabaseCursors \
          DatabaseCursorsMax DatabaseCursorsLimit DatabaseCursorsTimedOut DiskQueueDepth DocumentsDeleted \
          DocumentsInserted DocumentsReturned DocumentsUpdated EngineUptime GlobalClusterDataTransferBytes \
          GlobalClusterReplicatedWriteIO GlobalClusterReplicationLag IndexBufferCacheHitRatio LowMemNumOperationsThrottled \
          LowMemThrottleMaxQueueDepth LowMemThrottleQueueDepth NetworkReceiveThroughput NetworkThroughput \
          NetworkTransmitThroughput OpcountersCommand OpcountersDelete OpcountersGetmore OpcountersInsert OpcountersQuery \
          OpcountersUpdate ReadIOPS ReadLatency ReadThroughput SnapshotStorageUsed StorageNetworkReceiveThroughput \
          StorageNetworkTransmitThroughput StorageNetworkThroughput SwapUsage TTLDeletedDocuments \
          TotalBackupStorageBilled TransactionsAborted TransactionsCommitted TransactionsOpen TransactionsOpenMax \
          TransactionsStarted VolumeBytesUsed VolumeReadIOPs VolumeWriteIOPs WriteIOPS WriteLatency WriteThroughput
          """),
    ])

  static let redshift = MetricNamespace(
    "AWS/Redshift", by: [["ClusterIdentifier"], ["ClusterIdentifier", "NodeID"]], isComplete: false,
    [
      MetricGroup(.percentage, .undeclared, of: "CPUUtilization PercentageDiskSpaceUsed"),
      MetricGroup(.unexamined, .undeclared, by: .these([["ClusterIdentifier"]]), of: "HealthStatus MaintenanceMode"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          CommitQueueLength ConcurrencyScalingActiveClusters ConcurrencyScalingSeconds DatabaseConnections \
          IntegrationDataTransferred IntegrationDeletedRows IntegrationInsertedRows IntegrationLag \
          IntegrationNumTablesFailedReplication IntegrationNumTablesReplicated IntegrationState IntegrationUpdatedRows \
          MaxConfiguredConcurrencyScalingClusters NetworkReceiveThroughput NetworkTransmitThroughput \
          NumExceededSchemaQuotas PercentageQuotaUsed QueriesCompletedPerSecond QueryDuration QueryRuntimeBreakdown \
          ReadIOPS ReadLatency ReadThroughput RedshiftManagedStorageTotalCapacity SchemaQuota StorageUsed \
          TotalTableCount WLMQueriesCompletedPerSecond WLMQueryDuration WLMQueueLength WLMQueueWaitTime \
          WLMRunningQueries WriteIOPS WriteLatency WriteThroughput
          """),
    ])
}
