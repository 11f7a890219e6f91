extension ResourceCatalog {
  /// Gateways, connections and the rules of networks.
  static let networks: [ResourceFacts] = [
    ResourceFacts(
      "aws_security_group_rule",
      documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
      identifiedBy: [], iamPrefix: "ec2",
      ingress: IngressArguments(
        from: ["cidr_blocks", "ipv6_cidr_blocks"], transport: "protocol", where: ("type", "ingress"))),
    ResourceFacts(
      "aws_default_security_group",
      documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
      identifiedBy: ["arn"], iamPrefix: "ec2",
      ingress: IngressArguments(in: "ingress", from: ["cidr_blocks", "ipv6_cidr_blocks"], transport: "protocol")),
    ResourceFacts(
      "aws_nat_gateway", documentation: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
      identifiedBy: ["id"], iamPrefix: "ec2", dimension: NamedDimension("NatGatewayId", attributes: ["id"]),
      metrics: NetworkMetrics.natGateway,
      alarms: [
        NeededAlarm(
          "its failed connections", in: "AWS/NATGateway",
          high: "ErrorPortAllocation PacketsDropCount ActiveConnectionCount PeakPacketsPerSecond PeakBytesPerSecond",
          need: .word("connectivity_type", of: ["public"], orAbsent: true),
          because: "a gateway without a free port refuses connections, which look like failures of the other side")
      ], rates: [BaseRate(.natGateway)]),
    ResourceFacts(
      "aws_vpn_connection", documentation: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html",
      identifiedBy: ["arn", "id"], iamPrefix: "ec2", dimension: NamedDimension("VpnId", attributes: ["id"]),
      metrics: NetworkMetrics.vpn,
      alarms: [
        NeededAlarm(
          "the state of its tunnels", in: "AWS/VPN", low: "TunnelState TunnelDataIn TunnelDataOut",
          because: "when one tunnel is down the other carries the traffic, and when both are nothing does")
      ], secrets: [SecretArgument("tunnel1_preshared_key"), SecretArgument("tunnel2_preshared_key")],
      rates: [BaseRate(.networkConnection)]),
    ResourceFacts(
      "aws_ec2_transit_gateway",
      documentation: "https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html",
      identifiedBy: ["arn", "id"], iamPrefix: "ec2", dimension: NamedDimension("TransitGateway", attributes: ["id"]),
      metrics: NetworkMetrics.transitGateway),
    ResourceFacts(
      "aws_ec2_transit_gateway_vpc_attachment",
      documentation: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html", identifiedBy: ["id"],
      iamPrefix: "ec2", rates: [BaseRate(.transitAttachment)]),
    ResourceFacts(
      "aws_ec2_client_vpn_network_association",
      documentation: "https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html",
      identifiedBy: ["id"], iamPrefix: "ec2", rates: [BaseRate(.clientNetwork)]),
    ResourceFacts(
      "aws_globalaccelerator_accelerator",
      documentation: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateAccelerator.html",
      iamPrefix: "globalaccelerator", rates: [BaseRate(.accelerator)]),
    ResourceFacts(
      "aws_networkfirewall_firewall",
      documentation: "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_CreateFirewall.html",
      iamPrefix: "network-firewall",
      rates: [BaseRate(.firewallEndpoint, times: [.count("subnet_mapping", default: 1)])]),
    ResourceFacts(
      "aws_route53_resolver_endpoint",
      documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/"
        + "API_route53resolver_CreateResolverEndpoint.html",
      identifiedBy: ["arn", "id"], iamPrefix: "route53resolver",
      rates: [BaseRate(.resolverAddress, times: [.count("ip_address", default: 2)])]),
  ]
}
