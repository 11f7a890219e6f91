// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_synthetics_canary`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/synthetics_canary
public struct AWSSyntheticsCanary: GeneratedResource {
  public static let type = "aws_synthetics_canary"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    artifactS3Location: Text,
    executionRoleARN: Text,
    handler: Text,
    name: Text,
    runtimeVersion: Text,
    schedule: Schedule,
    artifactConfig: ArtifactConfig? = nil,
    deleteLambda: Flag? = nil,
    failureRetentionPeriod: Number? = nil,
    runConfig: RunConfig? = nil,
    s3Bucket: Text? = nil,
    s3Key: Text? = nil,
    s3Version: Text? = nil,
    startCanary: Flag? = nil,
    successRetentionPeriod: Number? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    vpcConfig: VPCConfig? = nil,
    zipFile: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("artifact_s3_location", artifactS3Location)
    block.set("execution_role_arn", executionRoleARN)
    block.set("handler", handler)
    block.set("name", name)
    block.set("runtime_version", runtimeVersion)
    block.nest("schedule", schedule)
    block.nest("artifact_config", artifactConfig)
    block.set("delete_lambda", deleteLambda)
    block.set("failure_retention_period", failureRetentionPeriod)
    block.nest("run_config", runConfig)
    block.set("s3_bucket", s3Bucket)
    block.set("s3_key", s3Key)
    block.set("s3_version", s3Version)
    block.set("start_canary", startCanary)
    block.set("success_retention_period", successRetentionPeriod)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("vpc_config", vpcConfig)
    block.set("zip_file", zipFile)
    self.arguments = block
  }

  public struct ArtifactConfig: GeneratedBlock {
    public let arguments: Block

    public init(s3Encryption: S3Encryption? = nil) {
      var block = Block()
      block.nest("s3_encryption", s3Encryption)
      self.arguments = block
    }
  }

  public struct S3Encryption: GeneratedBlock {
    public let arguments: Block

    public init(encryptionMode: Text? = nil, kmsKeyARN: Text? = nil) {
      var block = Block()
      block.set("encryption_mode", encryptionMode)
      block.set("kms_key_arn", kmsKeyARN)
      self.arguments = block
    }
  }

  public struct RunConfig: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - memoryInMb: set by the provider where left out.
    ///   - timeoutInSeconds: set by the provider where left out.
    public init(
      activeTracing: Flag? = nil,
      environmentVariables: Map<Text>? = nil,
      memoryInMb: Number? = nil,
      timeoutInSeconds: Number? = nil
    ) {
      var block = Block()
      block.set("active_tracing", activeTracing)
      block.set("environment_variables", environmentVariables)
      block.set("memory_in_mb", memoryInMb)
      block.set("timeout_in_seconds", timeoutInSeconds)
      self.arguments = block
    }
  }

  public struct Schedule: GeneratedBlock {
    public let arguments: Block

    public init(expression: Text, durationInSeconds: Number? = nil) {
      var block = Block()
      block.set("expression", expression)
      block.set("duration_in_seconds", durationInSeconds)
      self.arguments = block
    }
  }

  public struct VPCConfig: GeneratedBlock {
    public let arguments: Block

    public init(securityGroupIDs: List<Text>? = nil, subnetIDs: List<Text>? = nil) {
      var block = Block()
      block.set("security_group_ids", securityGroupIDs)
      block.set("subnet_ids", subnetIDs)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var artifactConfig: Expression { declaredBlock.expression("artifact_config") }
    public var artifactS3Location: Text { declaredBlock.text("artifact_s3_location") }
    public var deleteLambda: Flag { declaredBlock.flag("delete_lambda") }
    public var engineARN: Text { declaredBlock.text("engine_arn") }
    public var executionRoleARN: Text { declaredBlock.text("execution_role_arn") }
    public var failureRetentionPeriod: Number { declaredBlock.number("failure_retention_period") }
    public var handler: Text { declaredBlock.text("handler") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var runConfig: Expression { declaredBlock.expression("run_config") }
    public var runtimeVersion: Text { declaredBlock.text("runtime_version") }
    public var s3Bucket: Text { declaredBlock.text("s3_bucket") }
    public var s3Key: Text { declaredBlock.text("s3_key") }
    public var s3Version: Text { declaredBlock.text("s3_version") }
    public var schedule: Expression { declaredBlock.expression("schedule") }
    public var sourceLocationARN: Text { declaredBlock.text("source_location_arn") }
    public var startCanary: Flag { declaredBlock.flag("start_canary") }
    public var status: Text { declaredBlock.text("status") }
    public var successRetentionPeriod: Number { declaredBlock.number("success_retention_period") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeline: Expression { declaredBlock.expression("timeline") }
    public var vpcConfig: Expression { declaredBlock.expression("vpc_config") }
    public var zipFile: Text { declaredBlock.text("zip_file") }
  }
}
