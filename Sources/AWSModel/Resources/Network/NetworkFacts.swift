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
      ]),
    ResourceFacts(
      "aws_vpn_connection", documentation: "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html",
      identifiedBy: ["arn", "id"], iamPrefix: "ec2", dimension: NamedDimension("VpnId", attributes: ["id"]),
      metrics: NetworkMetrics.vpn,
      alarms: [
        NeededAlarm(
          "the state of its tunnels", in: "AWS/VPN", low: "TunnelState TunnelDataIn TunnelDataOut",
          because: "when one tunnel is down the other carries the traffic, and when both are nothing does")
      ], secrets: [SecretArgument("tunnel1_preshared_key"), SecretArgument("tunnel2_preshared_key")]),
    ResourceFacts(
      "aws_ec2_transit_gateway",
      documentation: "https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html",
      identifiedBy: ["arn", "id"], iamPrefix: "ec2", dimension: NamedDimension("TransitGateway", attributes: ["id"]),
      metrics: NetworkMetrics.transitGateway),
  ]
}
