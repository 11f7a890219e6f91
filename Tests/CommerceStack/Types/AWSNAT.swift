// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_nat_gateway`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/nat_gateway
public struct AWSNATGateway: GeneratedResource {
  public static let type = "aws_nat_gateway"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - privateIP: set by the provider where left out.
  ///   - secondaryPrivateIPAddressCount: set by the provider where left out.
  ///   - secondaryPrivateIPAddresses: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    subnetID: Text,
    allocationID: Text? = nil,
    connectivityType: Text? = nil,
    privateIP: Text? = nil,
    secondaryAllocationIDs: List<Text>? = nil,
    secondaryPrivateIPAddressCount: Number? = nil,
    secondaryPrivateIPAddresses: List<Text>? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("subnet_id", subnetID)
    block.set("allocation_id", allocationID)
    block.set("connectivity_type", connectivityType)
    block.set("private_ip", privateIP)
    block.set("secondary_allocation_ids", secondaryAllocationIDs)
    block.set("secondary_private_ip_address_count", secondaryPrivateIPAddressCount)
    block.set("secondary_private_ip_addresses", secondaryPrivateIPAddresses)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
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
    public var allocationID: Text { declaredBlock.text("allocation_id") }
    public var associationID: Text { declaredBlock.text("association_id") }
    public var connectivityType: Text { declaredBlock.text("connectivity_type") }
    public var id: Text { declaredBlock.text("id") }
    public var networkInterfaceID: Text { declaredBlock.text("network_interface_id") }
    public var privateIP: Text { declaredBlock.text("private_ip") }
    public var publicIP: Text { declaredBlock.text("public_ip") }
    public var secondaryAllocationIDs: List<Text> { declaredBlock.list("secondary_allocation_ids") }
    public var secondaryPrivateIPAddressCount: Number { declaredBlock.number("secondary_private_ip_address_count") }
    public var secondaryPrivateIPAddresses: List<Text> { declaredBlock.list("secondary_private_ip_addresses") }
    public var subnetID: Text { declaredBlock.text("subnet_id") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
  }
}
