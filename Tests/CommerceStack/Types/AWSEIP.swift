// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_eip`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/eip
public struct AWSEIP: GeneratedResource {
  public static let type = "aws_eip"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - domain: set by the provider where left out.
  ///   - instance: set by the provider where left out.
  ///   - ipamPoolID: set by the provider where left out.
  ///   - networkBorderGroup: set by the provider where left out.
  ///   - networkInterface: set by the provider where left out.
  ///   - publicIPv4Pool: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - vpc: set by the provider where left out, deprecated.
  public init(
    _ label: String,
    address: Text? = nil,
    associateWithPrivateIP: Text? = nil,
    customerOwnedIPv4Pool: Text? = nil,
    domain: Text? = nil,
    instance: Text? = nil,
    ipamPoolID: Text? = nil,
    networkBorderGroup: Text? = nil,
    networkInterface: Text? = nil,
    publicIPv4Pool: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    vpc: Flag? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("address", address)
    block.set("associate_with_private_ip", associateWithPrivateIP)
    block.set("customer_owned_ipv4_pool", customerOwnedIPv4Pool)
    block.set("domain", domain)
    block.set("instance", instance)
    block.set("ipam_pool_id", ipamPoolID)
    block.set("network_border_group", networkBorderGroup)
    block.set("network_interface", networkInterface)
    block.set("public_ipv4_pool", publicIPv4Pool)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("vpc", vpc)
    self.arguments = block
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(delete: Text? = nil, read: Text? = nil, update: Text? = nil) {
      var block = Block()
      block.set("delete", delete)
      block.set("read", read)
      block.set("update", update)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var address: Text { declaredBlock.text("address") }
    public var allocationID: Text { declaredBlock.text("allocation_id") }
    public var arn: Text { declaredBlock.text("arn") }
    public var associateWithPrivateIP: Text { declaredBlock.text("associate_with_private_ip") }
    public var associationID: Text { declaredBlock.text("association_id") }
    public var carrierIP: Text { declaredBlock.text("carrier_ip") }
    public var customerOwnedIP: Text { declaredBlock.text("customer_owned_ip") }
    public var customerOwnedIPv4Pool: Text { declaredBlock.text("customer_owned_ipv4_pool") }
    public var domain: Text { declaredBlock.text("domain") }
    public var id: Text { declaredBlock.text("id") }
    public var instance: Text { declaredBlock.text("instance") }
    public var ipamPoolID: Text { declaredBlock.text("ipam_pool_id") }
    public var networkBorderGroup: Text { declaredBlock.text("network_border_group") }
    public var networkInterface: Text { declaredBlock.text("network_interface") }
    public var privateDNS: Text { declaredBlock.text("private_dns") }
    public var privateIP: Text { declaredBlock.text("private_ip") }
    public var ptrRecord: Text { declaredBlock.text("ptr_record") }
    public var publicDNS: Text { declaredBlock.text("public_dns") }
    public var publicIP: Text { declaredBlock.text("public_ip") }
    public var publicIPv4Pool: Text { declaredBlock.text("public_ipv4_pool") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpc: Flag { declaredBlock.flag("vpc") }
  }
}
