// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_vpc`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc
public struct AWSVPC: GeneratedResource {
  public static let type = "aws_vpc"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - cidrBlock: set by the provider where left out.
  ///   - enableDNSHostnames: set by the provider where left out.
  ///   - enableNetworkAddressUsageMetrics: set by the provider where left out.
  ///   - ipv6CIDRBlock: set by the provider where left out.
  ///   - ipv6CIDRBlockNetworkBorderGroup: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    assignGeneratedIPv6CIDRBlock: Flag? = nil,
    cidrBlock: Text? = nil,
    enableDNSHostnames: Flag? = nil,
    enableDNSSupport: Flag? = nil,
    enableNetworkAddressUsageMetrics: Flag? = nil,
    instanceTenancy: Text? = nil,
    ipv4IPAMPoolID: Text? = nil,
    ipv4NetmaskLength: Number? = nil,
    ipv6CIDRBlock: Text? = nil,
    ipv6CIDRBlockNetworkBorderGroup: Text? = nil,
    ipv6IPAMPoolID: Text? = nil,
    ipv6NetmaskLength: Number? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("assign_generated_ipv6_cidr_block", assignGeneratedIPv6CIDRBlock)
    block.set("cidr_block", cidrBlock)
    block.set("enable_dns_hostnames", enableDNSHostnames)
    block.set("enable_dns_support", enableDNSSupport)
    block.set("enable_network_address_usage_metrics", enableNetworkAddressUsageMetrics)
    block.set("instance_tenancy", instanceTenancy)
    block.set("ipv4_ipam_pool_id", ipv4IPAMPoolID)
    block.set("ipv4_netmask_length", ipv4NetmaskLength)
    block.set("ipv6_cidr_block", ipv6CIDRBlock)
    block.set("ipv6_cidr_block_network_border_group", ipv6CIDRBlockNetworkBorderGroup)
    block.set("ipv6_ipam_pool_id", ipv6IPAMPoolID)
    block.set("ipv6_netmask_length", ipv6NetmaskLength)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var assignGeneratedIPv6CIDRBlock: Flag { declaredBlock.flag("assign_generated_ipv6_cidr_block") }
    public var cidrBlock: Text { declaredBlock.text("cidr_block") }
    public var defaultNetworkACLID: Text { declaredBlock.text("default_network_acl_id") }
    public var defaultRouteTableID: Text { declaredBlock.text("default_route_table_id") }
    public var defaultSecurityGroupID: Text { declaredBlock.text("default_security_group_id") }
    public var dhcpOptionsID: Text { declaredBlock.text("dhcp_options_id") }
    public var enableDNSHostnames: Flag { declaredBlock.flag("enable_dns_hostnames") }
    public var enableDNSSupport: Flag { declaredBlock.flag("enable_dns_support") }
    public var enableNetworkAddressUsageMetrics: Flag { declaredBlock.flag("enable_network_address_usage_metrics") }
    public var id: Text { declaredBlock.text("id") }
    public var instanceTenancy: Text { declaredBlock.text("instance_tenancy") }
    public var ipv4IPAMPoolID: Text { declaredBlock.text("ipv4_ipam_pool_id") }
    public var ipv4NetmaskLength: Number { declaredBlock.number("ipv4_netmask_length") }
    public var ipv6AssociationID: Text { declaredBlock.text("ipv6_association_id") }
    public var ipv6CIDRBlock: Text { declaredBlock.text("ipv6_cidr_block") }
    public var ipv6CIDRBlockNetworkBorderGroup: Text { declaredBlock.text("ipv6_cidr_block_network_border_group") }
    public var ipv6IPAMPoolID: Text { declaredBlock.text("ipv6_ipam_pool_id") }
    public var ipv6NetmaskLength: Number { declaredBlock.number("ipv6_netmask_length") }
    public var mainRouteTableID: Text { declaredBlock.text("main_route_table_id") }
    public var ownerID: Text { declaredBlock.text("owner_id") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
  }
}
