import TerraformModel

extension ResourceCatalog {
  /// File systems, volumes, backups and archives.
  static let storage: [ResourceFacts] = [
    ResourceFacts(
      "aws_efs_file_system", documentation: "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html",
      nameAttribute: "creation_token",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: "creation_token"),
      iamPrefix: "elasticfilesystem", dimension: NamedDimension("FileSystemId", attributes: ["id"]),
      metrics: StorageMetrics.fileSystem,
      safeguards: [Safeguard(.encryption, "encrypted", .isTrue, "stores its files unencrypted")],
      alarms: [
        NeededAlarm(
          "its limit of operations or its credits", in: "AWS/EFS", high: "PercentIOLimit MeteredIOBytes TotalIOBytes",
          low: "BurstCreditBalance", need: .word("throughput_mode", of: ["bursting"], orAbsent: true),
          because: "a file system without burst credits is slowed down to a fraction of its throughput")
      ]),
    ResourceFacts(
      "aws_fsx_lustre_file_system",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: nil),
      iamPrefix: "fsx"),
    ResourceFacts(
      "aws_fsx_ontap_file_system",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: nil),
      iamPrefix: "fsx"),
    ResourceFacts(
      "aws_fsx_openzfs_file_system",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: nil),
      iamPrefix: "fsx"),
    ResourceFacts(
      "aws_fsx_windows_file_system",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: nil),
      iamPrefix: "fsx",
      safeguards: [
        Safeguard(
          .recovery, "automatic_backup_retention_days", .atLeast(1), isDefault: true, "has no daily backups"),
        Safeguard(.recovery, "skip_final_backup", .isFalse, isDefault: true, "is deleted without a last backup"),
      ], secrets: [SecretArgument("self_managed_active_directory.password")]),
    ResourceFacts(
      "aws_fsx_ontap_volume",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateVolume.html",
      nameAttribute: "name",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system volume"),
      iamPrefix: "fsx"),
    ResourceFacts(
      "aws_fsx_openzfs_volume",
      documentation: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateVolume.html",
      nameAttribute: "name",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system volume"),
      iamPrefix: "fsx"),
    ResourceFacts(
      "aws_ebs_volume", documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html",
      identifiedBy: ["arn", "id"],
      data: StatefulData("data", in: "volume", named: nil),
      iamPrefix: "ec2",
      // Left out, it is what the account has as its default.
      safeguards: [
        Safeguard(.encryption, "encrypted", .isTrue, isDefault: true, "stores its data unencrypted")
      ],
      rates: [
        BaseRate(.volume, size: [BaseRate.SizeWord("type", or: "gp2")], times: [.number("size", default: nil)])
      ]),
    ResourceFacts(
      "aws_backup_vault",
      documentation: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html",
      name: NamingRule(length: 2...50, characters: .alphanumerics(and: "-_")),
      data: StatefulData("recovery points", in: "backup vault"),
      iamPrefix: "backup", dimension: NamedDimension("BackupVaultName", attributes: ["name", "id"]),
      metrics: StorageMetrics.backup,
      safeguards: [
        Safeguard(.deletion, "force_destroy", .isFalse, isDefault: true, "is deleted with its recovery points")
      ]),
    ResourceFacts(
      "aws_glacier_vault", documentation: "https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-put.html",
      name: NamingRule(length: 1...255, characters: .alphanumerics(and: "._-")),
      data: StatefulData("archives", in: "archive vault"),
      iamPrefix: "glacier"),
  ]
}
