import TerraformModel

extension ResourceCatalog {
  /// File systems, volumes, backups and archives.
  static let storage: [ResourceFacts] = [
    ResourceFacts(
      "aws_efs_file_system", documentation: "https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html",
      nameAttribute: "creation_token",
      identifiedBy: ["arn", "id"],
      data: StatefulData("files", in: "file system", named: "creation_token"),
      iamPrefix: "elasticfilesystem"),
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
      iamPrefix: "fsx"),
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
      iamPrefix: "ec2"),
    ResourceFacts(
      "aws_backup_vault",
      documentation: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html",
      name: NamingRule(length: 2...50, characters: .alphanumerics(and: "-_")),
      data: StatefulData("recovery points", in: "backup vault"),
      iamPrefix: "backup"),
    ResourceFacts(
      "aws_glacier_vault", documentation: "https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-put.html",
      name: NamingRule(length: 1...255, characters: .alphanumerics(and: "._-")),
      data: StatefulData("archives", in: "archive vault"),
      iamPrefix: "glacier"),
  ]
}
