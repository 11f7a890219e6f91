/// What EFS and Backup publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
/// - https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
enum StorageMetrics {
  static let fileSystem = MetricNamespace(
    "AWS/EFS", by: [["FileSystemId"]], isComplete: false,
    [
      MetricGroup(.percentage, .undeclared, of: "PercentIOLimit"),
      MetricGroup(.level, .undeclared, of: "BurstCreditBalance PermittedThroughput"),
      MetricGroup(
        .unexamined, .undeclared, every: .seconds(900), by: .these([["FileSystemId", "StorageClass"]]),
        of: "StorageBytes"),
      MetricGroup(
        .unexamined, .undeclared,
        of: """
          ClientConnections DataReadIOBytes DataWriteIOBytes MetadataIOBytes MetadataReadIOBytes MetadataWriteIOBytes \
          MeteredIOBytes TotalIOBytes
          """),
      MetricGroup(.unexamined, .undeclared, by: .unsure, of: "TimeSinceLastSync"),
    ])

  static let backup = MetricNamespace(
    "AWS/Backup", by: [["BackupVaultName"], ["ResourceType"], ["BackupVaultName", "ResourceType"], []],
    isComplete: false,
    [
      MetricGroup(
        .count, .noEvents, every: .seconds(300),
        of: """
          NumberOfBackupJobsAborted NumberOfBackupJobsCompleted NumberOfBackupJobsCreated NumberOfBackupJobsExpired \
          NumberOfBackupJobsFailed NumberOfCopyJobsCompleted NumberOfCopyJobsCreated NumberOfCopyJobsFailed \
          NumberOfRestoreJobsCompleted NumberOfRestoreJobsFailed
          """),
      MetricGroup(
        .unexamined, .undeclared, every: .seconds(300),
        of: """
          NumberOfBackupJobsPending NumberOfBackupJobsRunning NumberOfCopyJobsRunning NumberOfRecoveryPointsCold \
          NumberOfRecoveryPointsCompleted NumberOfRecoveryPointsDeleting NumberOfRecoveryPointsExpired \
          NumberOfRecoveryPointsPartial NumberOfRestoreJobsPending NumberOfRestoreJobsRunning
          """),
    ])
}
