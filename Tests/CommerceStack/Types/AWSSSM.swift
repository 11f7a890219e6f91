// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_ssm_parameter`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ssm_parameter
public struct AWSSSMParameter: GeneratedResource {
  public static let type = "aws_ssm_parameter"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - arn: set by the provider where left out.
  ///   - dataType: set by the provider where left out.
  ///   - insecureValue: set by the provider where left out.
  ///   - keyID: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - tier: set by the provider where left out.
  ///   - value: set by the provider where left out, sensitive.
  ///   - valueWo: sensitive, write-only.
  public init(
    _ label: String,
    name: Text,
    type: Text,
    allowedPattern: Text? = nil,
    arn: Text? = nil,
    dataType: Text? = nil,
    description: Text? = nil,
    insecureValue: Text? = nil,
    keyID: Text? = nil,
    overwrite: Flag? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    tier: Text? = nil,
    value: Text? = nil,
    valueWo: Text? = nil,
    valueWoVersion: Number? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("type", type)
    block.set("allowed_pattern", allowedPattern)
    block.set("arn", arn)
    block.set("data_type", dataType)
    block.set("description", description)
    block.set("insecure_value", insecureValue)
    block.set("key_id", keyID)
    block.set("overwrite", overwrite)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("tier", tier)
    block.set("value", value)
    block.set("value_wo", valueWo)
    block.set("value_wo_version", valueWoVersion)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var allowedPattern: Text { declaredBlock.text("allowed_pattern") }
    public var arn: Text { declaredBlock.text("arn") }
    public var dataType: Text { declaredBlock.text("data_type") }
    public var description: Text { declaredBlock.text("description") }
    public var hasValueWo: Flag { declaredBlock.flag("has_value_wo") }
    public var id: Text { declaredBlock.text("id") }
    public var insecureValue: Text { declaredBlock.text("insecure_value") }
    public var keyID: Text { declaredBlock.text("key_id") }
    public var name: Text { declaredBlock.text("name") }
    public var overwrite: Flag { declaredBlock.flag("overwrite") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var tier: Text { declaredBlock.text("tier") }
    public var type: Text { declaredBlock.text("type") }
    public var value: Text { declaredBlock.text("value") }
    public var valueWo: Text { declaredBlock.text("value_wo") }
    public var valueWoVersion: Number { declaredBlock.number("value_wo_version") }
    public var version: Number { declaredBlock.number("version") }
  }
}
