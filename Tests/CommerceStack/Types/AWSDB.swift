// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_db_subnet_group`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_subnet_group
public struct AWSDBSubnetGroup: GeneratedResource {
  public static let type = "aws_db_subnet_group"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    subnetIDs: List<Text>,
    description: Text? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("subnet_ids", subnetIDs)
    block.set("description", description)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var description: Text { declaredBlock.text("description") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var subnetIDs: List<Text> { declaredBlock.list("subnet_ids") }
    public var supportedNetworkTypes: List<Text> { declaredBlock.list("supported_network_types") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}
