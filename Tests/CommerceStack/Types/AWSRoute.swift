// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_route`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route
public struct AWSRoute: GeneratedResource {
  public static let type = "aws_route"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - networkInterfaceID: set by the provider where left out.
  public init(
    _ label: String,
    routeTableID: Text,
    carrierGatewayID: Text? = nil,
    coreNetworkARN: Text? = nil,
    destinationCIDRBlock: Text? = nil,
    destinationIPv6CIDRBlock: Text? = nil,
    destinationPrefixListID: Text? = nil,
    egressOnlyGatewayID: Text? = nil,
    gatewayID: Text? = nil,
    localGatewayID: Text? = nil,
    natGatewayID: Text? = nil,
    networkInterfaceID: Text? = nil,
    timeouts: Timeouts? = nil,
    transitGatewayID: Text? = nil,
    vpcEndpointID: Text? = nil,
    vpcPeeringConnectionID: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("route_table_id", routeTableID)
    block.set("carrier_gateway_id", carrierGatewayID)
    block.set("core_network_arn", coreNetworkARN)
    block.set("destination_cidr_block", destinationCIDRBlock)
    block.set("destination_ipv6_cidr_block", destinationIPv6CIDRBlock)
    block.set("destination_prefix_list_id", destinationPrefixListID)
    block.set("egress_only_gateway_id", egressOnlyGatewayID)
    block.set("gateway_id", gatewayID)
    block.set("local_gateway_id", localGatewayID)
    block.set("nat_gateway_id", natGatewayID)
    block.set("network_interface_id", networkInterfaceID)
    block.nest("timeouts", timeouts)
    block.set("transit_gateway_id", transitGatewayID)
    block.set("vpc_endpoint_id", vpcEndpointID)
    block.set("vpc_peering_connection_id", vpcPeeringConnectionID)
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
    public var carrierGatewayID: Text { declaredBlock.text("carrier_gateway_id") }
    public var coreNetworkARN: Text { declaredBlock.text("core_network_arn") }
    public var destinationCIDRBlock: Text { declaredBlock.text("destination_cidr_block") }
    public var destinationIPv6CIDRBlock: Text { declaredBlock.text("destination_ipv6_cidr_block") }
    public var destinationPrefixListID: Text { declaredBlock.text("destination_prefix_list_id") }
    public var egressOnlyGatewayID: Text { declaredBlock.text("egress_only_gateway_id") }
    public var gatewayID: Text { declaredBlock.text("gateway_id") }
    public var id: Text { declaredBlock.text("id") }
    public var instanceID: Text { declaredBlock.text("instance_id") }
    public var instanceOwnerID: Text { declaredBlock.text("instance_owner_id") }
    public var localGatewayID: Text { declaredBlock.text("local_gateway_id") }
    public var natGatewayID: Text { declaredBlock.text("nat_gateway_id") }
    public var networkInterfaceID: Text { declaredBlock.text("network_interface_id") }
    public var origin: Text { declaredBlock.text("origin") }
    public var routeTableID: Text { declaredBlock.text("route_table_id") }
    public var state: Text { declaredBlock.text("state") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var transitGatewayID: Text { declaredBlock.text("transit_gateway_id") }
    public var vpcEndpointID: Text { declaredBlock.text("vpc_endpoint_id") }
    public var vpcPeeringConnectionID: Text { declaredBlock.text("vpc_peering_connection_id") }
  }
}

/// `aws_route_table`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table
public struct AWSRouteTable: GeneratedResource {
  public static let type = "aws_route_table"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - propagatingVgws: set by the provider where left out.
  ///   - route: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    vpcID: Text,
    propagatingVgws: List<Text>? = nil,
    route: List<Route>? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("vpc_id", vpcID)
    block.set("propagating_vgws", propagatingVgws)
    block.set("route", route)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    self.arguments = block
  }

  public struct Route: GeneratedBlock {
    public let arguments: Block

    public init(
      carrierGatewayID: Text? = nil,
      cidrBlock: Text? = nil,
      coreNetworkARN: Text? = nil,
      destinationPrefixListID: Text? = nil,
      egressOnlyGatewayID: Text? = nil,
      gatewayID: Text? = nil,
      ipv6CIDRBlock: Text? = nil,
      localGatewayID: Text? = nil,
      natGatewayID: Text? = nil,
      networkInterfaceID: Text? = nil,
      transitGatewayID: Text? = nil,
      vpcEndpointID: Text? = nil,
      vpcPeeringConnectionID: Text? = nil
    ) {
      var block = Block()
      block.setMember("carrier_gateway_id", carrierGatewayID)
      block.setMember("cidr_block", cidrBlock)
      block.setMember("core_network_arn", coreNetworkARN)
      block.setMember("destination_prefix_list_id", destinationPrefixListID)
      block.setMember("egress_only_gateway_id", egressOnlyGatewayID)
      block.setMember("gateway_id", gatewayID)
      block.setMember("ipv6_cidr_block", ipv6CIDRBlock)
      block.setMember("local_gateway_id", localGatewayID)
      block.setMember("nat_gateway_id", natGatewayID)
      block.setMember("network_interface_id", networkInterfaceID)
      block.setMember("transit_gateway_id", transitGatewayID)
      block.setMember("vpc_endpoint_id", vpcEndpointID)
      block.setMember("vpc_peering_connection_id", vpcPeeringConnectionID)
      self.arguments = block
    }
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
    public var propagatingVgws: List<Text> { declaredBlock.list("propagating_vgws") }
    public var route: Expression { declaredBlock.expression("route") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}

/// `aws_route_table_association`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table_association
public struct AWSRouteTableAssociation: GeneratedResource {
  public static let type = "aws_route_table_association"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  public init(
    _ label: String,
    routeTableID: Text,
    gatewayID: Text? = nil,
    subnetID: Text? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("route_table_id", routeTableID)
    block.set("gateway_id", gatewayID)
    block.set("subnet_id", subnetID)
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
    public var gatewayID: Text { declaredBlock.text("gateway_id") }
    public var id: Text { declaredBlock.text("id") }
    public var routeTableID: Text { declaredBlock.text("route_table_id") }
    public var subnetID: Text { declaredBlock.text("subnet_id") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
  }
}
