/// What Elastic Load Balancing publishes to CloudWatch. Counts are published only while they are not zero.
///
/// - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
/// - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
/// - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html
enum LoadBalancerMetrics {
  static let application = MetricNamespace(
    "AWS/ApplicationELB", by: balancer,
    [
      MetricGroup(
        .count, .noEvents,
        of: """
          ClientTLSNegotiationErrorCount DesyncMitigationMode_NonCompliant_Request_Count \
          HTTP_Fixed_Response_Count HTTP_Redirect_Count HTTP_Redirect_Url_Limit_Exceeded_Count HTTPCode_ELB_3XX_Count \
          HTTPCode_ELB_4XX_Count HTTPCode_ELB_5XX_Count HTTPCode_ELB_500_Count HTTPCode_ELB_502_Count \
          HTTPCode_ELB_503_Count HTTPCode_ELB_504_Count RejectedConnectionCount \
          ELBAuthError ELBAuthFailure ELBAuthRefreshTokenSuccess ELBAuthSuccess ELBAuthUserClaimsSizeExceeded
          """),
      MetricGroup(
        .count, .noEvents, by: .these(balancer + target),
        of: """
          HTTPCode_Target_2XX_Count HTTPCode_Target_3XX_Count HTTPCode_Target_4XX_Count HTTPCode_Target_5XX_Count \
          RequestCount TargetConnectionErrorCount TargetTLSNegotiationErrorCount GrpcRequestCount
          """),
      MetricGroup(.count, .noEvents, by: .these(target + targetAlone), of: "LambdaInternalError LambdaUserError"),
      MetricGroup(
        .briefTime(.seconds), .noActivity, by: .these(balancer + target), of: "TargetResponseTime"),
      // Only `Sum` is valid, and it is the average.
      MetricGroup(.unexamined, .noEvents, by: .these(target + targetAlone), of: "RequestCountPerTarget"),
      MetricGroup(.level, .undeclared, by: .these(target), of: "HealthyHostCount UnHealthyHostCount"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveConnectionCount AnomalousHostCount ConsumedLCUs DroppedInvalidHeaderRequestCount ELBAuthLatency \
          ForwardedInvalidHeaderRequestCount HealthyStateDNS HealthyStateRouting IPv6ProcessedBytes IPv6RequestCount \
          LambdaTargetProcessedBytes LowReputationPacketsDropped LowReputationRequestsDenied MitigatedHostCount \
          NewConnectionCount NonStickyRequestCount PeakLCUs ProcessedBytes ReservedLCUs RuleEvaluations \
          StandardProcessedBytes UnhealthyRoutingRequestCount UnhealthyStateDNS UnhealthyStateRouting
          """),
    ],
    slips: [
      "5XXError": "HTTPCode_Target_5XX_Count", "5xx": "HTTPCode_Target_5XX_Count", "Latency": "TargetResponseTime",
      "HTTPCode_Backend_5XX": "HTTPCode_Target_5XX_Count", "HTTPCode_5XX_Count": "HTTPCode_ELB_5XX_Count",
    ])

  static let network = MetricNamespace(
    "AWS/NetworkELB", by: balancer,
    [
      MetricGroup(
        .count, .undeclared,
        of: """
          ClientTLSNegotiationErrorCount NewFlowCount NewFlowCount_TCP NewFlowCount_TLS NewFlowCount_UDP \
          PortAllocationErrorCount TCP_Client_Reset_Count TCP_ELB_Reset_Count TCP_Target_Reset_Count
          """),
      MetricGroup(.level, .undeclared, by: .these(target), of: "HealthyHostCount UnHealthyHostCount"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveFlowCount ActiveFlowCount_QUIC ActiveFlowCount_TCP ActiveFlowCount_TLS ActiveFlowCount_UDP \
          ActiveZonalShiftHostCount ConsumedLCUs ConsumedLCUs_QUIC ConsumedLCUs_TCP ConsumedLCUs_TLS ConsumedLCUs_UDP \
          NewFlowCount_QUIC PeakBytesPerSecond PeakPacketsPerSecond ProcessedBytes ProcessedBytes_QUIC \
          ProcessedBytes_TCP ProcessedBytes_TLS ProcessedBytes_UDP ProcessedPackets \
          QUIC_Unknown_Server_ID_Packet_Drop_Count RejectedFlowCount RejectedFlowCount_QUIC RejectedFlowCount_TCP \
          RejectedFlowCount_UDP ReservedLCUs SecurityGroupBlockedFlowCount_Inbound_ICMP \
          SecurityGroupBlockedFlowCount_Inbound_TCP SecurityGroupBlockedFlowCount_Inbound_UDP \
          SecurityGroupBlockedFlowCount_Outbound_ICMP SecurityGroupBlockedFlowCount_Outbound_TCP \
          SecurityGroupBlockedFlowCount_Outbound_UDP TargetTLSNegotiationErrorCount UnhealthyRoutingFlowCount \
          ZonalHealthStatus
          """),
    ])

  static let classic = MetricNamespace(
    "AWS/ELB", by: [["LoadBalancerName"], ["AvailabilityZone", "LoadBalancerName"], ["AvailabilityZone"], []],
    [
      MetricGroup(
        .count, .noEvents,
        of: """
          BackendConnectionErrors DesyncMitigationMode_NonCompliant_Request_Count HTTPCode_Backend_2XX \
          HTTPCode_Backend_3XX HTTPCode_Backend_4XX HTTPCode_Backend_5XX HTTPCode_ELB_4XX HTTPCode_ELB_5XX RequestCount \
          SpilloverCount
          """),
      MetricGroup(.level, .undeclared, of: "HealthyHostCount UnHealthyHostCount SurgeQueueLength"),
      MetricGroup(.briefTime(.seconds), .noActivity, of: "Latency"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          EstimatedALBActiveConnectionCount EstimatedALBConsumedLCUs EstimatedALBNewConnectionCount \
          EstimatedProcessedBytes
          """),
    ])

  private static let balancer: [Set<String>] = [["LoadBalancer"], ["LoadBalancer", "AvailabilityZone"]]
  private static let target: [Set<String>] = [
    ["LoadBalancer", "TargetGroup"], ["LoadBalancer", "TargetGroup", "AvailabilityZone"],
  ]
  private static let targetAlone: [Set<String>] = [["TargetGroup"], ["TargetGroup", "AvailabilityZone"]]
}
