/// What RDS and Aurora publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
/// - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/dimensions.html
/// - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
enum DatabaseMetrics {
  static let rds = MetricNamespace(
    "AWS/RDS",
    by: [
      ["DBInstanceIdentifier"], ["DBClusterIdentifier"], ["DBClusterIdentifier", "Role"], ["DatabaseClass"],
      ["EngineName"], ["SourceRegion"], [],
    ], isComplete: false,
    [
      MetricGroup(.percentage, .undeclared, of: "CPUUtilization"),
      MetricGroup(
        .level, .undeclared,
        of: """
          FreeStorageSpace FreeableMemory FreeLocalStorage SwapUsage DiskQueueDepth BinLogDiskUsage \
          MaximumUsedTransactionIDs TransactionLogsDiskUsage ReplicationSlotDiskUsage
          """),
      MetricGroup(.briefTime(.seconds), .undeclared, of: "ReadLatency WriteLatency"),
      MetricGroup(.unexamined, .undeclared, of: "DatabaseConnections"),
      MetricGroup(.age(.seconds), .undeclared, of: "ReplicaLag"),
      MetricGroup(.age(.milliseconds), .undeclared, of: "AuroraReplicaLag"),
      MetricGroup(
        .age(.milliseconds), .undeclared, by: .these([["DBClusterIdentifier"], ["DBInstanceIdentifier"]]),
        of: "AuroraReplicaLagMaximum AuroraReplicaLagMinimum"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ACUUtilization AbortedClients ActiveTransactions AuroraBinlogReplicaLag AuroraDMLRejectedMasterFull \
          AuroraDMLRejectedWriterFull AuroraEstimatedSharedMemoryBytes AuroraGlobalDBDataTransferBytes \
          AuroraGlobalDBProgressLag AuroraGlobalDBRPOLag AuroraGlobalDBReplicatedWriteIO \
          AuroraGlobalDBReplicationLag AuroraMemoryHealthState AuroraMemoryNumDeclinedSqlTotal \
          AuroraMemoryNumKillConnTotal AuroraMemoryNumKillQueryTotal AuroraMillisecondsSpentInOomRecovery \
          AuroraNumOomRecoverySuccessful AuroraNumOomRecoveryTriggered AuroraOptimizedReadsCacheHitRatio \
          AuroraSlowConnectionHandleCount AuroraSlowHandshakeCount AuroraVolumeBytesLeftTotal AvailabilityPercentage \
          BacktrackChangeRecordsCreationRate BacktrackChangeRecordsStored BacktrackWindowActual BacktrackWindowAlert \
          BackupRetentionPeriodStorageUsed BlockedTransactions BufferCacheHitRatio BurstBalance CPUCreditBalance \
          CPUCreditUsage CPUSurplusCreditBalance CPUSurplusCreditsCharged CheckpointLag ClientConnections \
          ClientConnectionsClosed ClientConnectionsNoTLS ClientConnectionsReceived ClientConnectionsSetupFailedAuth \
          ClientConnectionsSetupSucceeded ClientConnectionsTLS CommitLatency CommitThroughput ConnectionAttempts DBLoad \
          DBLoadCPU DBLoadNonCPU DBLoadRelativeToNumVCPUs DDLLatency DDLThroughput DMLLatency DMLThroughput \
          DatabaseConnectionRequests DatabaseConnectionRequestsWithTLS DatabaseConnectionsBorrowLatency \
          DatabaseConnectionsCurrentlyBorrowed DatabaseConnectionsCurrentlyInTransaction \
          DatabaseConnectionsCurrentlySessionPinned DatabaseConnectionsSetupFailed \
          DatabaseConnectionsSetupSucceeded DatabaseConnectionsWithTLS Deadlocks DeleteLatency DeleteThroughput \
          DiskQueueDepthLogVolume EBSByteBalance% EBSIOBalance% EngineUptime FailedSQLServerAgentJobsCount \
          FreeEphemeralStorage FreeStorageSpaceLogVolume ForwardingMasterDMLLatency ForwardingMasterOpenSessions \
          ForwardingReplicaDMLLatency ForwardingReplicaOpenSessions ForwardingWriterDMLLatency \
          ForwardingWriterOpenSessions InsertLatency InsertThroughput LoginFailures MaxDatabaseConnectionsAllowed \
          NetworkReceiveThroughput NetworkThroughput NetworkTransmitThroughput NumBinaryLogFiles \
          OldestReplicationSlotLag PurgeBoundary PurgeFinishedPoint Queries QueryDatabaseResponseLatency \
          QueryRequests QueryRequestsNoTLS QueryRequestsTLS QueryResponseLatency RDSToAuroraPostgreSQLReplicaLag \
          ReadIOPS ReadIOPSEphemeralStorage ReadIOPSLogVolume ReadLatencyEphemeralStorage ReadLatencyLogVolume \
          ReadThroughput ReadThroughputEphemeralStorage ReadThroughputLogVolume ReplicationChannelLag \
          ResultSetCacheHitRatio RollbackSegmentHistoryListLength RowLockTime SelectLatency SelectThroughput \
          ServerlessDatabaseCapacity SnapshotStorageUsed StorageNetworkReceiveThroughput StorageNetworkThroughput \
          StorageNetworkTransmitThroughput SumBinaryLogSize TempStorageIOPS TempStorageThroughput \
          TotalBackupStorageBilled TransactionAgeMaximum TransactionLogsGeneration TruncateFinishedPoint UpdateLatency \
          UpdateThroughput VolumeBytesUsed VolumeReadIOPs VolumeWriteIOPs WriteIOPS WriteIOPSEphemeralStorage \
          WriteIOPSLogVolume WriteLatencyEphemeralStorage WriteLatencyLogVolume WriteThroughput \
          WriteThroughputEphemeralStorage WriteThroughputLogVolume
          """),
    ],
    slips: [
      "MemoryUtilization": "FreeableMemory", "FreeMemory": "FreeableMemory", "StorageUtilization": "FreeStorageSpace",
      "FreeDiskSpace": "FreeStorageSpace", "Connections": "DatabaseConnections",
    ])
}
