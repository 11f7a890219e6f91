// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_internet_gateway`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/internet_gateway
public struct AWSInternetGateway: GeneratedResource {
  public static let type = "aws_internet_gateway"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - tagsAll: set by the provider where left out.
  ///   - vpcID: set by the provider where left out.
  public init(
    _ label: String,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    vpcID: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("vpc_id", vpcID)
    self.arguments = block
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
    public var id: Text { declaredBlock.text("id") }
    public var ownerID: Text { declaredBlock.text("owner_id") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}
