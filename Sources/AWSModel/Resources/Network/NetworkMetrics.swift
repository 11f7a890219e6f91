/// What NAT gateways, VPN connections and transit gateways publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
/// - https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html
/// - https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
enum NetworkMetrics {
  static let natGateway = MetricNamespace(
    "AWS/NATGateway", by: [["NatGatewayId"], ["NatGatewayId", "AvailabilityZone"]],
    [
      MetricGroup(
        .count, .undeclared,
        of: "ConnectionAttemptCount ConnectionEstablishedCount ErrorPortAllocation IdleTimeoutCount PacketsDropCount"),
      MetricGroup(.level, .undeclared, of: "ActiveConnectionCount PeakBytesPerSecond PeakPacketsPerSecond"),
      MetricGroup(
        .amount, .undeclared,
        of: """
          BytesInFromDestination BytesInFromSource BytesOutToDestination BytesOutToSource PacketsInFromDestination \
          PacketsInFromSource PacketsOutToDestination PacketsOutToSource
          """),
    ], slips: ["ErrorPortAllocationCount": "ErrorPortAllocation"])

  static let vpn = MetricNamespace(
    "AWS/VPN", by: [["VpnId"], ["TunnelIpAddress"], ["VpnId", "TunnelIpAddress"], []], isComplete: false,
    [
      MetricGroup(.unexamined, .undeclared, of: "TunnelState"),
      MetricGroup(.amount, .undeclared, of: "TunnelDataIn TunnelDataOut"),
    ])

  static let transitGateway = MetricNamespace(
    "AWS/TransitGateway",
    by: [
      ["TransitGateway"], ["TransitGateway", "TransitGatewayAttachment"], ["TransitGateway", "AvailabilityZone"],
      ["TransitGateway", "TransitGatewayAttachment", "AvailabilityZone"],
    ], isComplete: false,
    [
      MetricGroup(
        .unexamined, .undeclared,
        of: """
          BytesDropCountBlackhole BytesDropCountNoRoute BytesIn BytesOut PacketDropCountBlackhole PacketDropCountNoRoute \
          PacketDropCountTTLExpired PacketsIn PacketsOut
          """)
    ])
}
