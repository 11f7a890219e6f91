// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_kms_alias`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_alias
public struct AWSKMSAlias: GeneratedResource {
  public static let type = "aws_kms_alias"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  public init(_ label: String, targetKeyID: Text, name: Text? = nil, namePrefix: Text? = nil) {
    self.label = label
    var block = Block()
    block.set("target_key_id", targetKeyID)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var targetKeyARN: Text { declaredBlock.text("target_key_arn") }
    public var targetKeyID: Text { declaredBlock.text("target_key_id") }
  }
}

/// `aws_kms_key`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_key
public struct AWSKMSKey: GeneratedResource {
  public static let type = "aws_kms_key"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - description: set by the provider where left out.
  ///   - multiRegion: set by the provider where left out.
  ///   - policy: set by the provider where left out.
  ///   - rotationPeriodInDays: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    bypassPolicyLockoutSafetyCheck: Flag? = nil,
    customKeyStoreID: Text? = nil,
    customerMasterKeySpec: Text? = nil,
    deletionWindowInDays: Number? = nil,
    description: Text? = nil,
    enableKeyRotation: Flag? = nil,
    isEnabled: Flag? = nil,
    keyUsage: Text? = nil,
    multiRegion: Flag? = nil,
    policy: Text? = nil,
    rotationPeriodInDays: Number? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    xksKeyID: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("bypass_policy_lockout_safety_check", bypassPolicyLockoutSafetyCheck)
    block.set("custom_key_store_id", customKeyStoreID)
    block.set("customer_master_key_spec", customerMasterKeySpec)
    block.set("deletion_window_in_days", deletionWindowInDays)
    block.set("description", description)
    block.set("enable_key_rotation", enableKeyRotation)
    block.set("is_enabled", isEnabled)
    block.set("key_usage", keyUsage)
    block.set("multi_region", multiRegion)
    block.set("policy", policy)
    block.set("rotation_period_in_days", rotationPeriodInDays)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("xks_key_id", xksKeyID)
    self.arguments = block
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil) {
      var block = Block()
      block.set("create", create)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var bypassPolicyLockoutSafetyCheck: Flag { declaredBlock.flag("bypass_policy_lockout_safety_check") }
    public var customKeyStoreID: Text { declaredBlock.text("custom_key_store_id") }
    public var customerMasterKeySpec: Text { declaredBlock.text("customer_master_key_spec") }
    public var deletionWindowInDays: Number { declaredBlock.number("deletion_window_in_days") }
    public var description: Text { declaredBlock.text("description") }
    public var enableKeyRotation: Flag { declaredBlock.flag("enable_key_rotation") }
    public var id: Text { declaredBlock.text("id") }
    public var isEnabled: Flag { declaredBlock.flag("is_enabled") }
    public var keyID: Text { declaredBlock.text("key_id") }
    public var keyUsage: Text { declaredBlock.text("key_usage") }
    public var multiRegion: Flag { declaredBlock.flag("multi_region") }
    public var policy: Text { declaredBlock.text("policy") }
    public var rotationPeriodInDays: Number { declaredBlock.number("rotation_period_in_days") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var xksKeyID: Text { declaredBlock.text("xks_key_id") }
  }
}
