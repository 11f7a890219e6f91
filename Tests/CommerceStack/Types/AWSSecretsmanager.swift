// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_secretsmanager_secret`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret
public struct AWSSecretsmanagerSecret: GeneratedResource {
  public static let type = "aws_secretsmanager_secret"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - policy: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    description: Text? = nil,
    forceOverwriteReplicaSecret: Flag? = nil,
    kmsKeyID: Text? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    policy: Text? = nil,
    recoveryWindowInDays: Number? = nil,
    replica: [Replica]? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("description", description)
    block.set("force_overwrite_replica_secret", forceOverwriteReplicaSecret)
    block.set("kms_key_id", kmsKeyID)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.set("policy", policy)
    block.set("recovery_window_in_days", recoveryWindowInDays)
    block.nest("replica", replica)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct Replica: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - kmsKeyID: set by the provider where left out.
    public init(region: Text, kmsKeyID: Text? = nil) {
      var block = Block()
      block.set("region", region)
      block.set("kms_key_id", kmsKeyID)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var description: Text { declaredBlock.text("description") }
    public var forceOverwriteReplicaSecret: Flag { declaredBlock.flag("force_overwrite_replica_secret") }
    public var id: Text { declaredBlock.text("id") }
    public var kmsKeyID: Text { declaredBlock.text("kms_key_id") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var policy: Text { declaredBlock.text("policy") }
    public var recoveryWindowInDays: Number { declaredBlock.number("recovery_window_in_days") }
    public var replica: Expression { declaredBlock.expression("replica") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
  }
}

/// `aws_secretsmanager_secret_rotation`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/secretsmanager_secret_rotation
public struct AWSSecretsmanagerSecretRotation: GeneratedResource {
  public static let type = "aws_secretsmanager_secret_rotation"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  public init(
    _ label: String,
    rotationRules: RotationRules,
    secretID: Text,
    rotateImmediately: Flag? = nil,
    rotationLambdaARN: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.nest("rotation_rules", rotationRules)
    block.set("secret_id", secretID)
    block.set("rotate_immediately", rotateImmediately)
    block.set("rotation_lambda_arn", rotationLambdaARN)
    self.arguments = block
  }

  public struct RotationRules: GeneratedBlock {
    public let arguments: Block

    public init(automaticallyAfterDays: Number? = nil, duration: Text? = nil, scheduleExpression: Text? = nil) {
      var block = Block()
      block.set("automatically_after_days", automaticallyAfterDays)
      block.set("duration", duration)
      block.set("schedule_expression", scheduleExpression)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var id: Text { declaredBlock.text("id") }
    public var rotateImmediately: Flag { declaredBlock.flag("rotate_immediately") }
    public var rotationEnabled: Flag { declaredBlock.flag("rotation_enabled") }
    public var rotationLambdaARN: Text { declaredBlock.text("rotation_lambda_arn") }
    public var rotationRules: Expression { declaredBlock.expression("rotation_rules") }
    public var secretID: Text { declaredBlock.text("secret_id") }
  }
}
