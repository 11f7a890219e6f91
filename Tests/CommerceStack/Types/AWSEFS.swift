// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_efs_file_system`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/efs_file_system
public struct AWSEFSFileSystem: GeneratedResource {
  public static let type = "aws_efs_file_system"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - availabilityZoneName: set by the provider where left out.
  ///   - creationToken: set by the provider where left out.
  ///   - encrypted: set by the provider where left out.
  ///   - kmsKeyID: set by the provider where left out.
  ///   - lifecyclePolicy: at most 3.
  ///   - performanceMode: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    availabilityZoneName: Text? = nil,
    creationToken: Text? = nil,
    encrypted: Flag? = nil,
    kmsKeyID: Text? = nil,
    lifecyclePolicy: [LifecyclePolicy]? = nil,
    performanceMode: Text? = nil,
    protection: Protection? = nil,
    provisionedThroughputInMibps: Number? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    throughputMode: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("availability_zone_name", availabilityZoneName)
    block.set("creation_token", creationToken)
    block.set("encrypted", encrypted)
    block.set("kms_key_id", kmsKeyID)
    block.nest("lifecycle_policy", lifecyclePolicy)
    block.set("performance_mode", performanceMode)
    block.nest("protection", protection)
    block.set("provisioned_throughput_in_mibps", provisionedThroughputInMibps)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("throughput_mode", throughputMode)
    self.arguments = block
  }

  public struct LifecyclePolicy: GeneratedBlock {
    public let arguments: Block

    public init(
      transitionToArchive: Text? = nil,
      transitionToIa: Text? = nil,
      transitionToPrimaryStorageClass: Text? = nil
    ) {
      var block = Block()
      block.set("transition_to_archive", transitionToArchive)
      block.set("transition_to_ia", transitionToIa)
      block.set("transition_to_primary_storage_class", transitionToPrimaryStorageClass)
      self.arguments = block
    }
  }

  public struct Protection: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - replicationOverwrite: set by the provider where left out.
    public init(replicationOverwrite: Text? = nil) {
      var block = Block()
      block.set("replication_overwrite", replicationOverwrite)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var availabilityZoneID: Text { declaredBlock.text("availability_zone_id") }
    public var availabilityZoneName: Text { declaredBlock.text("availability_zone_name") }
    public var creationToken: Text { declaredBlock.text("creation_token") }
    public var dnsName: Text { declaredBlock.text("dns_name") }
    public var encrypted: Flag { declaredBlock.flag("encrypted") }
    public var id: Text { declaredBlock.text("id") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var lifecyclePolicy: Expression { declaredBlock.expression("lifecycle_policy") }
    public var name: Text { declaredBlock.text("name") }
    public var numberOfMountTargets: Number { declaredBlock.number("number_of_mount_targets") }
    public var ownerID: Text { declaredBlock.text("owner_id") }
    public var performanceMode: Text { declaredBlock.text("performance_mode") }
    public var protection: Expression { declaredBlock.expression("protection") }
    public var provisionedThroughputInMibps: Number { declaredBlock.number("provisioned_throughput_in_mibps") }
    public var sizeInBytes: Expression { declaredBlock.expression("size_in_bytes") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var throughputMode: Text { declaredBlock.text("throughput_mode") }
  }
}
