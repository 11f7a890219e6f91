// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_subnet`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/subnet
public struct AWSSubnet: GeneratedResource {
  public static let type = "aws_subnet"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - availabilityZone: set by the provider where left out.
  ///   - availabilityZoneID: set by the provider where left out.
  ///   - privateDNSHostnameTypeOnLaunch: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    vpcID: Text,
    assignIPv6AddressOnCreation: Flag? = nil,
    availabilityZone: Text? = nil,
    availabilityZoneID: Text? = nil,
    cidrBlock: Text? = nil,
    customerOwnedIPv4Pool: Text? = nil,
    enableDns64: Flag? = nil,
    enableLniAtDeviceIndex: Number? = nil,
    enableResourceNameDNSARecordOnLaunch: Flag? = nil,
    enableResourceNameDNSAaaaRecordOnLaunch: Flag? = nil,
    ipv6CIDRBlock: Text? = nil,
    ipv6Native: Flag? = nil,
    mapCustomerOwnedIPOnLaunch: Flag? = nil,
    mapPublicIPOnLaunch: Flag? = nil,
    outpostARN: Text? = nil,
    privateDNSHostnameTypeOnLaunch: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("vpc_id", vpcID)
    block.set("assign_ipv6_address_on_creation", assignIPv6AddressOnCreation)
    block.set("availability_zone", availabilityZone)
    block.set("availability_zone_id", availabilityZoneID)
    block.set("cidr_block", cidrBlock)
    block.set("customer_owned_ipv4_pool", customerOwnedIPv4Pool)
    block.set("enable_dns64", enableDns64)
    block.set("enable_lni_at_device_index", enableLniAtDeviceIndex)
    block.set("enable_resource_name_dns_a_record_on_launch", enableResourceNameDNSARecordOnLaunch)
    block.set("enable_resource_name_dns_aaaa_record_on_launch", enableResourceNameDNSAaaaRecordOnLaunch)
    block.set("ipv6_cidr_block", ipv6CIDRBlock)
    block.set("ipv6_native", ipv6Native)
    block.set("map_customer_owned_ip_on_launch", mapCustomerOwnedIPOnLaunch)
    block.set("map_public_ip_on_launch", mapPublicIPOnLaunch)
    block.set("outpost_arn", outpostARN)
    block.set("private_dns_hostname_type_on_launch", privateDNSHostnameTypeOnLaunch)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    self.arguments = block
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil, delete: Text? = nil) {
      var block = Block()
      block.set("create", create)
      block.set("delete", delete)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var assignIPv6AddressOnCreation: Flag { declaredBlock.flag("assign_ipv6_address_on_creation") }
    public var availabilityZone: Text { declaredBlock.text("availability_zone") }
    public var availabilityZoneID: Text { declaredBlock.text("availability_zone_id") }
    public var cidrBlock: Text { declaredBlock.text("cidr_block") }
    public var customerOwnedIPv4Pool: Text { declaredBlock.text("customer_owned_ipv4_pool") }
    public var enableDns64: Flag { declaredBlock.flag("enable_dns64") }
    public var enableLniAtDeviceIndex: Number { declaredBlock.number("enable_lni_at_device_index") }
    public var enableResourceNameDNSARecordOnLaunch: Flag { declaredBlock.flag("enable_resource_name_dns_a_record_on_launch") }
    public var enableResourceNameDNSAaaaRecordOnLaunch: Flag { declaredBlock.flag("enable_resource_name_dns_aaaa_record_on_launch") }
    public var id: Text { declaredBlock.text("id") }
    public var ipv6CIDRBlock: Text { declaredBlock.text("ipv6_cidr_block") }
    public var ipv6CIDRBlockAssociationID: Text { declaredBlock.text("ipv6_cidr_block_association_id") }
    public var ipv6Native: Flag { declaredBlock.flag("ipv6_native") }
    public var mapCustomerOwnedIPOnLaunch: Flag { declaredBlock.flag("map_customer_owned_ip_on_launch") }
    public var mapPublicIPOnLaunch: Flag { declaredBlock.flag("map_public_ip_on_launch") }
    public var outpostARN: Text { declaredBlock.text("outpost_arn") }
    public var ownerID: Text { declaredBlock.text("owner_id") }
    public var privateDNSHostnameTypeOnLaunch: Text { declaredBlock.text("private_dns_hostname_type_on_launch") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}
