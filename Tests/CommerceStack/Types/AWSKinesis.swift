// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_kinesis_stream`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kinesis_stream
public struct AWSKinesisStream: GeneratedResource {
  public static let type = "aws_kinesis_stream"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - arn: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    arn: Text? = nil,
    encryptionType: Text? = nil,
    enforceConsumerDeletion: Flag? = nil,
    kmsKeyID: Text? = nil,
    retentionPeriod: Number? = nil,
    shardCount: Number? = nil,
    shardLevelMetrics: List<Text>? = nil,
    streamModeDetails: StreamModeDetails? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("arn", arn)
    block.set("encryption_type", encryptionType)
    block.set("enforce_consumer_deletion", enforceConsumerDeletion)
    block.set("kms_key_id", kmsKeyID)
    block.set("retention_period", retentionPeriod)
    block.set("shard_count", shardCount)
    block.set("shard_level_metrics", shardLevelMetrics)
    block.nest("stream_mode_details", streamModeDetails)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    self.arguments = block
  }

  public struct StreamModeDetails: GeneratedBlock {
    public let arguments: Block

    public init(streamMode: Text) {
      var block = Block()
      block.set("stream_mode", streamMode)
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
    public var arn: Text { declaredBlock.text("arn") }
    public var encryptionType: Text { declaredBlock.text("encryption_type") }
    public var enforceConsumerDeletion: Flag { declaredBlock.flag("enforce_consumer_deletion") }
    public var id: Text { declaredBlock.text("id") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var name: Text { declaredBlock.text("name") }
    public var retentionPeriod: Number { declaredBlock.number("retention_period") }
    public var shardCount: Number { declaredBlock.number("shard_count") }
    public var shardLevelMetrics: List<Text> { declaredBlock.list("shard_level_metrics") }
    public var streamModeDetails: Expression { declaredBlock.expression("stream_mode_details") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
  }
}
